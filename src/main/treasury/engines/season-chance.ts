import { random } from "#main/base/random.ts";
import { mean } from "./robust-statistics.ts";
import { type MonthTotal, yearRatios } from "./season-index.ts";

/** How likely so much order among calendar months would be if months came in any order. */
export interface SeasonChance {
  /** By ranks: the H of Kruskal and Wallis (1952). */
  kruskalWallis: number;
  /** By amounts: the share of variance between calendar months, which sees a single odd month. */
  variance: number;
}

const SHUFFLES = 499;

/**
 * Both tests by seeded shuffles of the months; each shuffle goes through the same ratios to the year,
 * growth taken out, as the months themselves, so that the chances are exact for short series too,
 * where the chi-square and F tables are not.
 */
export function seasonChance(months: readonly MonthTotal[]): SeasonChance {
  const totals = months.map((m) => m.totalMinor);
  const calendar = months.map((m) => m.calendar);
  const observed = statistics(totals, calendar);
  const source = random(totals.reduce((a, t) => (a + t) % 0x1_0000_0000, months.length));
  const asHigh = { kruskalWallis: 1, variance: 1 };
  for (let n = 0; n < SHUFFLES; n++) {
    for (let i = totals.length - 1; i > 0; i--) {
      const j = Math.floor(source.next() * (i + 1));
      [totals[i], totals[j]] = [totals[j] ?? 0, totals[i] ?? 0];
    }
    const drawn = statistics(totals, calendar);
    if (drawn.ranks >= observed.ranks - 1e-9) asHigh.kruskalWallis++;
    if (drawn.amounts >= observed.amounts - 1e-9) asHigh.variance++;
  }
  return {
    kruskalWallis: asHigh.kruskalWallis / (SHUFFLES + 1),
    variance: asHigh.variance / (SHUFFLES + 1),
  };
}

function statistics(totals: readonly number[], calendar: readonly number[]) {
  const months = totals.map((totalMinor, i) => ({ totalMinor, calendar: calendar[i] ?? 1 }));
  const used = (yearRatios(months) ?? []).flatMap((value, i) =>
    value === null ? [] : [{ value, group: calendar[i] ?? 1 }],
  );
  const groups = used.map((u) => u.group);
  const values = used.map((u) => u.value);
  return { ranks: betweenShare(ranksOf(values), groups), amounts: betweenShare(values, groups) };
}

/** Variance between groups over the whole: H but for a factor when the values are ranks. */
function betweenShare(values: readonly number[], groups: readonly number[]): number {
  const centre = mean(values);
  const sums = new Map<number, { sum: number; n: number }>();
  let whole = 0;
  for (const [i, value] of values.entries()) {
    const group = groups[i] ?? 0;
    const { sum, n } = sums.get(group) ?? { sum: 0, n: 0 };
    sums.set(group, { sum: sum + value - centre, n: n + 1 });
    whole += (value - centre) ** 2;
  }
  let between = 0;
  for (const { sum, n } of sums.values()) between += (sum * sum) / n;
  return whole === 0 ? 0 : between / whole;
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (order[to + 1]?.value === order[from]?.value) to++;
    for (let k = from; k <= to; k++) ranks[order[k]?.i ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
