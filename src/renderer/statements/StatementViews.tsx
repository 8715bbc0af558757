import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";

/** The statements, and the budget that they are compared with. */
export function StatementViews({ current }: { current: "statements" | "budget" }) {
  const w = useWords(statementWords);
  const views = [
    { id: "statements", address: "#/statements", label: w.title },
    { id: "budget", address: "#/statements/budget", label: w.budget },
  ];
  return <ViewTabs label={w.views} views={views} current={current} />;
}
