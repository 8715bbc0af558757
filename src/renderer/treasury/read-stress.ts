import type { ExportedTable } from "#contract/exported-table.ts";
import type { Chance, StressFinding } from "#contract/treasury-stress.ts";
import { formatRate } from "#renderer/format.ts";
import type { FanDay } from "#renderer/ui/charts/fan.ts";
import type { HistogramBin } from "#renderer/ui/charts/Histogram.tsx";
import type { Language } from "#renderer/words/language.ts";
import type { stressWords } from "#renderer/words/stress.ts";
import type { Words } from "#renderer/words/words.ts";

type W = Words<typeof stressWords>;

/** Draws never show that something is sure: beyond this share, only a bound is said. */
const SURE = 0.999;

/** A chance in words, with the digits that it came with: `19 %`, `plus de 99,9 %`. */
export function chanceWords({ share }: Chance, w: W, language: Language): string {
  const rate = (one: number) => formatRate(Math.round(one * 10_000), language);
  if (share > SURE) return w.moreThan(rate(SURE));
  if (share < 1 - SURE) return w.lessThan(rate(1 - SURE));
  return rate(share);
}

/** The standard error of a chance in points, with its one digit; empty where a bound is said. */
export function giveWords({ share, standardError }: Chance, w: W, language: Language): string {
  if (share > SURE || share < 1 - SURE) return "";
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const options = { maximumSignificantDigits: 1 } as const;
  return w.give((standardError * 100).toLocaleString(locale, options));
}

/** The days of a scenario as a fan. */
export function fanDays({ days }: StressFinding): FanDay[] {
  return days.map(({ on, minor: [p5Minor, p25Minor, medianMinor, p75Minor, p95Minor] }) => {
    return { on, p5Minor, p25Minor, medianMinor, p75Minor, p95Minor };
  });
}

/** The lowest points of the draws, by step. */
export function lowestBins({ lowest }: StressFinding, runs: number): HistogramBin[] {
  return lowest.steps.map(({ fromMinor, untilMinor, share }) => {
    return { fromMinor, toMinor: untilMinor, count: Math.round(share * runs) };
  });
}

/** The fan as a table. */
export function fanTable({ days }: StressFinding, w: W): ExportedTable {
  const money = [w.p5, w.p25, w.median, w.p75, w.p95];
  return {
    columns: [
      { label: w.day, kind: "date" },
      ...money.map((label) => ({ label, kind: "money" as const })),
    ],
    rows: days.map(({ on, minor }) => [on, ...minor]),
  };
}

/** The lowest points as a table. */
export function lowestTable({ lowest }: StressFinding, w: W): ExportedTable {
  return {
    columns: [
      { label: w.from, kind: "money" },
      { label: w.until, kind: "money" },
      { label: w.share, kind: "percent" },
    ],
    rows: lowest.steps.map(({ fromMinor, untilMinor, share }) => [
      ...[fromMinor, untilMinor, Math.round(share * 10_000)],
    ]),
  };
}
