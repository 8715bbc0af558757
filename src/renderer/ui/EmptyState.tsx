import { Button } from "@mantine/core";
import styles from "./EmptyState.module.css";

/** Nothing to show: one sentence that says why, and at most one thing to do about it. */
export interface EmptyStateProps {
  sentence: string;
  action?: { label: string; run: () => void };
}

export function EmptyState({ sentence, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p>{sentence}</p>
      {action !== undefined && (
        <Button variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
