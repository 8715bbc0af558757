import { random } from "#main/base/random.ts";
import { findTimings, type PlannedMonth } from "../engines/timing-variance.ts";
import { SALES_PARTS, type VarianceItem, variance } from "../engines/variance.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const item = (id: string, units: [number, number], prices: [number, number]): VarianceItem => ({
  id,
  quantity0: units[0],
  quantity1: units[1],
  sales0Minor: units[0] * prices[0],
  sales1Minor: units[1] * prices[1],
});

const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`);

/** A year of an account around its plan; `moved` carries that month's amount into the next one. */
function plannedYear(seed: number, moved?: number): PlannedMonth[] {
  const { normal } = random(seed);
  const rows = MONTHS.map((month) => {
    const actualMinor = Math.round(100_000 * (1 + 0.03 * normal()));
    return { key: "613200", month, plannedMinor: 100_000, actualMinor };
  });
  const [from, to] = [rows[moved ?? -1], rows[(moved ?? -2) + 1]];
  if (from !== undefined && to !== undefined) {
    from.actualMinor = 0;
    to.actualMinor = 200_000;
  }
  return rows;
}

/** What the variance engine must find. */
export const varianceTruths: PlantedTruth[] = [
  {
    name: "a price rise alone is price, more of everything alone is volume, a shift alone is mix",
    isFound: () => {
      const only = (items: VarianceItem[]) => {
        const { parts } = variance(items);
        return SALES_PARTS.filter((part) => parts[part] !== 0).join();
      };
      return (
        only([item("a", [10, 10], [100, 110]), item("b", [5, 5], [300, 310])]) === "price" &&
        only([item("a", [10, 20], [100, 100]), item("b", [5, 10], [300, 300])]) === "volume" &&
        only([item("a", [10, 5], [100, 100]), item("b", [5, 10], [300, 300])]) === "mix"
      );
    },
  },
  {
    name: "rent paid a month late is a timing, and a year near its plan has none",
    isFound: () => {
      const found = findTimings(plannedYear(7, 4));
      return (
        found.length === 1 &&
        found[0]?.plannedMonth === "2026-05" &&
        found[0].actualMonth === "2026-06" &&
        findTimings(plannedYear(7)).length === 0
      );
    },
  },
];
