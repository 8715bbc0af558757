import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { ComparedScenario } from "#contract/treasury-plan.ts";
import { formatDay, formatShortMoney } from "#renderer/format.ts";
import { LinesChart } from "#renderer/ui/charts/LinesChart.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Scenarios.module.css";

type W = Words<typeof scenarioWords>;

/** Beyond the plain forecast and so many others, lines are no longer told apart. */
const MOST_OTHERS = 4;

interface ScenarioLinesProps {
  asOn: string;
  balanceMinor: number;
  floorMinor: number;
  /** The plain forecast first. */
  scenarios: readonly ComparedScenario[];
  opened: number | null | undefined;
}

/** The plain forecast and the scenarios on one drawing, with the lowest point of each. */
export function ScenarioLines(props: ScenarioLinesProps) {
  const { asOn, balanceMinor, floorMinor, scenarios, opened } = props;
  const w = useWords(scenarioWords);
  const language = useLanguage();
  const shown = useMemo(() => shownOf(scenarios, opened), [scenarios, opened]);
  const lines = useMemo(
    () =>
      shown.map(({ scenarioId, name, days }) => ({
        key: String(scenarioId),
        label: scenarioId === null ? w.none : name,
        points: [{ on: asOn, balanceMinor }, ...days],
      })),
    [shown, asOn, balanceMinor, w],
  );
  const table = useMemo(() => tableOf(shown, w), [shown, w]);
  const lowests = shown.map(({ scenarioId, name, lowest }) => {
    const minor = formatShortMoney(lowest.balanceMinor, language);
    return w.lowestOf(scenarioId === null ? w.none : name, minor, formatDay(lowest.on, language));
  });
  const below = shown.filter(({ lowest }) => lowest.balanceMinor < floorMinor).length;
  return (
    <div className={styles.lines}>
      <LinesChart
        title={titleOf({ below, all: shown.length }, w)}
        description={w.lowests(lowests.join(" · "))}
        fileName={w.linesFile}
        table={table}
        empty={w.empty}
        height={210}
        lines={lines}
        todayOn={asOn}
        floorMinor={floorMinor}
      />
    </div>
  );
}

function titleOf({ below, all }: { below: number; all: number }, w: W): string {
  if (below === 0) return all === 1 ? w.plainAbove : w.noneBelow;
  if (below < all) return w.someBelow(below);
  return all === 1 ? w.plainBelow : w.allBelow;
}

/** The plain forecast and the first others; the opened one is always among them. */
function shownOf(scenarios: readonly ComparedScenario[], opened: number | null | undefined) {
  const others = scenarios.slice(1);
  const first = others.slice(0, MOST_OTHERS);
  const chosen = others.find((one) => one.scenarioId === opened);
  const kept =
    chosen === undefined || first.includes(chosen)
      ? first
      : [...first.slice(0, MOST_OTHERS - 1), chosen];
  return [...scenarios.slice(0, 1), ...kept];
}

function tableOf(shown: readonly ComparedScenario[], w: W) {
  const balances = shown.map(({ days }) => new Map(days.map((day) => [day.on, day.balanceMinor])));
  const onDays = shown[0]?.days.map((day) => day.on) ?? [];
  const table: ExportedTable = {
    columns: [
      { label: w.day, kind: "date" },
      ...shown.map(({ name }) => ({ label: name || w.none, kind: "money" as const })),
    ],
    rows: onDays.map((on) => [on, ...balances.map((balance) => balance.get(on) ?? null)]),
  };
  return table;
}
