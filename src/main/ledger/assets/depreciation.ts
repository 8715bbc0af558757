import { addDays, addMonths } from "#contract/date.ts";

/** What depreciation needs to know of an asset. */
export interface Depreciable {
  costMinor: number;
  residualMinor: number;
  inServiceOn: string;
  method: "linear" | "declining" | "none";
  months: number;
  disposedOn: string | null;
}

export interface YearSpan {
  startsOn: string;
  endsOn: string;
}

export interface DepreciationYear extends YearSpan {
  /** What the year's rate applies to. */
  baseMinor: number;
  amountMinor: number;
  accumulatedMinor: number;
}

/** Coefficients of the declining balance by years of use (CGI art. 39 A, ann. II art. 24). */
const COEFFICIENTS: readonly [untilYears: number, coefficient: number][] = [
  [4, 1.25],
  [6, 1.75],
  [Number.POSITIVE_INFINITY, 2.25],
];

/**
 * Depreciation of an asset over fiscal years, to the cent: straight-line pro rata temporis by days
 * of 30-day months from the day in service (PCG art. 214-13), or declining balance from the first
 * day of that month, going over to straight-line when that is more. A disposal ends it on its day.
 */
export function depreciation(asset: Depreciable, years: readonly YearSpan[]): DepreciationYear[] {
  if (asset.method === "none" || asset.months === 0) return [];
  const rows = asset.method === "linear" ? linear(asset, years) : declining(asset, years);
  return rows.filter((row) => row.amountMinor !== 0);
}

/** Fiscal years from the one in which an asset comes into service until it is written off. */
export function yearsOfUse(asset: Depreciable, known: readonly YearSpan[]): YearSpan[] {
  const endOn = addMonths(asset.inServiceOn, asset.months + 1);
  const years = known.filter((year) => year.endsOn >= asset.inServiceOn);
  const first = known[0];
  while (first !== undefined && (years[0] ?? first).startsOn > asset.inServiceOn) {
    const next = years[0] ?? first;
    const endsOn = addDays(next.startsOn, -1);
    years.unshift({ startsOn: addMonths(next.startsOn, -12), endsOn });
  }
  for (let last = years.at(-1); last !== undefined && last.endsOn < endOn; last = years.at(-1)) {
    const startsOn = addDays(last.endsOn, 1);
    years.push({ startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) });
  }
  return years;
}

function linear(asset: Depreciable, years: readonly YearSpan[]): DepreciationYear[] {
  const baseMinor = asset.costMinor - asset.residualMinor;
  const days = asset.months * 30;
  const until = (date: string) =>
    Math.round((baseMinor * Math.min(days, Math.max(0, days360(asset.inServiceOn, date)))) / days);
  let before = 0;
  return years.map((year) => {
    const last = earlier(year.endsOn, asset.disposedOn);
    const accumulatedMinor = last < year.startsOn ? before : until(addDays(last, 1));
    const amountMinor = accumulatedMinor - before;
    before = accumulatedMinor;
    return { ...year, baseMinor, amountMinor, accumulatedMinor };
  });
}

function declining(asset: Depreciable, years: readonly YearSpan[]): DepreciationYear[] {
  const whole = asset.months / 12;
  const coefficient = COEFFICIENTS.find(([until]) => whole <= until)![1];
  const monthStart = `${asset.inServiceOn.slice(0, 7)}-01`;
  let left = asset.costMinor - asset.residualMinor;
  let index = 0;
  return years.map((year) => {
    const last = earlier(year.endsOn, asset.disposedOn);
    const isOut = last < year.startsOn || left === 0 || year.endsOn < monthStart;
    const baseMinor = left;
    const yearsLeft = whole - index;
    let amountMinor = 0;
    if (!isOut) {
      const from = year.startsOn > monthStart ? year.startsOn : monthStart;
      const share = monthsBetween(from, last) / 12;
      const straight = yearsLeft <= 1 ? left : Math.round(left / yearsLeft);
      const rate = coefficient / whole;
      const full = yearsLeft <= 1 ? left : Math.max(Math.round(left * rate), straight);
      amountMinor = Math.min(
        left,
        yearsLeft <= 1 && share === 1 ? left : Math.round(full * Math.min(1, share)),
      );
      index++;
    }
    left -= amountMinor;
    const accumulatedMinor = asset.costMinor - asset.residualMinor - left;
    return { ...year, baseMinor, amountMinor, accumulatedMinor };
  });
}

/** Days from one date to another, months counting thirty. */
function days360(from: string, to: string): number {
  const parts = (date: string) => {
    const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
    return year * 360 + month * 30 + Math.min(day, 30);
  };
  return parts(to) - parts(from);
}

/** Months of a span, each begun month counting whole. */
function monthsBetween(from: string, to: string): number {
  const at = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return at(to) - at(from) + 1;
}

function earlier(a: string, b: string | null): string {
  return b !== null && b < a ? b : a;
}
