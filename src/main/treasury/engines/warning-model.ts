import { fromDayNumber, monthOf, toDayNumber } from "#contract/date.ts";
import type { Figure, SourceRef } from "#contract/finding.ts";
import type { MarginMonth } from "./margin-months.ts";
import { gradeReliability } from "./small-data.ts";

/** An invoice or bill with its payments; amounts are positive, those of credit notes negative. */
export interface TradeRow {
  id: string;
  side: "customer" | "supplier";
  kind: "invoice" | "credit-note";
  partyId: string;
  issuedOn: string;
  dueOn: string;
  grossMinor: number;
  payments: readonly { paidOn: string; amountMinor: number }[];
}

/** A line of a bank account. */
export interface BankRow {
  id: string;
  bookedOn: string;
  amountMinor: number;
  label: string;
}

/** What the detectors look at. */
export interface WarningInput {
  asOn: string;
  trade: readonly TradeRow[];
  bank: readonly BankRow[];
  /** By client and family; nothing where no cost names them. */
  margins?: readonly MarginMonth[];
  /** Balance of all accounts before the first bank line. */
  openingMinor: number;
  floorMinor: number;
  levels?: WarningLevels;
}

/** Levels that the company set; each detector has its own where one is missing. */
export interface WarningLevels {
  /** Alerts of less than this are not given. */
  minimumImpactMinor?: number | undefined;
  /** A client above this share of sales is told (1 is all). */
  concentrationShare?: number | undefined;
  /** An invoice is overdue from so many days after its due date. */
  lateDays?: number | undefined;
}

export type DetectorName =
  | "lateness-drift"
  | "overdue-habit"
  | "disputes"
  | "concentration"
  | "terms-shrinking"
  | "order-gap"
  | "margin-erosion"
  | "low-point"
  | "days-below-floor"
  | "overdraft-fees";

/** A part of the sentence of an alert: which figure it is, and the figure. */
export interface WarningPart {
  code: string;
  figure: Figure;
}

/** One client, supplier or account that a detector could judge on a day. */
export interface Subject {
  key: string;
  partyId: string | null;
  /** Chance of such rows when nothing has changed; null where a plain rule decides. */
  pValue: number | null;
  /** The change is large enough to speak of. */
  isLarge: boolean;
  impactMinor: number;
  sinceDay: number;
  describe: () => { parts: WarningPart[]; refs: SourceRef[] };
}

/** Looks for one kind of signal; what it alerts is later held against what happened. */
export interface Detector {
  name: DetectorName;
  /** Days after which an alert is judged: whole fortnights, as the reviews are. */
  horizonDays: number;
  look: (view: View) => Subject[];
  /** Whether what the alert fears came; null where the rows of those days do not tell. */
  cameTrue: (subject: Subject, days: { before: View; after: View }) => boolean | null;
}

/** A trade row as it is known on the day of a view. */
export interface KnownItem {
  row: TradeRow;
  issuedDay: number;
  dueDay: number;
  paidMinor: number;
  firstPaidDay: number | null;
  /** What the first day of payment left open. */
  leftMinor: number;
  settledDay: number | null;
}

/** All that is known at the end of a day, and nothing later. */
export interface View {
  day: number;
  /** Invoices and credit notes of each party, by date of issue. */
  customers: ReadonlyMap<string, readonly KnownItem[]>;
  suppliers: ReadonlyMap<string, readonly KnownItem[]>;
  bank: readonly BankDay[];
  /** Whole months of each client and family, oldest first. */
  margins: ReadonlyMap<string, readonly MarginMonth[]>;
  openingMinor: number;
  floorMinor: number;
  levels: WarningLevels;
}

/** The bank lines of a day, and the balance at its end. */
export interface BankDay {
  day: number;
  balanceMinor: number;
  lines: readonly BankRow[];
}

/** Cuts the rows at any day: what was issued, paid and booked by then. */
export function viewsOf(input: WarningInput): (day: number) => View {
  const rows = input.trade
    .map((row) => ({
      row,
      issuedDay: toDayNumber(row.issuedOn),
      dueDay: toDayNumber(row.dueOn),
      payments: row.payments
        .map((p) => ({ day: toDayNumber(p.paidOn), minor: p.amountMinor }))
        .sort((a, b) => a.day - b.day || a.minor - b.minor),
      // An item is the same on all days between two of its payments: the views share it.
      states: [] as KnownItem[],
    }))
    .sort((a, b) => a.issuedDay - b.issuedDay || (a.row.id < b.row.id ? -1 : 1));
  const bank = bankDays(input);
  const marginsAt = marginsOf(input.margins ?? []);
  return (day) => {
    const customers = new Map<string, KnownItem[]>();
    const suppliers = new Map<string, KnownItem[]>();
    for (const one of rows) {
      if (one.issuedDay > day) break;
      const parties = one.row.side === "customer" ? customers : suppliers;
      const own = parties.get(one.row.partyId);
      const paid = one.payments.findIndex((payment) => payment.day > day);
      const state = paid === -1 ? one.payments.length : paid;
      const item = one.states[state] ?? known(one, day);
      one.states[state] = item;
      if (own === undefined) parties.set(one.row.partyId, [item]);
      else own.push(item);
    }
    const { openingMinor, floorMinor } = input;
    const days = bank.filter((b) => b.day <= day);
    const levels = input.levels ?? {};
    const margins = marginsAt(day);
    return { day, customers, suppliers, bank: days, margins, openingMinor, floorMinor, levels };
  };
}

function known(
  one: {
    row: TradeRow;
    issuedDay: number;
    dueDay: number;
    payments: readonly { day: number; minor: number }[];
  },
  day: number,
): KnownItem {
  const { row, issuedDay, dueDay } = one;
  let paidMinor = 0;
  let firstPaidDay: number | null = null;
  let leftMinor = row.grossMinor;
  let settledDay: number | null = null;
  for (const payment of one.payments) {
    if (payment.day > day) break;
    paidMinor += payment.minor;
    firstPaidDay ??= payment.day;
    if (payment.day === firstPaidDay) leftMinor = row.grossMinor - paidMinor;
    if (settledDay === null && Math.abs(paidMinor) >= Math.abs(row.grossMinor)) {
      settledDay = payment.day;
    }
  }
  return { row, issuedDay, dueDay, paidMinor, firstPaidDay, leftMinor, settledDay };
}

/** The months that have ended by a day. */
function marginsOf(months: readonly MarginMonth[]): (day: number) => View["margins"] {
  const sorted = months.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  const byKey = Map.groupBy(sorted, (one) => one.key);
  const keys = [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (day) => {
    // The month of the day after has not ended.
    const running = monthOf(fromDayNumber(day + 1));
    return new Map(keys.map(([key, own]) => [key, own.filter((one) => one.month < running)]));
  };
}

function bankDays(input: WarningInput): BankDay[] {
  const sorted = [...input.bank].sort(
    (a, b) => a.bookedOn.localeCompare(b.bookedOn) || (a.id < b.id ? -1 : 1),
  );
  let balanceMinor = input.openingMinor;
  return [...Map.groupBy(sorted, (line) => line.bookedOn)].map(([on, lines]) => {
    for (const line of lines) balanceMinor += line.amountMinor;
    return { day: toDayNumber(on), balanceMinor, lines };
  });
}

/** The row that an item of trade opens down to. */
export function refOf({ row }: { row: TradeRow }): SourceRef {
  const credit = row.kind === "credit-note";
  if (row.side === "customer") return { kind: credit ? "credit-note" : "invoice", id: row.id };
  return { kind: credit ? "bill-credit-note" : "bill", id: row.id };
}

/** A figure of an alert, to one decimal for days and to a tenth of a percent for shares. */
export function part(
  code: string,
  told: { value: number; unit: Figure["unit"]; observations: number; periodDays: number },
  refs: SourceRef[] = [],
): WarningPart {
  const steps = { minor: 1, count: 1, score: 1, days: 10, months: 10, share: 1000 }[told.unit];
  const value = Math.round(told.value * steps) / steps;
  const reliability = gradeReliability(told.observations, Math.round(told.periodDays));
  return { code, figure: { value, unit: told.unit, reliability, refs } };
}

/** What was billed to a party, or by it, in the days up to and including the last. */
export function billedMinor(
  items: readonly KnownItem[],
  span: { day: number; days: number },
): number {
  let sum = 0;
  for (const item of items) {
    if (item.issuedDay <= span.day && item.issuedDay > span.day - span.days) {
      sum += item.row.grossMinor;
    }
  }
  return sum;
}
