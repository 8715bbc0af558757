import { addDays, daysBetween } from "#contract/date.ts";
import type { DatedFlow, ForecastRef, LeftOut, OpenItem } from "./forecast-model.ts";
import type { ScheduledFlow } from "./forecast-schedule.ts";
import { labelWords } from "./label-words.ts";
import { expectedDates, type RecurringFlow } from "./recurring-flows.ts";

/** A recurring flow's expected hit. */
export interface RecurringHit extends DatedFlow {
  flow: RecurringFlow;
}

interface Known {
  asOn: string;
  horizonDays: number;
  openItems: readonly OpenItem[];
  schedule: readonly ScheduledFlow[];
}

const LIKE = 0.3;
/** With the same words and the same days, a schedule of half or twice the size is the same. */
const NAMED = 0.5;
const SAME = 0.01;

/** What bank labels call the usual categories of a schedule. */
const CATEGORY_WORDS: Record<string, string[]> = {
  payroll: ["SALAIRE", "PAIE", "PAYE"],
  salaires: ["SALAIRE", "PAIE", "PAYE"],
  social: ["URSSAF", "RETRAITE", "MUTUELLE"],
  vat: ["TVA", "DGFIP"],
  tva: ["TVA", "DGFIP"],
  tax: ["DGFIP", "IMPOT"],
  rent: ["LOYER", "BAIL"],
  loan: ["PRET", "EMPRUNT", "CREDIT"],
  emprunt: ["PRET", "EMPRUNT", "CREDIT"],
  lease: ["LEASING", "BAIL", "LOA", "LLD"],
  insurance: ["ASSURANCE", "ASSUR"],
};

/**
 * Layer of recurring flows, less what other layers count: customers' receipts (their future is
 * new business), hits that the schedule names, and bills already received. The left-out hits
 * come back with the reason.
 */
export function forecastRecurring(
  found: readonly RecurringFlow[],
  known: Known,
): { hits: RecurringHit[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const expected = found.flatMap((flow) => hitsOf(flow, known));
  const named = namedBySchedule(expected, known.schedule);
  const items = coverage(expected, known);
  const hits = expected.filter((hit) => {
    const scheduled = named.get(hit);
    const billed = items.get(hit);
    const receipt = hit.flow.billed && hit.amountMinor > 0;
    const reason = receipt
      ? ("customer-receipts" as const)
      : scheduled
        ? ("named-by-schedule" as const)
        : ("covered-by-open-items" as const);
    if (!receipt && !scheduled && !billed) return true;
    const on = addDays(known.asOn, hit.day);
    const { label, amountMinor } = hit;
    const by = receipt ? [] : (scheduled ?? billed ?? []);
    leftOut.push({ layer: "recurring", reason, label, on, amountMinor, by });
    return false;
  });
  return { hits, leftOut };
}

function hitsOf(flow: RecurringFlow, known: Known): RecurringHit[] {
  const untilOn = addDays(known.asOn, known.horizonDays);
  return expectedDates(flow, known.asOn, untilOn).map((on) => ({
    layer: "recurring",
    label: flow.label,
    amountMinor: flow.amountMinor,
    refs: flow.lineIds.slice(-3).map((id) => ({ kind: "bank-line", id })),
    day: daysBetween(known.asOn, on),
    flow,
  }));
}

/**
 * A schedule's date names the hit of its words about as large, or all the hits that share its
 * words and together are about as large (the schedule says "salaires", the bank says one a
 * head), or failing words the nearest hit of the same amount.
 */
function namedBySchedule(
  hits: readonly RecurringHit[],
  schedule: readonly ScheduledFlow[],
): Map<RecurringHit, ForecastRef[]> {
  const named = new Map<RecurringHit, ForecastRef[]>();
  for (const planned of schedule) {
    const words = new Set(scheduleWords(planned));
    const near = hits
      .filter((h) => !named.has(h) && sameSign(h, planned) && closeInTime(h, planned))
      .sort((a, b) => Math.abs(a.day - planned.day) - Math.abs(b.day - planned.day));
    const alike = near.filter((h) => labelWords(h.label).some((w) => words.has(w)));
    for (const hit of explained(planned, alike, near)) named.set(hit, planned.refs);
  }
  return named;
}

/** The one hit, or all that share the words, whichever is closer to the scheduled amount. */
function explained(
  { amountMinor }: ScheduledFlow,
  alike: readonly RecurringHit[],
  near: readonly RecurringHit[],
): readonly RecurringHit[] {
  const gap = (minor: number) => Math.abs(minor - amountMinor);
  const one = alike
    .filter((h) => about(h.amountMinor, amountMinor, NAMED))
    .sort((a, b) => gap(a.amountMinor) - gap(b.amountMinor) || a.day - b.day)[0];
  const sum = alike.reduce((a, h) => a + h.amountMinor, 0);
  const together = alike.length > 1 && about(sum, amountMinor, LIKE);
  if (together && (!one || gap(sum) < gap(one.amountMinor))) return alike;
  const same = one ?? near.find((h) => about(h.amountMinor, amountMinor, SAME));
  return same ? [same] : [];
}

/** The words by which a bank label may tell what was scheduled. */
export function scheduleWords(planned: { label: string; category: string }): string[] {
  const category = planned.category.toLowerCase();
  const usual = CATEGORY_WORDS[category] ?? [];
  return [...labelWords(planned.label), ...labelWords(planned.category), ...usual];
}

/**
 * Bills already received stand for the hits up to their due date and half a period more when
 * the flow is a billed one; otherwise an item stands for the one hit about as large and near.
 */
function coverage(
  hits: readonly RecurringHit[],
  { asOn, openItems }: Known,
): Map<RecurringHit, ForecastRef[]> {
  const covered = new Map<RecurringHit, ForecastRef[]>();
  for (const item of [...openItems].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const dueDay = Math.max(1, daysBetween(asOn, item.dueOn));
    const own = hits.filter((h) => !covered.has(h) && belongs(h, item));
    const ref = [{ kind: item.kind, id: item.id }];
    for (const hit of own.filter((h) => h.flow.billed)) {
      if (daysBetween(asOn, item.dueOn) + hit.flow.periodDays / 2 >= hit.day) covered.set(hit, ref);
    }
    const one = own
      .filter((h) => !h.flow.billed && about(h.amountMinor, item.openMinor, LIKE))
      .filter((h) => Math.abs(h.day - dueDay) <= h.flow.periodDays / 2)
      .sort((a, b) => Math.abs(a.day - dueDay) - Math.abs(b.day - dueDay))[0];
    if (one) covered.set(one, ref);
  }
  return covered;
}

function belongs(hit: RecurringHit, item: OpenItem): boolean {
  return hit.flow.partyId === item.partyId && sameSign(hit, { amountMinor: item.openMinor });
}

function sameSign(a: { amountMinor: number }, b: { amountMinor: number }): boolean {
  return a.amountMinor < 0 === b.amountMinor < 0;
}

function closeInTime(hit: RecurringHit, planned: ScheduledFlow): boolean {
  return Math.abs(hit.day - planned.day) <= Math.min(8, Math.ceil(hit.flow.periodDays / 3));
}

function about(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}
