import { itemsOfAmount, leftOf, sideOf } from "./item-pool.ts";
import { type LineEvidence, supportOf } from "./line-evidence.ts";
import type { Draft, MatchContext } from "./weigh.ts";
import { DEFAULT_MARGIN_BPS } from "./weights.ts";

/**
 * What a draft may be acted on for, in the order in which lines are settled:
 * 1 own or structured reference with the exact amount (or one cent, or the acquirer's fee);
 * 2 own reference in part, or with unnamed items of the same party that complete the sum;
 * 3 account or name of the party with exact cents;
 * 4 a unique sum of one party's items, or one day's card settlement. 0: a person decides.
 */
export type Grade = 0 | 1 | 2 | 3 | 4;

/** A shortfall up to this share of the item may be a fee or a discount, not a part payment. */
const DISCOUNT_BPS = 500;
const MOST_CHANCE_NAMED = 0.005;
const MOST_CHANCE = 0.002;
const MOST_DAYS_BEFORE_ISSUE = 7;

/** Grades a draft; see `Grade`. */
export function gradeDraft(context: MatchContext, evidence: LineEvidence, draft: Draft): Grade {
  const { pool } = context;
  const items = draft.allocations.map(([i]) => i);
  if (items.some((i) => pool.contested.has(i))) return 0;
  if (!isOneSide(context, items) || !takesAllNamed(evidence, items)) return 0;
  const age = evidence.day - Math.max(...items.map((i) => pool.issuedDay[i] ?? 0));
  if (age < -MOST_DAYS_BEFORE_ISSUE) return 0;
  if (draft.forms.every((f) => f !== undefined)) {
    const grade = gradeNamed(context, evidence, draft);
    if (grade !== 0) return grade;
  }
  return age < 0 ? 0 : gradeUnnamed(context, evidence, draft);
}

/**
 * The best draft, when nothing comes within the margin of it; else the rival that forbids it.
 * @param drafts best first
 */
export function leader(context: MatchContext, drafts: readonly Draft[]) {
  const [best, next] = drafts;
  if (best === undefined || next === undefined) return { best, rival: undefined };
  const margin = (context.options.marginBps ?? DEFAULT_MARGIN_BPS) / 10_000;
  const isClose = next.strength > best.strength - margin + 1e-9;
  return { best, rival: isClose ? next : undefined };
}

function gradeNamed(context: MatchContext, evidence: LineEvidence, draft: Draft): Grade {
  const isWhole = draft.forms.every((f) => f !== "digits");
  const isCut = draft.allocations.some(([i]) => evidence.hitOf.get(i)?.mayBeCut === true);
  switch (draft.shape) {
    case "exact":
    case "foreign":
    case "group":
      return isWhole || !isAgainstParty(context, evidence, draft) ? 1 : 0;
    case "cent":
    case "fee":
      return isWhole ? 1 : 0;
    case "partial":
      return isWhole && !isCut && isClearPart(context, evidence, draft) ? 2 : 0;
    default:
      return 0;
  }
}

/** Digits alone may be a date: they do not stand against a party that the line names. */
function isAgainstParty(context: MatchContext, evidence: LineEvidence, draft: Draft): boolean {
  if (!evidence.parties.some((p) => p.strong)) return false;
  return draft.allocations.some(
    ([i]) => supportOf(evidence, context.pool.party[i] ?? -1) === undefined,
  );
}

function isClearPart(context: MatchContext, evidence: LineEvidence, draft: Draft): boolean {
  const { pool } = context;
  const [item = -1, amountMinor = 0] = draft.allocations[0] ?? [];
  const left = leftOf(pool, item);
  const party = pool.party[item] ?? -1;
  if (supportOf(evidence, party)?.strong !== true) return false;
  const { currency } = evidence.line;
  if (itemsOfAmount(pool, { currency, amountMinor, party }, 1).length > 0) return false;
  return Math.abs(left - amountMinor) * 10_000 > Math.abs(left) * DISCOUNT_BPS;
}

function gradeUnnamed(context: MatchContext, evidence: LineEvidence, draft: Draft): Grade {
  const { pool } = context;
  const isNamed = draft.forms.some((f) => f === "full" || f === "structured");
  const [first = -1] = draft.allocations[0] ?? [];
  const party = pool.party[first] ?? -1;
  const isStrong = supportOf(evidence, party)?.strong === true;
  const isUnique = draft.unique === true;
  if (draft.shape === "group" && isNamed) {
    return isUnique && (draft.chance ?? 1) <= MOST_CHANCE_NAMED ? 2 : 0;
  }
  if (namesOther(context, evidence, party, first)) return 0;
  if (draft.shape === "exact" || draft.shape === "foreign") return isStrong ? 3 : 0;
  if (draft.shape === "group") {
    return isStrong && isUnique && (draft.chance ?? 1) <= MOST_CHANCE ? 4 : 0;
  }
  const isCard = draft.allocations.every(([i]) => pool.items[i]?.paymentMethod === "card");
  return draft.shape === "fee" && isUnique && isCard ? 4 : 0;
}

/** The line names another item of the same party, open or already taken: it is not this one. */
function namesOther(
  context: MatchContext,
  evidence: LineEvidence,
  party: number,
  item: number,
): boolean {
  for (const [i, hit] of evidence.hitOf) {
    if (i !== item && hit.form !== "digits" && context.pool.party[i] === party) return true;
  }
  return false;
}

/** Every whole reference in the line must be among the draft's items, unless wrongly typed. */
function takesAllNamed(evidence: LineEvidence, items: readonly number[]): boolean {
  const named = evidence.hits.filter((h) => h.form !== "digits");
  if (!items.some((i) => named.some((h) => h.items.includes(i)))) return true;
  return named.every((h) => h.items.some((i) => items.includes(i)));
}

function isOneSide(context: MatchContext, items: readonly number[]): boolean {
  const sides = new Set(items.map((i) => context.pool.items[i]).map((i) => i && sideOf(i)));
  return sides.size === 1;
}
