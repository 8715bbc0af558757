import { addDays, daysBetween, fromDayNumber, toDayNumber } from "#contract/date.ts";
import type { SourceRef } from "#contract/finding.ts";
import type { OpenItem } from "./forecast-model.ts";
import { type DatedInvoice, latenessOf } from "./payment-day/invoice-history.ts";
import {
  LATE_INPUTS,
  type LateInput,
  type LateRow,
  lateInputs,
} from "./payment-day/late-inputs.ts";
import { fitLateModel } from "./payment-day/late-model.ts";
import { type LogisticModel, logisticParts, logisticProbability } from "./payment-day/logistic.ts";
import type { PaidItem } from "./payment-delays.ts";
import { FRENCH_LATENESS, gradeReliability, type Reliability, totalWeight } from "./small-data.ts";

/** What moves a client's score from that of the portfolio; the points add up to the difference. */
export interface RiskReason {
  input: LateInput;
  points: number;
}

/** How likely a client is to pay in time: 100 is certain, 0 is hopeless. */
export interface ClientRisk {
  partyId: string;
  score: number;
  /** Chance that its next invoice is paid more than fifteen days late, or not at all. */
  lateChance: number;
  /** Score of the portfolio as a whole, and what leads from there to the client's. */
  portfolioScore: number;
  reasons: RiskReason[];
  payments: number;
  openMinor: number;
  lateMinor: number;
  reliability: Reliability;
  refs: SourceRef[];
}

export interface RiskScores {
  asOn: string;
  clients: ClientRisk[];
  /** How the score was made: by the regression, or by shares while payments are too few for it. */
  method: "regression" | "shares";
  reliability: Reliability;
}

const LATE_DAYS = 15;
const FEWEST_PAYMENTS = 60;
const FEWEST_LATE = 10;
const USUAL_TERM_DAYS = 30;
/** Scores of clients with fewer than three payments stay within these. */
const UNKNOWN = { payments: 3, low: 30, high: 80 };
const PSEUDO = 4;

/**
 * Engine 5: each client's score from 0 to 100, one less the chance that its next usual invoice is
 * paid more than fifteen days late, by a logistic regression whose inputs a late payment can only
 * raise. Invoices unpaid for longer than that count as late. Pure.
 */
export function riskScores(input: {
  asOn: string;
  paidHistory: readonly PaidItem[];
  openItems: readonly OpenItem[];
}): RiskScores {
  const { asOn } = input;
  const known = knownInvoices(input);
  const open = input.openItems.filter((item) => item.kind === "invoice");
  const parties = [...new Set([...known, ...open].map((one) => one.partyId))].sort();
  const knownOf = Map.groupBy(known, (one) => one.partyId);
  const openOf = Map.groupBy(open, (item) => item.partyId);
  const next = parties.map((partyId) =>
    nextInvoice(partyId, { own: knownOf.get(partyId) ?? [], known, asOn }),
  );
  const rows = lateInputs([...known, ...next]);
  const learned = rows.slice(0, known.length);
  const labels = known.map((one) => latenessOf(one) > LATE_DAYS);
  const isEnough = known.length >= FEWEST_PAYMENTS && labels.filter(Boolean).length >= FEWEST_LATE;
  const asOnDay = toDayNumber(asOn);
  const pairs = known.flatMap((invoice, i) => {
    const row = learned[i];
    return row ? [{ invoice, row }] : [];
  });
  const model = isEnough ? fitLateModel(pairs, { asOnDay, lateBeyondDays: LATE_DAYS }) : undefined;
  const prior = shareLate(labels);
  const clients = parties.map((partyId, i): ClientRisk => {
    const row = rows[known.length + i] ?? { inputs: new Float64Array(0), payments: 0 };
    const own = knownOf.get(partyId) ?? [];
    const items = openOf.get(partyId) ?? [];
    const weighed = model ? byRegression(model, row) : byShare(own, prior);
    const late = items.filter((item) => item.dueOn < asOn);
    return {
      partyId,
      ...bounded(weighed, row.payments),
      payments: row.payments,
      openMinor: items.reduce((sum, item) => sum + item.openMinor, 0),
      lateMinor: late.reduce((sum, item) => sum + item.openMinor, 0),
      reliability: gradeReliability(row.payments, spanDays(own, asOn)),
      refs: [
        { kind: "party", id: partyId },
        ...items.map(({ id }): SourceRef => ({ kind: "invoice", id })),
      ],
    };
  });
  clients.sort(
    (a, b) => a.score - b.score || b.openMinor - a.openMinor || (a.partyId < b.partyId ? -1 : 1),
  );
  return {
    ...{ asOn, clients, method: model ? ("regression" as const) : ("shares" as const) },
    reliability: gradeReliability(known.length, spanDays(known, asOn)),
  };
}

/** Payments of customers so far, and what has stayed unpaid too long as if paid on the day. */
function knownInvoices({ asOn, paidHistory, openItems }: Parameters<typeof riskScores>[0]) {
  const today = toDayNumber(asOn);
  const paid = paidHistory
    .filter((p) => p.side === "customer" && p.paidOn <= asOn && p.amountMinor > 0)
    .map((p): DatedInvoice => {
      const { partyId, dueOn, paidOn, amountMinor } = p;
      const issuedOn = p.issuedOn ?? addDays(dueOn, -USUAL_TERM_DAYS);
      const id = `${partyId} ${issuedOn} ${dueOn} ${paidOn} ${amountMinor}`;
      const days = { issuedDay: toDayNumber(issuedOn), dueDay: toDayNumber(dueOn) };
      return { id, partyId, amountMinor, ...days, paidDay: toDayNumber(paidOn) };
    });
  const unpaid = openItems
    .filter((item) => item.kind === "invoice" && daysBetween(item.dueOn, asOn) > LATE_DAYS)
    .map((item): DatedInvoice => {
      const days = { issuedDay: toDayNumber(item.issuedOn), dueDay: toDayNumber(item.dueOn) };
      const { id, partyId, openMinor } = item;
      return { id: `open ${id}`, partyId, amountMinor: openMinor, ...days, paidDay: today };
    });
  return [...paid, ...unpaid];
}

/** An invoice of the client's usual amount and term, issued the day after. */
function nextInvoice(
  partyId: string,
  { own, known, asOn }: Record<"own" | "known", readonly DatedInvoice[]> & { asOn: string },
): DatedInvoice {
  const issuedDay = toDayNumber(asOn) + 1;
  const mean = own.reduce((sum, one) => sum + one.amountMinor, 0) / Math.max(1, own.length);
  const terms = (own.length > 0 ? own : known)
    .map((one) => one.dueDay - one.issuedDay)
    .sort((a, b) => a - b);
  const term = terms[terms.length >> 1] ?? USUAL_TERM_DAYS;
  return {
    ...{ id: `next ${partyId}`, partyId, amountMinor: Math.round(mean), issuedDay },
    ...{ dueDay: issuedDay + term, paidDay: Number.POSITIVE_INFINITY },
  };
}

interface Weighed {
  chance: number;
  portfolioChance: number;
  parts: { input: LateInput; weight: number }[];
}

function byRegression(model: LogisticModel, row: LateRow): Weighed {
  const parts = logisticParts(model, row.inputs);
  return {
    chance: logisticProbability(model, row.inputs),
    portfolioChance: 1 / (1 + Math.exp(-model.intercept)),
    parts: LATE_INPUTS.map((input, i) => ({ input, weight: parts[i] ?? 0 })),
  };
}

/** Too few payments for a regression: the client's share, drawn towards that of all. */
function byShare(own: readonly DatedInvoice[], prior: number): Weighed {
  const hits = own.filter((one) => latenessOf(one) > LATE_DAYS).length;
  const chance = (hits + PSEUDO * prior) / (own.length + PSEUDO);
  const weight = chance - prior;
  return { chance, portfolioChance: prior, parts: [{ input: "late-15-share", weight }] };
}

/** The share of late payments, drawn towards that of French companies while payments are few. */
function shareLate(labels: readonly boolean[]): number {
  let beyond = 0;
  for (const [days, weight] of FRENCH_LATENESS) if (days > LATE_DAYS) beyond += weight;
  const french = beyond / totalWeight(FRENCH_LATENESS);
  return (labels.filter(Boolean).length + PSEUDO * french) / (labels.length + PSEUDO);
}

/** Whole points, with reasons that add up to the difference between client and portfolio. */
function bounded(
  { chance, portfolioChance, parts }: Weighed,
  payments: number,
): Pick<ClientRisk, "score" | "lateChance" | "portfolioScore" | "reasons"> {
  const plain = Math.round(100 * (1 - chance));
  const score =
    payments < UNKNOWN.payments ? Math.max(UNKNOWN.low, Math.min(UNKNOWN.high, plain)) : plain;
  const portfolioScore = Math.round(100 * (1 - portfolioChance));
  return {
    ...{ score, lateChance: chance, portfolioScore },
    reasons: shareOut(score - portfolioScore, parts),
  };
}

/** Points by each part's share of the log-odds, rounded so that they add up. */
function shareOut(points: number, parts: Weighed["parts"]): RiskReason[] {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  if (points === 0 || Math.abs(total) < 1e-9) return [];
  const exact = parts.map(({ input, weight }) => ({ input, exact: (-points * -weight) / total }));
  const floors = exact.map((one) => ({ ...one, points: Math.floor(one.exact) }));
  let left = points - floors.reduce((sum, one) => sum + one.points, 0);
  for (const one of floors.toSorted((a, b) => b.exact - b.points - (a.exact - a.points))) {
    if (left <= 0) break;
    one.points += 1;
    left -= 1;
  }
  return floors
    .filter((one) => one.points !== 0)
    .map(({ input, points: whole }) => ({ input, points: whole }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.input < b.input ? -1 : 1));
}

function spanDays(invoices: readonly DatedInvoice[], asOn: string): number {
  if (invoices.length === 0) return 0;
  const first = invoices.reduce(
    (min, one) => Math.min(min, one.issuedDay),
    Number.MAX_SAFE_INTEGER,
  );
  return Math.max(0, daysBetween(fromDayNumber(first), asOn));
}
