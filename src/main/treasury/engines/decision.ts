import { daysBetween } from "#contract/date.ts";

/** Money on a day; negative is paid. */
export interface DatedFlow {
  on: string;
  amountMinor: number;
}

/** One way to act: what it would pay and bring. */
export interface DecisionOption {
  name: string;
  flows: readonly DatedFlow[];
}

/** An option weighed. */
export interface WeighedOption {
  name: string;
  npvMinor: number;
  /** Every internal rate of return between −99 % and 1,000 % a year; none, one or several. */
  rates: number[];
  /** Modified rate, both ways at the discount rate; null without both receipts and payments. */
  modifiedRate: number | null;
  /** Days on which what was paid has come back, plain and discounted; null when it never does. */
  paybackOn: string | null;
  discountedPaybackOn: string | null;
  lowest: { on: string; balanceMinor: number };
  /** The lowest balance falls below the floor. */
  breaksFloor: boolean;
}

const YEAR_DAYS = 365;
const GRID = 600;
const LOWEST_RATE = -0.99;
const HIGHEST_RATE = 10;

/**
 * Decision arbiter: each option's net present value, rates of return, payback and lowest cash, then
 * the options that keep above the floor by falling value, those that break it after them. Pure.
 * @param balances forecast balance by day, without any option
 */
export function decide(input: {
  asOn: string;
  /** Discount rate a year, as a fraction. */
  rate: number;
  floorMinor: number;
  balances: readonly { on: string; balanceMinor: number }[];
  options: readonly DecisionOption[];
}): WeighedOption[] {
  const weighed = input.options.map((option) => weigh(option, input));
  return weighed.sort(
    (a, b) => Number(a.breaksFloor) - Number(b.breaksFloor) || b.npvMinor - a.npvMinor,
  );
}

function weigh(
  { name, flows }: DecisionOption,
  input: Omit<Parameters<typeof decide>[0], "options">,
): WeighedOption {
  const { asOn, rate, floorMinor, balances } = input;
  const sorted = flows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const net = netByDay(sorted);
  const lowest = lowestWith(balances, sorted);
  return {
    name,
    npvMinor: Math.round(presentValue(sorted, { asOn, rate })),
    rates: internalRates(net),
    modifiedRate: modifiedRate(net, rate),
    paybackOn: payback(net, { asOn, rate: 0 }),
    discountedPaybackOn: payback(net, { asOn, rate }),
    lowest,
    breaksFloor: lowest.balanceMinor < floorMinor,
  };
}

/** Sum of `amount / (1 + rate)^(days / 365)`, as spreadsheets' XNPV. */
export function presentValue(
  flows: readonly DatedFlow[],
  { asOn, rate }: { asOn: string; rate: number },
): number {
  return flows.reduce(
    (sum, f) => sum + f.amountMinor / (1 + rate) ** (daysBetween(asOn, f.on) / YEAR_DAYS),
    0,
  );
}

/**
 * All rates at which the flows are worth nothing, rising. Without a change of sign there is none
 * (Descartes); the range is searched on a grid, each bracket closed by bisection.
 */
export function internalRates(flows: readonly DatedFlow[]): number[] {
  const first = flows[0];
  if (first === undefined || signChanges(flows) === 0) return [];
  const value = (rate: number) => presentValue(flows, { asOn: first.on, rate });
  // Steps of equal ratio: rates near −99 % need far finer ones than those near 1,000 %.
  const at = (n: number) =>
    (1 + LOWEST_RATE) * ((1 + HIGHEST_RATE) / (1 + LOWEST_RATE)) ** (n / GRID) - 1;
  const rates: number[] = [];
  for (let n = 0; n < GRID; n++) {
    const [low, high] = [at(n), at(n + 1)];
    const [a, b] = [value(low), value(high)];
    if (a === 0) rates.push(low);
    else if (a * b < 0) rates.push(bisect(value, low, high));
  }
  return rates;
}

function signChanges(flows: readonly DatedFlow[]): number {
  const signs = flows.map((f) => Math.sign(f.amountMinor)).filter((sign) => sign !== 0);
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
}

function bisect(value: (rate: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = value(low) < 0;
  for (let n = 0; n < 200 && high - low > 1e-14; n++) {
    const middle = (low + high) / 2;
    if (value(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** `(worth of receipts at the end / worth of payments at the start)^(365/days) − 1`. */
export function modifiedRate(flows: readonly DatedFlow[], rate: number): number | null {
  const [first, last] = [flows[0], flows.at(-1)];
  if (first === undefined || last === undefined || first.on === last.on) return null;
  const paid = presentValue(
    flows.filter((f) => f.amountMinor < 0),
    { asOn: first.on, rate },
  );
  const received = presentValue(
    flows.filter((f) => f.amountMinor > 0),
    { asOn: last.on, rate },
  );
  if (paid === 0 || received === 0) return null;
  return (received / -paid) ** (YEAR_DAYS / daysBetween(first.on, last.on)) - 1;
}

/** One flow a day, those that come to nothing left out. */
function netByDay(sorted: readonly DatedFlow[]): DatedFlow[] {
  return [...Map.groupBy(sorted, (flow) => flow.on)]
    .map(([on, flows]) => ({ on, amountMinor: flows.reduce((sum, f) => sum + f.amountMinor, 0) }))
    .filter((flow) => flow.amountMinor !== 0);
}

/** The day from which what was paid has come back for good; money received first is not a payback. */
function payback(
  net: readonly DatedFlow[],
  { asOn, rate }: { asOn: string; rate: number },
): string | null {
  let sum = 0;
  let hasOwed = false;
  let backOn: string | null = null;
  for (const flow of net) {
    sum += presentValue([flow], { asOn, rate });
    hasOwed ||= sum < 0;
    if (sum < 0) backOn = null;
    else if (hasOwed) backOn ??= flow.on;
  }
  return backOn;
}

function lowestWith(
  balances: readonly { on: string; balanceMinor: number }[],
  flows: readonly DatedFlow[],
): { on: string; balanceMinor: number } {
  let lowest: { on: string; balanceMinor: number } | undefined;
  for (const { on, balanceMinor } of balances) {
    const moved = flows.reduce((sum, f) => sum + (f.on <= on ? f.amountMinor : 0), balanceMinor);
    if (lowest === undefined || moved < lowest.balanceMinor) lowest = { on, balanceMinor: moved };
  }
  return lowest ?? { on: flows[0]?.on ?? "", balanceMinor: 0 };
}
