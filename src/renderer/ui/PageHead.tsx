import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Kbd } from "./Kbd.tsx";
import type { Keys } from "./keys.ts";
import styles from "./PageHead.module.css";

interface PageHeadProps {
  title: string;
  /** The period or scope, said in a few words: `exercice 2026`, `novembre 2026`. */
  period?: ReactNode;
  /** The one action of the page. */
  action?: { label: string; run: () => void; keys?: Keys; isDisabled?: boolean };
  /** Filters or tabs, below the title. */
  children?: ReactNode;
}

/** What the page is about: title, period, the one action. */
export function PageHead({ title, period, action, children }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {period !== undefined && <span className={styles.period}>{period}</span>}
        {action !== undefined && (
          <Button
            className={styles.action ?? ""}
            onClick={action.run}
            disabled={action.isDisabled ?? false}
          >
            {action.label}
          </Button>
        )}
        {action?.keys !== undefined && <Kbd keys={action.keys} />}
      </div>
      {children !== undefined && <div className={styles.below}>{children}</div>}
    </header>
  );
}
