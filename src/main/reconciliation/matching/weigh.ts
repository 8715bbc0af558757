import { foreignWords } from "./foreign-amount.ts";
import { type ItemPool, leftOf } from "./item-pool.ts";
import { type LineEvidence, supportOf } from "./line-evidence.ts";
import type { MatchOptions, PaymentHabit, Reason, Signal } from "./model.ts";
import { nearReference } from "./near-reference.ts";
import type { PartyIndex } from "./party-index.ts";
import type { ReferenceForm, ReferenceHit, ReferenceIndex } from "./reference-index.ts";
import { WEIGHTS } from "./weights.ts";

/** What all steps of one matching share. */
export interface MatchContext {
  readonly pool: ItemPool;
  readonly references: ReferenceIndex;
  readonly parties: PartyIndex;
  readonly habits: ReadonlyMap<string, PaymentHabit>;
  readonly options: MatchOptions;
}

/** How a draft's amounts meet the line's. */
type Shape =
  | "exact"
  | "foreign"
  | "group"
  | "fee"
  | "cent"
  | "discount"
  | "partial"
  | "over"
  | "spread";

/** A way to explain the line, by places in the pool, before it is weighed. */
export interface Sketch {
  readonly shape: Shape;
  readonly allocations: readonly (readonly [item: number, amountMinor: number])[];
  readonly feeMinor: number;
  readonly differenceMinor: number;
  /** For sums: found to be the only one, with this chance of being a coincidence. */
  readonly unique?: boolean;
  readonly chance?: number;
}

/** A weighed sketch. `forms` tells how each item's own reference was met. */
export interface Draft extends Sketch {
  readonly reasons: readonly Reason[];
  /** Sum of the weights; `score` is the same held to 0 to 1. */
  readonly strength: number;
  readonly score: number;
  readonly forms: readonly (ReferenceForm | undefined)[];
}

/** Weighs a sketch against all that the line says. */
export function weigh(context: MatchContext, evidence: LineEvidence, sketch: Sketch): Draft {
  const items = sketch.allocations.map(([i]) => i);
  const forms = items.map((i) => evidence.hitOf.get(i)?.form);
  const reasons = [
    ...referenceReasons(context, evidence, sketch),
    ...leftOutReasons(context, evidence, items),
    ...partyReasons(context, evidence, items),
    ...amountReasons(context, sketch),
    ...dateReasons(context, evidence, sketch),
  ];
  const strength = round(reasons.reduce((total, r) => total + r.weight, 0));
  return { ...sketch, reasons, forms, strength, score: Math.min(1, Math.max(0, strength)) };
}

function referenceReasons(context: MatchContext, evidence: LineEvidence, sketch: Sketch): Reason[] {
  const { pool, references } = context;
  const isSettled = ["exact", "foreign", "group"].includes(sketch.shape);
  const told: { item: number; signal: Signal; weight: number }[] = [];
  for (const [item] of sketch.allocations) {
    const hit = evidence.hitOf.get(item);
    const keys = references.keys[item];
    if (hit !== undefined) {
      const contradicted = isContradicted(context, evidence, item);
      told.push({ item, ...formReason(hit, isSettled, contradicted) });
    } else if (keys !== undefined) {
      const near = nearReference(evidence.near(), keys);
      if (near !== undefined) told.push({ item, signal: "reference-near", weight: WEIGHTS[near] });
    }
  }
  // A group is as sure as its named members are: the weight is shared among those.
  return told.map(({ item, signal, weight }) => {
    const value = pool.items[item]?.reference ?? "";
    return { signal, value, weight: round(weight / told.length) };
  });
}

/** The line also names another item, by a whole number: an answer without it is doubtful. */
function leftOutReasons(
  context: MatchContext,
  evidence: LineEvidence,
  items: readonly number[],
): Reason[] {
  const isNamed = items.some((i) => evidence.hitOf.has(i));
  const missed = evidence.hits.find(
    (h) => h.form !== "digits" && !h.items.some((i) => items.includes(i)),
  );
  if (!isNamed || missed === undefined) return [];
  const value = context.pool.items[missed.items[0] ?? -1]?.reference ?? "";
  return [{ signal: "reference-left-out", value, weight: WEIGHTS.referenceLeftOut }];
}

function formReason({ form, mayBeCut }: ReferenceHit, isSettled: boolean, contradicted: boolean) {
  const signal = {
    full: "own-reference",
    structured: "structured-reference",
    digits: "reference-digits",
  } as const;
  if (form === "digits") {
    const weight = isSettled ? WEIGHTS.referenceDigits : WEIGHTS.referenceDigitsOtherAmount;
    return { signal: signal[form], weight };
  }
  if (contradicted && !isSettled) {
    return { signal: signal[form], weight: WEIGHTS.contradictedReference };
  }
  if (mayBeCut) return { signal: signal[form], weight: WEIGHTS.cutReference };
  const weight = form === "full" ? WEIGHTS.ownReference : WEIGHTS.structuredReference;
  return { signal: signal[form], weight };
}

/** The line names another party and not this item's: the number may be a typing error. */
function isContradicted(context: MatchContext, evidence: LineEvidence, item: number): boolean {
  const party = context.pool.party[item] ?? -1;
  return evidence.parties.some((p) => p.strong) && supportOf(evidence, party) === undefined;
}

function partyReasons(
  context: MatchContext,
  evidence: LineEvidence,
  items: readonly number[],
): Reason[] {
  const party = context.pool.party[items[0] ?? -1] ?? -1;
  const support = supportOf(evidence, party);
  if (support === undefined || items.some((i) => context.pool.party[i] !== party)) return [];
  const value = context.parties.names[party] ?? "";
  const reasons: Reason[] = [];
  if (support.iban) reasons.push({ signal: "iban", value, weight: WEIGHTS.iban });
  if (support.coverage > 0) {
    const whole = support.iban ? WEIGHTS.partyNameBesideIban : WEIGHTS.partyName;
    reasons.push({ signal: "party-name", value, weight: round(whole * support.coverage) });
  }
  return reasons;
}

function amountReasons(context: MatchContext, sketch: Sketch): Reason[] {
  const { allocations, shape, feeMinor, differenceMinor } = sketch;
  const reasons: Reason[] = [shapeReason(context, sketch)];
  if (shape !== "fee" && feeMinor !== 0) {
    reasons.push({ signal: "fee", value: feeMinor, weight: WEIGHTS.fee });
  }
  if (!["cent", "over", "foreign"].includes(shape) && differenceMinor > 0) {
    reasons.push({ signal: "over-payment", value: differenceMinor, weight: 0 });
  }
  const signs = new Set(allocations.map(([, amount]) => Math.sign(amount)));
  if (signs.size > 1) {
    const least = allocations.reduce((a, b) => (Math.abs(b[1]) < Math.abs(a[1]) ? b : a));
    const value = context.pool.items[least[0]]?.reference ?? "";
    reasons.push({ signal: "credit-note-netted", value, weight: 0 });
  }
  return reasons;
}

function shapeReason(context: MatchContext, sketch: Sketch): Reason {
  const { allocations, shape, feeMinor, differenceMinor } = sketch;
  const total = allocations.reduce((sum, [, amount]) => sum + amount, 0);
  switch (shape) {
    case "exact":
      return { signal: "exact-amount", value: total, weight: WEIGHTS.exactAmount };
    case "foreign": {
      const foreign = context.pool.items[allocations[0]?.[0] ?? -1]?.foreign;
      const value = foreign === undefined ? "" : foreignWords(foreign);
      return { signal: "foreign-amount", value, weight: WEIGHTS.foreignAmount };
    }
    case "group":
      return { signal: "sum-of-items", value: allocations.length, weight: WEIGHTS.sumOfItems };
    case "fee":
      return { signal: "fee", value: feeMinor, weight: WEIGHTS.fee };
    case "cent": {
      const isCent = Math.abs(differenceMinor) <= 1;
      const weight = isCent ? WEIGHTS.oneCent : WEIGHTS.withinTolerance;
      return { signal: isCent ? "one-cent" : "within-tolerance", value: differenceMinor, weight };
    }
    case "discount": {
      const value = Math.round((-differenceMinor * 1000) / total) / 10;
      return { signal: "discount", value, weight: WEIGHTS.discount };
    }
    case "partial": {
      const [item = -1, amount = 0] = allocations[0] ?? [];
      const left = leftOf(context.pool, item) - amount;
      return { signal: "partial", value: left, weight: WEIGHTS.partial };
    }
    case "over":
      return { signal: "over-payment", value: differenceMinor, weight: 0 };
    case "spread":
      return { signal: "oldest-first", value: allocations.length, weight: 0 };
  }
}

function dateReasons(context: MatchContext, evidence: LineEvidence, sketch: Sketch): Reason[] {
  const { pool, habits } = context;
  const items = sketch.allocations.map(([i]) => i);
  const age = evidence.day - Math.max(...items.map((i) => pool.issuedDay[i] ?? 0));
  if (age < 0) {
    const weight = age < -7 ? WEIGHTS.dateFarBeforeIssue : WEIGHTS.dateBeforeIssue;
    return [{ signal: "date-before-issue", value: -age, weight }];
  }
  const late = evidence.day - Math.min(...items.map((i) => pool.dueDay[i] ?? 0));
  if (late > 365) return [{ signal: "date-very-late", value: late, weight: WEIGHTS.dateVeryLate }];
  const reasons: Reason[] = [];
  if (late <= 90) {
    reasons.push({ signal: "date-plausible", value: late, weight: WEIGHTS.datePlausible });
  }
  const habit = habits.get(pool.items[items[0] ?? -1]?.partyId ?? "");
  const isUsual =
    habit !== undefined && habit.count >= 3 && Math.abs(late - habit.medianDelayDays) <= 4;
  if (isUsual) {
    const value = habit.medianDelayDays;
    reasons.push({ signal: "date-habit", value, weight: WEIGHTS.dateHabit });
  }
  return reasons;
}

function round(weight: number): number {
  return Math.round(weight * 10_000) / 10_000;
}
