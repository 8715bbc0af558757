import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { refusalSentence } from "#contract/refusals.ts";
import type { MenuEntry } from "#renderer/app/CompanyMenu.tsx";
import { type Command, useCommands } from "#renderer/app/commands.ts";
import { go } from "#renderer/app/router.ts";
import { office } from "#renderer/office.ts";
import { problemOf } from "#renderer/problem.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { bookWords } from "#renderer/words/book.ts";
import { frameWords } from "#renderer/words/frame.ts";
import { frenchSpaces } from "#renderer/words/french-spaces.ts";
import { getLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { pickWords } from "#renderer/words/words.ts";
import { useBookChange } from "./use-book-change.ts";

/** What the company's menu and the palette offer on the whole book. */
export function useBookMenu(isKeyKept: boolean): readonly MenuEntry[] {
  const w = useWords(bookWords);
  const frame = useWords(frameWords);
  const bookChanged = useBookChange();
  const entries = useMemo(() => {
    const keepKey = async () => {
      const { keyKept } = await office.book.keepKey({ keep: !isKeyKept });
      await bookChanged();
      return keyKept ? w.keyKept : w.keyForgotten;
    };
    const backUp = async () => `${w.backedUp} : ${(await office.book.backUp({})).file}`;
    const close = async () => {
      await office.book.close({});
      // What was said of one book must not stay in view before the next.
      notifications.clean();
      go("/");
      await bookChanged();
      return undefined;
    };
    return [
      { label: w.backUp, run: () => void told(backUp) },
      { label: isKeyKept ? w.forgetKey : w.keepKey, run: () => void told(keepKey) },
      { label: w.closeBook, run: () => void told(close) },
    ];
  }, [w, isKeyKept, bookChanged]);
  const commands = useMemo(
    (): Command[] =>
      entries.map((entry) => ({ ...entry, id: entry.label, group: frame.companyMenu })),
    [entries, frame],
  );
  useCommands(commands);
  return entries;
}

/** Runs an act of the menu and says how it ended, since the menu is gone by then. */
async function told(act: () => Promise<string | undefined>): Promise<void> {
  try {
    const message = await act();
    if (message) notify(message);
  } catch (error) {
    notifications.show({
      message: problemSentence(error),
      autoClose: false,
      closeButtonProps: { "aria-label": pickWords(uiWords, getLanguage()).close },
    });
  }
}

function problemSentence(error: unknown): string {
  const language = getLanguage();
  const problem = problemOf(error);
  const ui = pickWords(uiWords, language);
  if (problem.kind === "lost") return ui.officeLost;
  if (problem.kind !== "refused") return ui.fault;
  const sentence = refusalSentence(problem.code, problem.facts, language);
  return language === "fr" ? frenchSpaces(sentence) : sentence;
}
