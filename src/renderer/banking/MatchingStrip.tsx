import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { notify } from "#renderer/ui/notify.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";

/** How many lines are explained, what is left, and the run that explains what has proof. */
export function MatchingStrip() {
  const w = useWords(bankWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { data } = useQuery({
    queryKey: ["reconciliation", "summary"],
    queryFn: ({ signal }) => office.reconciliation.summary({}, { signal }),
  });
  const count = (n: number) => formatCount(n, language);
  const run = async () => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      const done = await runStream(w.running, (signal) =>
        office.reconciliation.runMatching({}, { signal }),
      );
      const open = done.suggested + done.abstained + done.unmatched;
      notify(w.ran(count(done.matched + done.categorised), count(open)));
      await client.invalidateQueries();
    } catch (caught) {
      setProblem(caught);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className={styles.strip}>
      {data !== undefined && (
        <span>
          {w.progress(count(data.matched), count(data.lines))} ·{" "}
          {w.left(formatMoney(data.openMinor, language))}
        </span>
      )}
      <Button variant="default" loading={isBusy} onClick={() => void run()}>
        {w.run}
      </Button>
      {problem !== undefined && <ProblemNotice error={problem} />}
    </div>
  );
}
