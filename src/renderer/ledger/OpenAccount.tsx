import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** Opens a subdivision of an account of the chart. */
export function OpenAccount() {
  const w = useWords(ledgerWords);
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [number, setNumber] = useState("");
  const [label, setLabel] = useState("");
  const open = async () => {
    await office.ledger.openAccount({ number, label });
    notify(w.accountOpened(number));
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {w.openAccount}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={w.openAccount}
        verb={w.openAccountVerb}
        onConfirm={open}
        onClose={() => setIsAsking(false)}
      >
        <TextInput
          label={w.accountNumber}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value.trim())}
        />
        <TextInput
          label={w.label}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
