import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount, formatInstant, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Banking.module.css";
import { RefusedLines } from "./RefusedLines.tsx";
import { Target } from "./Target.tsx";
import { useBatch } from "./use-batch.ts";

interface StripProps {
  bankAccountId: number;
  /** Lines ticked in the list. */
  marked: ReadonlySet<string>;
  onDone: () => void;
}

/** The target, how many lines are explained, and the runs over several lines with their undo. */
export function MatchingStrip({ bankAccountId, marked, onDone }: StripProps) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const batch = useBatch();
  const { data } = useQuery({
    queryKey: ["reconciliation", "summary", bankAccountId],
    queryFn: ({ signal }) =>
      office.reconciliation.summary(bankAccountId === 0 ? {} : { bankAccountId }, { signal }),
  });
  const count = (n: number) => formatCount(n, language);
  const acceptMarked = async () => {
    await batch.accept([...marked].map(Number));
    onDone();
  };
  return (
    <>
      <div className={styles.strip}>
        <Target bankAccountId={bankAccountId} />
        {data !== undefined && (
          <span>
            {w.progress(count(data.matched), count(data.lines))} ·{" "}
            {w.left(formatMoney(data.openMinor, language))}
          </span>
        )}
        <Button variant="default" loading={batch.isBusy} onClick={() => void batch.run()}>
          {w.run}
        </Button>
        {marked.size > 0 && (
          <Button loading={batch.isBusy} onClick={() => void acceptMarked()}>
            {w.acceptMarked(count(marked.size))}
          </Button>
        )}
        <LastBatch onUndo={batch.undo} />
      </div>
      {batch.problem !== undefined && <ProblemNotice error={batch.problem} />}
      <RefusedLines lines={batch.refused} />
    </>
  );
}

/** What was matched last by one run, and its undo; gone once nothing of it stands. */
function LastBatch({ onUndo }: { onUndo: (batchId: number) => Promise<void> }) {
  const w = useWords(bankWords);
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["reconciliation", "batches"],
    queryFn: ({ signal }) => office.reconciliation.listBatches({ limit: 1 }, { signal }),
  });
  const [isAsking, setIsAsking] = useState(false);
  const last = data?.[0];
  if (last === undefined || last.standing === 0) return null;
  const lines = formatCount(last.standing, language);
  return (
    <span className={styles.dim}>
      {w.lastBatch(lines, formatInstant(last.atMs, language))}{" "}
      <Button variant="subtle" size="compact-sm" onClick={() => setIsAsking(true)}>
        {w.undoBatch}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={w.undoBatchQuestion(lines)}
        verb={w.undoBatch}
        onConfirm={() => onUndo(last.batchId)}
        onClose={() => setIsAsking(false)}
      >
        {w.undoWhat}
      </ConfirmDialog>
    </span>
  );
}
