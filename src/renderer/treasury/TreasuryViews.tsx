import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { indicatorWords } from "#renderer/words/indicators.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** What cash will be, and what it is made of. */
export function TreasuryViews({
  current,
}: {
  current: "forecast" | "scenarios" | "indicators" | "patterns";
}) {
  const w = useWords(indicatorWords);
  const views = [
    { id: "forecast", address: "#/treasury", label: w.forecast },
    { id: "scenarios", address: "#/treasury/scenarios", label: w.scenarios },
    { id: "indicators", address: "#/treasury/indicators", label: w.indicators },
    { id: "patterns", address: "#/treasury/patterns", label: w.patterns },
  ];
  return <ViewTabs label={w.views} views={views} current={current} />;
}
