import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** The two views of purchases: bills, and the documents they come from. */
export function PurchaseViews({ current }: { current: "bills" | "documents" }) {
  const w = useWords(tradeWords);
  const views = [
    { id: "bills", address: "#/purchases", label: w.bills },
    { id: "documents", address: "#/purchases?view=documents", label: w.documents },
  ];
  return <ViewTabs label={w.views} views={views} current={current} />;
}
