import { addDays, daysBetween, endOfMonth } from "#contract/date.ts";
import type { SourceRef } from "#contract/finding.ts";

/** Legal order of payments out: wages, then social charges, then taxes, before suppliers. */
export const LEGAL_RANKS = ["wages", "social", "taxes", "suppliers", "other"] as const;
export type LegalRank = (typeof LEGAL_RANKS)[number];

/** Something to pay: an open bill, or a line of the payment schedule. */
export interface Payable {
  ref: SourceRef;
  partyId: string | null;
  label: string;
  rank: LegalRank;
  /** Of a bill: its date, from which the legal terms run. */
  issuedOn?: string;
  dueOn: string;
  openMinor: number;
  /** Discount for paying by a day, as a share of the amount. */
  discount?: { share: number; untilOn: string };
}

export interface PaymentsInput {
  asOn: string;
  payables: readonly Payable[];
  cashMinor: number;
  floorMinor: number;
  /** Penalty for late payment and marginal cost of cash, a year, as shares. */
  penaltyRate: number;
  creditRate: number;
}

/** What to do about one payment: make it, hold it until its day, or make it early for a discount. */
export interface PaymentOut {
  kind: "make" | "hold" | "early";
  ref: SourceRef;
  partyId: string | null;
  label: string;
  legalRank: LegalRank;
  openMinor: number;
  /** The day to pay on; never after `payByOn`, unless that day has passed. */
  payOn: string;
  /** The last day that the invoice and the law allow. */
  payByOn: string;
  /** Cents that thirty more days would cost. */
  monthLateMinor: number;
  /** Of a discount: its yearly rate. */
  discountRate: number | null;
  /** The cash above the floor does not reach this far. */
  isShort: boolean;
  why: ("overdue" | "due" | "not-due" | "legal-limit" | "discount" | "legal-rank")[];
}

const LEGAL_DAYS = 60;
const MONTH_END_DAYS = 45;
/** Recovery costs that a late supplier payment owes (Code de commerce, D441-5). */
const RECOVERY_MINOR = 4000;

/**
 * The last day to pay a bill: its due date, and never beyond 60 days from its date, unless the due
 * date is 45 days end of month, counted either way (Code de commerce, L441-10).
 */
export function payByOn(issuedOn: string | undefined, dueOn: string): string {
  if (issuedOn === undefined) return dueOn;
  const limitOn = addDays(issuedOn, LEGAL_DAYS);
  if (dueOn <= limitOn) return dueOn;
  const monthEnds = [
    endOfMonth(addDays(issuedOn, MONTH_END_DAYS)),
    addDays(endOfMonth(issuedOn), MONTH_END_DAYS),
  ];
  return monthEnds.includes(dueOn) ? dueOn : limitOn;
}

/** Yearly rate that a discount is worth: `d/(1−d) × 365/days` gained by the supplier. */
export function discountRate(share: number, days: number): number {
  return days <= 0 || share <= 0 || share >= 1 ? 0 : (share / (1 - share)) * (365 / days);
}

/**
 * Payments out in the order to make them: what is due first by legal rank (wages, social charges,
 * taxes), then by what a further month would cost; what is not due is held until its last day; a
 * discount worth more than the cost of cash is taken when the cash above the floor allows. Nothing
 * is ever held beyond the legal terms. Pure.
 */
export function paymentsOut(input: PaymentsInput): PaymentOut[] {
  const rows = input.payables.filter((p) => p.openMinor > 0).map((p) => plan(p, input));
  const due = rows.filter((r) => r.kind === "make").sort(byDuty);
  const waiting = rows.filter((r) => r.kind === "hold").sort(byDate);
  let left = input.cashMinor - input.floorMinor;
  for (const row of due) {
    row.isShort = row.openMinor > left;
    left -= row.openMinor;
  }
  // A discount must not take the cash that a payment of the coming weeks needs.
  for (const row of waiting) {
    left -= row.openMinor;
    row.isShort = left < 0;
  }
  const chosen = waiting.filter((r) => (r.discountRate ?? 0) > input.creditRate && left >= 0);
  for (const row of chosen) {
    row.kind = "early";
    row.payOn = input.asOn;
    row.why = ["discount"];
  }
  const early = chosen.sort(
    (a, b) => (b.discountRate ?? 0) - (a.discountRate ?? 0) || byDate(a, b),
  );
  return [...due, ...early, ...waiting.filter((r) => r.kind === "hold")];
}

function plan(payable: Payable, { asOn, penaltyRate }: PaymentsInput): PaymentOut {
  const { ref, partyId, label, rank, issuedOn, dueOn, openMinor, discount } = payable;
  const lastOn = payByOn(issuedOn, dueOn);
  const isDue = lastOn <= asOn;
  const isBill = rank === "suppliers";
  const month = Math.round((openMinor * penaltyRate * 30) / 365);
  const why: PaymentOut["why"] = [lastOn < asOn ? "overdue" : isDue ? "due" : "not-due"];
  if (lastOn < dueOn) why.push("legal-limit");
  if (isDue && LEGAL_RANKS.indexOf(rank) < LEGAL_RANKS.indexOf("suppliers")) why.push("legal-rank");
  const isOffered = discount !== undefined && discount.untilOn >= asOn && !isDue;
  return {
    ...{ kind: isDue ? "make" : "hold", ref, partyId, label, legalRank: rank, openMinor },
    ...{ payOn: isDue ? asOn : lastOn, payByOn: lastOn, isShort: false, why },
    monthLateMinor: month + (isBill && lastOn >= asOn ? RECOVERY_MINOR : 0),
    discountRate: isOffered ? discountRate(discount.share, daysBetween(asOn, lastOn)) : null,
  };
}

function byDuty(a: PaymentOut, b: PaymentOut): number {
  return (
    LEGAL_RANKS.indexOf(a.legalRank) - LEGAL_RANKS.indexOf(b.legalRank) ||
    b.monthLateMinor - a.monthLateMinor ||
    byDate(a, b)
  );
}

function byDate(a: PaymentOut, b: PaymentOut): number {
  return (
    a.payByOn.localeCompare(b.payByOn) ||
    LEGAL_RANKS.indexOf(a.legalRank) - LEGAL_RANKS.indexOf(b.legalRank) ||
    b.openMinor - a.openMinor ||
    `${a.ref.kind} ${a.ref.id}`.localeCompare(`${b.ref.kind} ${b.ref.id}`)
  );
}

const WORDS: readonly [LegalRank, RegExp][] = [
  ["wages", /SALAIRE|\bPAIES?\b|PAYROLL|WAGE|REMUNERATION|\bNETS A PAYER/],
  ["social", /URSSAF|SOCIAL|RETRAITE|PREVOYANCE|MUTUELLE|AGIRC|ARRCO|\bMSA\b|COTISATION/],
  ["taxes", /\bTVA\b|\bVAT\b|IMPOT|\bTAX|\bIS\b|\bCFE\b|\bCVAE\b|DGFIP|TRESOR PUBLIC|FISCAL/],
];

/** The legal rank of a line of the payment schedule, by the words of its category and label. */
export function rankOf(category: string, label: string): LegalRank {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  for (const text of [plain(category), plain(label)]) {
    const found = WORDS.find(([, words]) => words.test(text));
    if (found !== undefined) return found[0];
  }
  return "other";
}
