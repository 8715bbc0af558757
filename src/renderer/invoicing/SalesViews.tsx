import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { quoteWords } from "#renderer/words/quotes.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** What is billed, and what may be. */
export function SalesViews({ current }: { current: "invoices" | "quotes" }) {
  const w = useWords(quoteWords);
  const views = [
    { id: "invoices", address: "#/sales", label: w.invoices },
    { id: "quotes", address: "#/sales/quotes", label: w.title },
  ];
  return <ViewTabs label={w.views} views={views} current={current} />;
}
