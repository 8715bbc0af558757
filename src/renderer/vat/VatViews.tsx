import styles from "#renderer/ledger/LedgerViews.module.css";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";

/** The two views of VAT: its returns and the control of its rates. */
export function VatViews({ current }: { current: "returns" | "control" }) {
  const w = useWords(vatWords);
  const views = [
    { id: "returns", address: "#/vat", label: w.returns },
    { id: "control", address: "#/vat/control", label: w.control },
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
