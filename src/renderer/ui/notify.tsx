import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { getLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { pickWords } from "#renderer/words/words.ts";

/**
 * Tells the outcome of an action in a corner, without stopping anyone: `34 rapprochées, 2
 * refusées`, with its undo when there is one.
 */
export function notify(message: string, undo?: () => void): void {
  const w = pickWords(uiWords, getLanguage());
  const id = notifications.show({
    message: (
      <>
        {message}{" "}
        {undo !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {w.undo}
          </Button>
        )}
      </>
    ),
    closeButtonProps: { "aria-label": w.close },
    // What can be undone stays until it is closed: nobody should have to race a timer.
    autoClose: undo === undefined ? 6000 : false,
  });
}
