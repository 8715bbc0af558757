import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { bankWords } from "#renderer/words/banking.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** The bank's lines, what proves them, and where they come from. */
export function BankViews({
  current,
}: {
  current: "lines" | "cash" | "rules" | "statement" | "proof" | "connections";
}) {
  const w = useWords(bankWords);
  const views = [
    { id: "lines", address: "#/bank", label: w.lines },
    { id: "cash", address: "#/bank/cash", label: w.cash },
    { id: "statement", address: "#/bank/statement", label: w.statement },
    { id: "proof", address: "#/bank/proof", label: w.proof },
    { id: "rules", address: "#/bank/rules", label: w.rules },
    { id: "connections", address: "#/bank/connections", label: w.connections },
  ];
  return <ViewTabs label={w.views} views={views} current={current} />;
}
