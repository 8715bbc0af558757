import type { PaidItem } from "./payment-delays.ts";
import type { BankHistoryLine, RecurringFlow } from "./recurring-flows.ts";
import type { Reliability } from "./small-data.ts";

/** An unpaid invoice or bill; `openMinor` is signed: what it will bring in (+) or take out (−). */
export interface OpenItem {
  id: string;
  kind: "invoice" | "credit-note" | "bill" | "bill-credit-note";
  partyId: string;
  reference: string;
  dueOn: string;
  issuedOn: string;
  openMinor: number;
  /** Days that an assumption adds to every day on which it may be paid. */
  laterDays?: number;
}

/** An assumption on business not yet billed: what is billed from a day on is so much of the usual. */
export interface BillingChange {
  fromOn: string;
  /** The customer concerned; absent: all of them. */
  partyId?: string;
  /** 10,000 changes nothing, 0 stops the billing. */
  factorBps: number;
}

/** A dated and certain flow typed by a person: payroll, social charges, VAT, loan, rent. */
export interface ScheduleItem {
  id: string;
  dueOn: string;
  label: string;
  amountMinor: number;
  category: string;
  every: "once" | "week" | "month" | "quarter" | "half-year" | "year";
  untilOn?: string;
}

/** What multiplies the half-width of the band at each horizon, learned from past forecasts. */
export type BandFactors = Record<"d30" | "d60" | "d90", number>;

/** An invoice or credit note issued, tax included. */
export interface BilledRow {
  issuedOn: string;
  dueOn?: string;
  grossMinor: number;
  partyId?: string;
}

export interface ForecastInput {
  /** The balance is the bank's at the end of this day; the forecast starts the day after. */
  asOn: string;
  balanceMinor: number;
  openItems: readonly OpenItem[];
  paidHistory: readonly PaidItem[];
  bankHistory: readonly BankHistoryLine[];
  schedule: readonly ScheduleItem[];
  /** Invoices and credit notes (negative) issued, tax included; due dates give the usual terms. */
  billing: readonly BilledRow[];
  /** Flows of an assumption: dated like the schedule's, and standing for nothing that is known. */
  assumed?: readonly ScheduleItem[];
  billingChanges?: readonly BillingChange[];
  /** The same input before any assumption was applied. */
  plain?: ForecastInput;
  floorMinor: number;
  horizonDays: number;
  /** From the back-test of the company's own forecasts; 1 where there is none. */
  bandFactors?: BandFactors;
  /** Seed of the band's simulation; the same seed and rows give the same band. */
  seed?: number;
}

export type ForecastLayer = "schedule" | "open" | "recurring" | "run-rate";

export interface ForecastRef {
  kind: "schedule" | "invoice" | "credit-note" | "bill" | "bill-credit-note" | "bank-line";
  id: string;
}

export interface ForecastFlow {
  layer: ForecastLayer;
  /** As typed or as the bank wrote it; for the other layers a word that the screen translates. */
  label: string;
  amountMinor: number;
  /** For open items the twelve that weigh most that day; all of them are in `items`. */
  refs: ForecastRef[];
}

/** A flow of the forecast; `day` counts from 1, the day after the analysis date. */
export interface DatedFlow extends ForecastFlow {
  day: number;
}

/** What is expected of one open item: the parts and `laterMinor` add up to `openMinor`. */
export interface ItemForecast {
  id: string;
  kind: OpenItem["kind"];
  partyId: string;
  reference: string;
  openMinor: number;
  earlyOn: string;
  likelyOn: string;
  lateOn: string;
  /** Pairs of day (1 = the day after) and expected amount, within the horizon. */
  allotted: [day: number, amountMinor: number][];
  laterMinor: number;
}

/** A flow that another layer already counts. */
export interface LeftOut {
  layer: "schedule" | "recurring";
  reason: "named-by-schedule" | "covered-by-open-items" | "customer-receipts" | "exact-open-item";
  label: string;
  on: string;
  amountMinor: number;
  by: ForecastRef[];
}

export interface ForecastDay {
  on: string;
  balanceMinor: number;
  lowMinor: number;
  highMinor: number;
  flows: ForecastFlow[];
}

export interface ForecastPoint {
  on: string;
  balanceMinor: number;
  lowMinor: number;
  highMinor: number;
}

/** A remark on the method, as a code and numbers that the screen words. */
export interface ForecastNote {
  code:
    | "run-rate-off"
    | "run-rate-sales-only"
    | "customer-history-small"
    | "supplier-history-small"
    | "past-schedule-dropped"
    | "overdue-spread"
    | "flows-left-out";
  count: number;
}

export interface CashForecast {
  asOn: string;
  openingMinor: number;
  days: ForecastDay[];
  lowest: { on: string; balanceMinor: number };
  /** First day below the floor: of the curve, and of its P10 edge. */
  floor: { minor: number; crossedOn: string | null; lowCrossedOn: string | null };
  at: { d30: ForecastPoint | null; d60: ForecastPoint | null; d90: ForecastPoint | null };
  /** Sum of each layer over the horizon. */
  layers: Record<ForecastLayer, number>;
  runRate: { inHeadline: boolean; salesMinor: number; purchasesMinor: number; historyDays: number };
  items: ItemForecast[];
  recurring: RecurringFlow[];
  leftOut: LeftOut[];
  notes: ForecastNote[];
  reliability: Reliability;
}
