import { notifications } from "@mantine/notifications";
import { go } from "#renderer/app/router.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { useBookChange } from "./use-book-change.ts";

/** Asks once, then removes the sample company and goes back to the ways to begin. */
export function ThrowSample({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords(bookWords);
  const bookChanged = useBookChange();
  const throwAway = async () => {
    await office.book.throwSampleAway({});
    notifications.clean();
    go("/");
    await bookChanged();
    notify(w.thrown);
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={w.throwQuestion}
      verb={w.throwVerb}
      isDestructive
      onConfirm={throwAway}
      onClose={onClose}
    >
      {w.throwWhat}
    </ConfirmDialog>
  );
}
