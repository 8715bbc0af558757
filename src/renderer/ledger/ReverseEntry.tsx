import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Entry } from "#contract/ledger.ts";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { DateInput } from "#renderer/ui/DateInput.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** Reverses a posted entry (extourne) at a chosen date; the entry itself stays as it is. */
export function ReverseEntry({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const w = useWords(ledgerWords);
  const client = useQueryClient();
  const [datedOn, setDatedOn] = useState<string | undefined>(todayHere);
  const number = formatCount(entry.number, useLanguage());
  const reverse = async () => {
    await office.ledger.reverseEntry({ entryId: entry.id, datedOn: datedOn ?? todayHere() });
    await client.invalidateQueries();
  };
  return (
    <ConfirmDialog
      isOpen
      isFinal
      title={w.reverseTitle(number)}
      verb={w.reverse}
      onConfirm={reverse}
      onClose={onClose}
    >
      <DateInput label={w.reverseOn} date={datedOn} onChange={setDatedOn} isRequired />
    </ConfirmDialog>
  );
}
