import type { FrozenWeek } from "#contract/treasury-frozen.ts";

/** A day of a frozen forecast; receipts and payments are what the balance counts. */
export interface FrozenDay {
  on: string;
  balanceMinor: number;
  lowMinor: number;
  highMinor: number;
  receiptsMinor: number;
  /** Negative, as it leaves the account. */
  paymentsMinor: number;
}

/** A line that came on the bank, own transfers left out. */
export interface CameLine {
  bookedOn: string;
  amountMinor: number;
}

/** The frozen weeks beside what came, and how far they were from it. */
export interface FrozenComparison {
  weeks: FrozenWeek[];
  waitingDays: number;
  wape: {
    receipts: number | null;
    payments: number | null;
    balanceErrorMinor: number | null;
    inBand: number | null;
  };
}

const WEEK = 7;

/**
 * A frozen forecast against what came, by weeks of seven days from its first day. Only weeks whose
 * last day is known are compared: a week half lived would look like an error. WAPE is the sum of
 * the errors over the sum of what came.
 */
export function compareFrozen(input: {
  days: readonly FrozenDay[];
  lines: readonly CameLine[];
  /** Balance of all accounts at the end of a day. */
  balanceOn: (on: string) => number;
  knownOn: string | null;
}): FrozenComparison {
  const { days, knownOn } = input;
  const known = knownOn === null ? [] : days.filter((day) => day.on <= knownOn);
  const weeks: FrozenWeek[] = [];
  for (let i = 0; i + WEEK <= known.length; i += WEEK) {
    weeks.push(weekOf(known.slice(i, i + WEEK), input));
  }
  const distances = weeks.map(({ balance: b }) => Math.abs(b.forecastMinor - b.actualMinor));
  const inside = weeks.filter(
    ({ balance: b }) => b.lowMinor <= b.actualMinor && b.actualMinor <= b.highMinor,
  );
  return {
    weeks,
    waitingDays: days.length - weeks.length * WEEK,
    wape: {
      receipts: wape(weeks.map((week) => week.receipts)),
      payments: wape(weeks.map((week) => week.payments)),
      balanceErrorMinor: weeks.length === 0 ? null : Math.round(sum(distances) / weeks.length),
      inBand: weeks.length === 0 ? null : inside.length / weeks.length,
    },
  };
}

function weekOf(
  days: readonly FrozenDay[],
  { lines, balanceOn }: { lines: readonly CameLine[]; balanceOn: (on: string) => number },
): FrozenWeek {
  const [first, last] = [days[0], days.at(-1)];
  const [fromOn, toOn] = [first?.on ?? "", last?.on ?? ""];
  const amounts = lines
    .filter((line) => line.bookedOn >= fromOn && line.bookedOn <= toOn)
    .map((line) => line.amountMinor);
  return {
    ...{ fromOn, toOn },
    receipts: {
      forecastMinor: sum(days.map((day) => day.receiptsMinor)),
      actualMinor: sum(amounts.filter((minor) => minor > 0)),
    },
    payments: {
      forecastMinor: sum(days.map((day) => day.paymentsMinor)),
      actualMinor: sum(amounts.filter((minor) => minor < 0)),
    },
    balance: {
      forecastMinor: last?.balanceMinor ?? 0,
      actualMinor: balanceOn(toOn),
      lowMinor: last?.lowMinor ?? 0,
      highMinor: last?.highMinor ?? 0,
    },
  };
}

function wape(pairs: readonly { forecastMinor: number; actualMinor: number }[]): number | null {
  const actual = sum(pairs.map((pair) => Math.abs(pair.actualMinor)));
  const error = sum(pairs.map((pair) => Math.abs(pair.forecastMinor - pair.actualMinor)));
  return actual === 0 ? null : error / actual;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, minor) => total + minor, 0);
}
