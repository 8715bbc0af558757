import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { importWords } from "#renderer/words/importing.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** Matches the bank lines that have proof, and says how many wait for a decision. */
export function MatchNow() {
  const w = useWords(importWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const run = async () => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      const done = await runStream(w.matching, (signal) =>
        office.reconciliation.runMatching({}, { signal }),
      );
      const count = (n: number) => formatCount(n, language);
      const open = done.suggested + done.abstained + done.unmatched;
      notify(w.matched(count(done.matched + done.categorised), count(open)));
      await client.invalidateQueries();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => void run()}>
        {w.match}
      </Button>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </>
  );
}
