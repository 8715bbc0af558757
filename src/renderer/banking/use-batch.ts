import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** A line that a run on several lines could not do. */
export interface RefusedLine {
  bankLineId: number;
  label: string;
  code: string;
  facts: Record<string, unknown>;
}

/** Runs over several bank lines: each tells what was done and refused, and can be undone whole. */
export function useBatch() {
  const w = useWords(bankWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [refused, setRefused] = useState<readonly RefusedLine[]>([]);
  const count = (n: number) => formatCount(n, language);
  const perform = async (work: () => Promise<void>) => {
    setIsBusy(true);
    setProblem(undefined);
    setRefused([]);
    try {
      await work();
      await client.invalidateQueries();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  const undo = (batchId: number) =>
    perform(async () => {
      const done = await runStream(w.undoing, (signal) =>
        office.reconciliation.undoBatch({ batchId }, { signal }),
      );
      setRefused(done.refused);
      notify(w.batchUndone(count(done.done), count(done.refused.length)));
      // The lines that are open again get their suggestions back; nothing is posted.
      await runStream(w.running, (signal) =>
        office.reconciliation.runMatching({ suggestOnly: true }, { signal }),
      );
    });
  const tell = (message: string, batchId: number | null) =>
    notify(message, batchId === null ? undefined : () => void undo(batchId));
  return {
    isBusy,
    problem,
    refused,
    undo,
    run: () =>
      perform(async () => {
        const done = await runStream(w.running, (signal) =>
          office.reconciliation.runMatching({}, { signal }),
        );
        const open = done.suggested + done.abstained + done.unmatched;
        setRefused(done.refused);
        tell(w.ran(count(done.matched + done.categorised), count(open)), done.batchId);
      }),
    accept: (bankLineIds: number[]) =>
      perform(async () => {
        const done = await runStream(w.accepting, (signal) =>
          office.reconciliation.acceptSuggestions({ bankLineIds }, { signal }),
        );
        setRefused(done.refused);
        tell(w.batchDone(count(done.done), count(done.refused.length)), done.batchId);
      }),
  };
}
