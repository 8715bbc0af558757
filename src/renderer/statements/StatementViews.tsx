import styles from "#renderer/ledger/LedgerViews.module.css";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** The statements, and the budget that they are compared with. */
export function StatementViews({ current }: { current: "statements" | "budget" }) {
  const w = useWords(statementWords);
  const views = [
    { id: "statements", address: "#/statements", label: w.title },
    { id: "budget", address: "#/statements/budget", label: w.budget },
  ];
  return (
    <nav className={styles.views} aria-label={w.views}>
      {views.map((view) => (
        <a
          key={view.id}
          href={view.address}
          aria-current={view.id === current ? "page" : undefined}
        >
          {view.label}
        </a>
      ))}
    </nav>
  );
}
