import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./Purchases.module.css";

/** The two views of purchases: bills, and the documents they come from. */
export function PurchaseViews({ current }: { current: "bills" | "documents" }) {
  const w = useWords(tradeWords);
  const views = [
    { id: "bills", address: "#/purchases", label: w.bills },
    { id: "documents", address: "#/purchases?view=documents", label: w.documents },
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
