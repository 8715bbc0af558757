import { ViewTabs } from "#renderer/ui/ViewTabs.tsx";
import { treasuryViewWords } from "#renderer/words/treasury-views.ts";
import { useWords } from "#renderer/words/use-words.ts";

const GROUPS = {
  ahead: ["forecast", "scenarios", "stress", "reliability"],
  parties: ["clients", "patterns", "warnings", "actions"],
  results: ["margins", "costs", "seasons", "variance"],
  reasons: ["causes", "indicators", "analyses"],
  deciding: ["decisions", "proposals"],
} as const;
type Group = keyof typeof GROUPS;
export type TreasuryView = (typeof GROUPS)[Group][number];

const ADDRESS = (view: string) => (view === "forecast" ? "#/treasury" : `#/treasury/${view}`);

/** The views of treasury: five groups, and below them the views of the one that is open. */
export function TreasuryViews({ current }: { current: TreasuryView }) {
  const w = useWords(treasuryViewWords);
  const groups = Object.keys(GROUPS) as Group[];
  const viewsOf = (group: Group): readonly TreasuryView[] => GROUPS[group];
  const open = groups.find((group) => viewsOf(group).includes(current)) ?? "ahead";
  return (
    <>
      <ViewTabs
        label={w.groups}
        views={groups.map((id) => ({ id, address: ADDRESS(GROUPS[id][0]), label: w[id] }))}
        current={open}
      />
      <ViewTabs
        label={w.views}
        views={viewsOf(open).map((id) => ({ id, address: ADDRESS(id), label: w[id] }))}
        current={current}
      />
    </>
  );
}
