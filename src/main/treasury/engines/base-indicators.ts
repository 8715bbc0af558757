import { daysBetween } from "#contract/date.ts";
import { gradeReliability, type Reliability } from "./small-data.ts";

/** What a month billed or bought, all taxes included. */
export interface MonthlyGross {
  /** `YYYY-MM`. */
  month: string;
  grossMinor: number;
  /** Invoices or bills of the month. */
  documents: number;
}

/** The rows behind the indicators, all up to one day. */
export interface IndicatorInput {
  asOn: string;
  /** Balances of classes 1 to 5, debit positive. */
  balances: readonly { account: string; minor: number }[];
  /** Profit of the fiscal year so far, positive. */
  resultMinor: number;
  billing: readonly MonthlyGross[];
  purchases: readonly MonthlyGross[];
  /** Open customer invoices and bills, all taxes included; of the former, those not due yet. */
  receivableMinor: number;
  receivableNotDueMinor: number;
  payableMinor: number;
  /** Net sales and cost of goods sold of the last twelve months. */
  netSalesMinor: number;
  costOfGoodsMinor: number;
  /** What the bank accounts gained or lost in each of the last full months, the latest last. */
  netFlows: readonly number[];
  cashMinor: number;
}

export type IndicatorKey =
  | "dso"
  | "dso-best"
  | "delinquency"
  | "dpo"
  | "dio"
  | "cash-cycle"
  | "frng"
  | "bfr"
  | "bfr-operating"
  | "bfr-days"
  | "net-cash"
  | "burn"
  | "runway";

/** One indicator: `value` in cents, days or months; null where the rows do not tell. */
export interface Indicator {
  key: IndicatorKey;
  unit: "minor" | "days" | "months";
  value: number | null;
  reliability: Reliability;
}

/** The indicators, and what separates net cash from its two parts: 0 unless the books are wrong. */
export interface Indicators {
  indicators: Indicator[];
  identityGapMinor: number;
}

const MOST_MONTHS = 24;
const YEAR_DAYS = 365;

/**
 * Base indicators of treasury. DSO and DPO by count-back (méthode par épuisement), both sides with
 * taxes; working capital (FRNG), its requirement (BFR) and net cash (trésorerie nette) from the
 * balance sheet, where FRNG − BFR = net cash to the cent; burn as the median of three months and
 * the runway that it leaves. Pure.
 */
export function baseIndicators(input: IndicatorInput): Indicators {
  const dso = countBackDays(input.receivableMinor, input.billing, input.asOn);
  const best = countBackDays(input.receivableNotDueMinor, input.billing, input.asOn);
  const dpo = countBackDays(input.payableMinor, input.purchases, input.asOn);
  const sheet = functionalSheet(input);
  const dio = ratioDays(sheet.stockMinor, input.costOfGoodsMinor);
  const burn = burnOf(input.netFlows);
  const sales = spanOf(input.billing, input.asOn);
  const bought = spanOf(input.purchases, input.asOn);
  const months = monthsGrade(input.netFlows.length);
  // Sums of the books are what they are; only what they stand for in days is an estimate.
  const books = { grade: "A", observations: input.balances.length, periodDays: YEAR_DAYS } as const;
  const cycle = dso === null || dpo === null ? null : dso + (dio ?? 0) - dpo;
  const days = (key: IndicatorKey, value: number | null, reliability: Reliability): Indicator => ({
    ...{ key, unit: "days", reliability },
    value: value === null ? null : Math.round(value * 10) / 10,
  });
  const minor = (key: IndicatorKey, value: number | null, reliability: Reliability): Indicator => ({
    ...{ key, unit: "minor", value, reliability },
  });
  return {
    indicators: [
      days("dso", dso, sales),
      days("dso-best", best, sales),
      days("delinquency", dso === null || best === null ? null : dso - best, sales),
      days("dpo", dpo, bought),
      days("dio", dio, books),
      days("cash-cycle", cycle, sales),
      minor("frng", sheet.frngMinor, books),
      minor("bfr", sheet.bfrMinor, books),
      minor("bfr-operating", sheet.operatingMinor, books),
      days("bfr-days", ratioDays(sheet.bfrMinor, input.netSalesMinor), books),
      minor("net-cash", sheet.netCashMinor, books),
      minor("burn", burn, months),
      runway(input.cashMinor, burn, months),
    ],
    identityGapMinor: sheet.frngMinor - sheet.bfrMinor - sheet.netCashMinor,
  };
}

/**
 * Days of billing that an open amount stands for: the latest months are used up one after the
 * other, whole months by their days, the last one in part. Null when two years do not use it up.
 */
export function countBackDays(
  openMinor: number,
  billing: readonly MonthlyGross[],
  asOn: string,
): number | null {
  const byMonth = new Map(billing.map((one) => [one.month, one.grossMinor]));
  let left = openMinor;
  let days = 0;
  let month = asOn.slice(0, 7);
  for (let n = 0; n < MOST_MONTHS; n++) {
    if (left <= 0) return days;
    const billed = byMonth.get(month) ?? 0;
    const length = n === 0 ? Number(asOn.slice(8)) : lengthOf(month);
    if (billed >= left) return days + (length * left) / billed;
    days += length;
    left -= Math.max(0, billed);
    month = monthBefore(month);
  }
  return null;
}

/** Accounts of current assets and debts that turn with the business. */
const OPERATING = /^(?:3|40|41|42|43|4455|4456|4457|4458|445[01]|486|487)/;

function functionalSheet({ balances, resultMinor }: IndicatorInput) {
  const sum = (pattern: RegExp) =>
    balances.reduce((total, b) => total + (pattern.test(b.account) ? b.minor : 0), 0);
  return {
    /** Stable resources (with the result so far) less stable uses, depreciation among the former. */
    frngMinor: resultMinor - sum(/^[12]/),
    bfrMinor: sum(/^[34]/),
    operatingMinor: sum(OPERATING),
    netCashMinor: sum(/^5/),
    stockMinor: sum(/^3/),
  };
}

function ratioDays(stockMinor: number, yearlyMinor: number): number | null {
  return yearlyMinor > 0 ? (stockMinor * YEAR_DAYS) / yearlyMinor : null;
}

/** Median of what the last three months cost, positive; null before three full months. */
function burnOf(netFlows: readonly number[]): number | null {
  const last = netFlows.slice(-3);
  if (last.length < 3) return null;
  return 0 - (last.toSorted((a, b) => a - b)[1] ?? 0);
}

/** Months that the cash lasts at this burn; null where nothing is burnt. */
function runway(cashMinor: number, burn: number | null, reliability: Reliability): Indicator {
  const value = burn === null || burn <= 0 ? null : Math.round((cashMinor * 10) / burn) / 10;
  return { key: "runway", unit: "months", value, reliability };
}

function spanOf(billing: readonly MonthlyGross[], asOn: string): Reliability {
  const first = billing[0]?.month;
  const periodDays = first === undefined ? 0 : Math.max(0, daysBetween(`${first}-01`, asOn));
  const documents = billing.reduce((sum, one) => sum + one.documents, 0);
  return gradeReliability(documents, periodDays);
}

/** A median of three months is little; a year of them says how far they vary. */
function monthsGrade(months: number): Reliability {
  return { grade: months >= 12 ? "B" : "C", observations: months, periodDays: months * 30 };
}

function lengthOf(month: string): number {
  return daysBetween(`${month}-01`, `${monthAfter(month)}-01`);
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
