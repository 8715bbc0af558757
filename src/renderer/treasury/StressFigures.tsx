import { useMemo } from "react";
import type { Stress, StressFinding } from "#contract/treasury-stress.ts";
import { go } from "#renderer/app/router.ts";
import { formatCount, formatDate, formatDay, formatShortMoney } from "#renderer/format.ts";
import { FanChart } from "#renderer/ui/charts/FanChart.tsx";
import { Histogram } from "#renderer/ui/charts/Histogram.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { stressWords } from "#renderer/words/stress.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { flowLabel } from "./flow-label.ts";
import { largestDated } from "./read-forecast.ts";
import { fanDays, fanTable, lowestBins, lowestTable } from "./read-stress.ts";
import { useForecast } from "./use-forecast.ts";

interface Seen {
  data: Stress;
  finding: StressFinding;
}

/** The balance under the scenario, day by day, with the largest dated movements. */
export function StressFan({ data, finding }: Seen) {
  const w = useWords(stressWords);
  const cash = useWords(treasuryWords);
  const language = useLanguage();
  const { data: forecast } = useForecast();
  const { asOn, balanceMinor, floorMinor } = data;
  const past = useMemo(() => [{ on: asOn, balanceMinor }], [asOn, balanceMinor]);
  const days = useMemo(() => fanDays(finding), [finding]);
  const table = useMemo(() => fanTable(finding, w), [finding, w]);
  // The forecast dates its movements over 90 days: on a longer axis they would be one on another.
  const most = days.length > 90 ? 1 : 3;
  const events = useMemo(() => {
    const dated = forecast === undefined ? [] : largestDated(forecast, most);
    return dated.map((flow) => ({
      ...{ key: `${flow.on} ${flow.label}`, on: flow.on, label: flowLabel(flow, cash) },
      ...{ amountMinor: flow.amountMinor, open: () => go(`/treasury?day=${flow.on}`) },
    }));
  }, [forecast, cash, most]);
  const last = finding.days.at(-1);
  const money = (minor: number | undefined) => formatShortMoney(minor ?? 0, language);
  const on = formatDay(last?.on ?? asOn, language, "0000");
  return (
    <FanChart
      title={w.fan(money(last?.minor[0]), money(last?.minor[4]), on)}
      description={w.fanDescription(formatCount(data.runs, language))}
      fileName={w.fanFile}
      table={table}
      empty={w.empty}
      height={250}
      past={past}
      forecast={days}
      todayOn={asOn}
      floorMinor={floorMinor}
      events={events}
    />
  );
}

/** How the lowest points of the draws spread. */
export function StressLowest({ data, finding }: Seen) {
  const w = useWords(stressWords);
  const language = useLanguage();
  const { runs, floorMinor } = data;
  const { minor, on } = finding.lowest;
  const bins = useMemo(() => lowestBins(finding, runs), [finding, runs]);
  const table = useMemo(() => lowestTable(finding, w), [finding, w]);
  const marks = useMemo(
    () => [
      { key: "p5", label: w.worstFive, minor: minor[0] },
      { key: "median", label: w.median, minor: minor[2] },
      { key: "floor", label: w.floor, minor: floorMinor, tone: "alert" as const },
    ],
    [minor, floorMinor, w],
  );
  const money = (one: number) => formatShortMoney(one, language);
  return (
    <Histogram
      title={w.histogram(money(minor[0]), money(minor[4]))}
      description={w.histogramDescription(formatDate(on[1]), formatDate(on[0]), formatDate(on[2]))}
      fileName={w.histogramFile}
      table={table}
      empty={w.empty}
      bins={bins}
      marks={marks}
      floorMinor={floorMinor}
    />
  );
}
