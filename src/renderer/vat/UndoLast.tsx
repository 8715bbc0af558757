import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";

/** Undoes the last return, for one that was settled too early. */
export function UndoLast() {
  const w = useWords(vatWords);
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const undo = async () => {
    await office.vat.undoLast({});
    notify(w.undone);
    await client.invalidateQueries();
  };
  return (
    <>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {w.undo}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        isDestructive
        title={w.undoTitle}
        verb={w.undoVerb}
        onConfirm={undo}
        onClose={() => setIsAsking(false)}
      >
        <p>{w.undoWhy}</p>
      </ConfirmDialog>
    </>
  );
}
