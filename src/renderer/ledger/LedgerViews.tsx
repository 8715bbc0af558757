import { ledgerWords } from "#renderer/words/ledger.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./LedgerViews.module.css";

/** The two views of the same lines: entries by date, balances by account. */
export function LedgerViews({ current }: { current: "entries" | "balance" }) {
  const w = useWords(ledgerWords);
  const views = [
    { id: "entries", address: "#/entries", label: w.entries },
    { id: "balance", address: "#/entries/balance", label: w.trialBalance },
  ];
  return (
    <nav aria-label={w.views} className={styles.views}>
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
