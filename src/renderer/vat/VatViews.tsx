import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { useWords } from "#renderer/words/use-words.ts";
import { vatWords } from "#renderer/words/vat.ts";

/** The two views of VAT: its returns and the control of its rates. */
export function VatViews({ current }: { current: "returns" | "control" }) {
  const w = useWords(vatWords);
  const views = [
    { id: "returns", address: "#/vat", label: w.returns },
    { id: "control", address: "#/vat/control", label: w.control },
  ];
  return <ViewTabs label={w.views} views={views} current={current} />;
}
