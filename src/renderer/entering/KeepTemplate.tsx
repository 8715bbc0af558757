import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TypedEntry } from "#contract/typed-entry.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { enteringWords } from "#renderer/words/entering.ts";
import { useWords } from "#renderer/words/use-words.ts";

interface KeepTemplateProps {
  /** What is typed, or a posted entry. */
  of: { entry: TypedEntry } | { entryId: number };
}

/** Keeps an entry under a name, to be typed again in one choice. */
export function KeepTemplate({ of }: KeepTemplateProps) {
  const w = useWords(enteringWords);
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [name, setName] = useState("");
  const keep = async () => {
    await office.entry.saveTemplate({ name, ...of });
    notify(w.templateKept);
    await client.invalidateQueries({ queryKey: ["entry"] });
  };
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {w.keepTemplate}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={w.keepTemplate}
        verb={w.keepVerb}
        onConfirm={keep}
        onClose={() => setIsAsking(false)}
      >
        <TextInput
          data-autofocus
          label={w.templateName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
