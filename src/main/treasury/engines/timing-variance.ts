/** What was planned and what came in one month under one key (an account, a flow). */
export interface PlannedMonth {
  key: string;
  /** `YYYY-MM`. */
  month: string;
  plannedMinor: number;
  actualMinor: number;
}

/** A planned amount that came whole in another month. */
export interface Timing {
  key: string;
  plannedMonth: string;
  actualMonth: string;
  amountMinor: number;
}

/** Two amounts are the same within this share, or within SAME_MINOR cents. */
const SAME_SHARE = 0.01;
const SAME_MINOR = 200;
/** Smaller amounts meet by chance. */
const LEAST_MINOR = 1000;
const FARTHEST_MONTHS = 3;

/**
 * Planned amounts that missed their month and came in another, at most three months away: the
 * planned month had nothing of it, and the other one exceeds its own plan by the same amount (1 %
 * or 2 euros). Each month serves once; the nearest first, then the earlier. An account that moves
 * every day hides its timings: only whole amounts are found.
 */
export function findTimings(rows: readonly PlannedMonth[]): Timing[] {
  const byKey = Map.groupBy(rows, (row) => row.key);
  return [...byKey.keys()].toSorted().flatMap((key) => timingsOf(byKey.get(key) ?? []));
}

function timingsOf(rows: readonly PlannedMonth[]): Timing[] {
  const pairs = rows.filter(isMissed).flatMap((missed) =>
    rows
      .filter((other) => isSurplus(other, missed))
      .map((other) => ({
        ...{ missed, other },
        months: Math.abs(monthNumber(other.month) - monthNumber(missed.month)),
      })),
  );
  pairs.sort(
    (a, b) =>
      a.months - b.months ||
      monthNumber(a.missed.month) - monthNumber(b.missed.month) ||
      monthNumber(a.other.month) - monthNumber(b.other.month),
  );
  const used = new Set<string>();
  const found: Timing[] = [];
  for (const { missed, other, months } of pairs) {
    if (months > FARTHEST_MONTHS || used.has(missed.month) || used.has(other.month)) continue;
    used.add(missed.month).add(other.month);
    const surplus = other.actualMinor - other.plannedMinor;
    const amountMinor = Math.sign(surplus) * Math.min(Math.abs(surplus), Math.abs(gapOf(missed)));
    const { key, month: plannedMonth } = missed;
    found.push({ key, plannedMonth, actualMonth: other.month, amountMinor });
  }
  return found;
}

function isMissed(row: PlannedMonth): boolean {
  return Math.abs(row.plannedMinor) >= LEAST_MINOR && isSame(gapOf(row), row.plannedMinor);
}

function isSurplus(other: PlannedMonth, missed: PlannedMonth): boolean {
  return (
    other.month !== missed.month &&
    isSame(other.actualMinor - other.plannedMinor, missed.plannedMinor)
  );
}

function gapOf({ plannedMinor, actualMinor }: PlannedMonth): number {
  return plannedMinor - actualMinor;
}

function isSame(a: number, b: number): boolean {
  const far = Math.max(SAME_MINOR, SAME_SHARE * Math.abs(b));
  return Math.sign(a) === Math.sign(b) && Math.abs(a - b) <= far;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
