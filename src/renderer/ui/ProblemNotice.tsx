import { Button } from "@mantine/core";
import { problemOf } from "#renderer/problem.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./notice.module.css";
import { RefusalNotice } from "./RefusalNotice.tsx";

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Any error of a call: a refusal's own sentence, a lost link, or a fault with its reference. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const w = useWords(uiWords);
  const problem = problemOf(error);
  if (problem.kind === "stopped") return null;
  if (problem.kind === "refused") return <RefusalNotice {...problem} />;
  const isLost = problem.kind === "lost";
  return (
    <div role="alert" className={styles.notice} data-tone="alert">
      <p>{isLost ? w.officeLost : w.fault}</p>
      {!isLost && problem.reference !== undefined && (
        <p className={styles.dim}>{w.faultReference(problem.reference)}</p>
      )}
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {w.tryAgain}
        </Button>
      )}
    </div>
  );
}
