import type { CostStream } from "./cost-streams.ts";
import { median } from "./robust-statistics.ts";

/** Why a recurring cost is asked about; a reason is a fact of the books, not a charge. */
export type GhostReason = "no-document" | "not-booked" | "same-purpose" | "only-activity";

/** A question to a person: is this recurring cost still wanted? */
export interface GhostCost {
  stream: CostStream;
  reasons: GhostReason[];
  /** Key of the other stream, when the purpose is the same. */
  otherKey: string | null;
}

/** Rent of premises, bank charges, taxes, payroll, interest, depreciation: nobody bills these. */
const NEVER_BILLED = /^(603|6132|627|63|64|66|67|68|69)/;
const NEVER_BILLED_WORDS =
  /SALAIRE|PAIE\b|REMUNERATION|URSSAF|DGFIP|IMPOT|TVA\b|CFE\b|RETRAITE|PREVOYANCE|MUTUELLE|\bPRET|EMPRUNT|CREDIT|FRAIS|COMMISSION|COTISATION|LOYER/;
/** Two suppliers of one account whose yearly costs are this close may do the same work. */
const SAME_SIZE = 1.5;
/** Accounts that hold one kind of purchase only, where two subscriptions are one too many. */
const ONE_PURPOSE = /^(6135|6156|616|6226|626|6281|651)/;

/**
 * Recurring costs to ask about: paid without any document behind, or beside another supplier of the
 * same account at a like cost. A supplier without other activity, or money not booked on an account,
 * only adds to these.
 * @param activities number of days on which each payee cost something
 */
export function ghostCosts(
  streams: readonly CostStream[],
  activities: ReadonlyMap<string, number>,
): GhostCost[] {
  return streams.flatMap((stream) => {
    if (isNeverBilled(stream)) return [];
    const other = streams.find((one) => isSamePurpose(one, stream));
    const isBare = stream.hits.every((hit) => !hit.hasDocument);
    if (!isBare && other === undefined) return [];
    const reasons: GhostReason[] = [];
    if (isBare) reasons.push("no-document");
    if (stream.account === undefined) reasons.push("not-booked");
    if (other !== undefined) reasons.push("same-purpose");
    if ((activities.get(stream.payee) ?? 0) <= stream.hits.length) reasons.push("only-activity");
    return [{ stream, reasons, otherKey: other?.key ?? null }];
  });
}

function isNeverBilled({ account, label }: CostStream): boolean {
  const words = label.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  return account === undefined ? NEVER_BILLED_WORDS.test(words) : NEVER_BILLED.test(account);
}

function isSamePurpose(other: CostStream, stream: CostStream): boolean {
  if (other.payee === stream.payee || other.account !== stream.account) return false;
  if (stream.account === undefined || !ONE_PURPOSE.test(stream.account)) return false;
  const [a, b] = [yearlyMinor(other), yearlyMinor(stream)];
  return Math.max(a, b) <= SAME_SIZE * Math.min(a, b);
}

/** What a stream costs a year at its last three amounts. */
export function yearlyMinor(stream: CostStream): number {
  const amounts = stream.hits.slice(-3).map((hit) => hit.amountMinor);
  return Math.round(median(amounts) * stream.hitsPerYear);
}
