import { z } from "zod";
import { parseAmount } from "#contract/amount.ts";
import { categoryKey } from "#contract/budget-category.ts";
import { labelText } from "./label-text.ts";
import { isCheap } from "./pattern-cost.ts";

/*
 * Every value arrives as text (YAML's failsafe schema), so that 2000,00 never becomes a float and
 * "627" never a number. The message of an issue is the name of what was expected: the contract's
 * `rules.bad-value` turns it into a sentence.
 */

const text = z.string({ error: "text" }).trim().min(1, { error: "text" });

const amountMinor = readAs("amount", (t) => parseAmount(t));
const positiveMinor = readAs("amount", (t) => atLeastZero(parseAmount(t)));

/** `1,75 %` or `2` in percent, as basis points. */
const percentBps = readAs("percent", (t) => {
  const plain = t.replace("%", "").trim();
  return within(parseAmount(plain, plain.includes(",") ? "," : "."), 10_000);
});

const bps = readAs("bps", (t) => within(/^\d+$/.test(t) ? Number(t) : undefined, 10_000));

const share = readAs("percent", (t) => {
  const rate = within(parseAmount(t.replace("%", "").trim()), 10_000);
  return rate === undefined ? undefined : rate / 10_000;
});

const dayCount = readAs("day-count", (t) =>
  within(/^\d{1,3}$/.test(t) ? Number(t) : undefined, 365),
);

const horizon = readAs("horizon", (t) => {
  const read = within(/^\d{1,3}$/.test(t) ? Number(t) : undefined, 365);
  return read !== undefined && read >= 30 ? read : undefined;
});

const days = readAs("days", (t) => within(/^\d{1,3}$/.test(t) ? Number(t) : undefined, 365));

const yesNo = readAs("boolean", (t) => {
  if (/^(?:oui|yes|true|vrai)$/i.test(t)) return true;
  return /^(?:non|no|false|faux)$/i.test(t) ? false : undefined;
});

const direction = readAs("direction", (t): "debit" | "credit" | undefined => {
  if (/^(?:d[ée]bit|sortie)$/i.test(t)) return "debit";
  return /^(?:cr[ée]dit|entr[ée]e)$/i.test(t) ? "credit" : undefined;
});

/** Account numbers of the chart are digits, auxiliary ones may end with capitals. */
const account = text.regex(/^[1-9]\d{1,9}[A-Z0-9]{0,10}$/, { error: "account" });

/** Longest expression accepted: a rule is read by people. */
const MAX_PATTERN = 200;

const pattern = text
  .max(MAX_PATTERN, { error: "pattern" })
  .refine(compiles, { error: "pattern", abort: true })
  .refine((source) => isCheap(labelText(source)), { error: "cheap-pattern" });

/** A text to find, whose ends count: `CB REST ` is not in `CB RESTITUTION`. */
const found = z.string({ error: "text" }).refine((t) => t.trim() !== "", { error: "text" });

/** A text or several: one of them found is enough. */
const texts = z.array(found).min(1, { error: "text" });

/** Amounts above which a person decides, the cash that must stay, and when to warn. */
export const limitsSchema = z.strictObject(
  {
    /** A payment from this amount on waits for a person; absent: all of them do. */
    approvalMinor: positiveMinor.optional(),
    /** The forecast warns below this balance. */
    floorMinor: amountMinor.optional(),
    /** Days that the forecast looks ahead: 30 to 365; 90 unless told. */
    horizonDays: horizon.optional(),
    /** A client above this share of what is owed, or of sales, is told (1 is all). */
    concentrationShare: share.optional(),
    /** A receipt is told late from so many days after its due date. */
    lateDays: dayCount.optional(),
    /** What a year of credit costs (1 is all): margins, reminders and decisions count with it. */
    creditShare: share.optional(),
    /** Warnings of less than this amount are not given. */
    minimumImpactMinor: positiveMinor.optional(),
  },
  { error: "map" },
);

/** How much of drafts and quotes the forecast of a year counts (1 is all). */
export const draftsSchema = z.strictObject(
  {
    salesShare: share.default(0.8),
    purchasesShare: share.default(1),
    /** Of quotes still open that say no probability of their own. */
    quotesShare: share.default(0.3),
  },
  { error: "map" },
);

/** Days after the due date on which a reminder is proposed, rising. */
export const reminderDaysSchema = z
  .array(days, { error: "days" })
  .refine((list) => list.every((d, i) => i === 0 || d > (list[i - 1] ?? 0)), {
    error: "rising-days",
  });

/** How bank lines are matched. */
export const matchingSchema = z.strictObject(
  {
    /** False: every match is only proposed. */
    automatic: yesNo.default(true),
    /** Cents by which a payment may differ from its invoice and still be proposed. */
    toleranceMinor: positiveMinor.default(0),
  },
  { error: "map" },
);

/** A fee that a card acquirer keeps before paying: `REMISE CB`, 627, at most 3 %. */
export const feeRuleSchema = z
  .strictObject(
    {
      name: text.optional(),
      contains: texts,
      account,
      feeMinBps: bps.optional(),
      feeMaxBps: bps.optional(),
      feeMaxPercent: percentBps.optional(),
      feeMinPercent: percentBps.optional(),
    },
    { error: "map" },
  )
  .transform(({ feeMinPercent, feeMaxPercent, feeMinBps, feeMaxBps, name, ...rule }) => ({
    ...rule,
    ...(name !== undefined && { name }),
    feeMinBps: feeMinBps ?? feeMinPercent ?? 0,
    feeMaxBps: feeMaxBps ?? feeMaxPercent ?? DEFAULT_FEE_MAX_BPS,
  }))
  .refine((rule) => rule.feeMinBps <= rule.feeMaxBps, { error: "range", path: ["feeMaxBps"] });

/** Above 3 % a difference is not taken for an acquirer's fee unless the file says so. */
const DEFAULT_FEE_MAX_BPS = 300;

/** Books a bank line that pays no invoice and no bill. The first rule that fits wins. */
export const categoryRuleSchema = z
  .strictObject(
    {
      name: text.optional(),
      /** One of these texts is in the label, whatever its accents and case. */
      contains: texts.optional(),
      /** One of these texts is in the name of the other party. */
      counterparty: texts.optional(),
      /** The other party's account is one of these. */
      iban: texts.optional(),
      /** Regular expression on the label, whatever its accents and case. */
      pattern: pattern.optional(),
      /** Bounds of the amount without its sign, both included. */
      minMinor: positiveMinor.optional(),
      maxMinor: positiveMinor.optional(),
      /** debit: money paid; credit: money received. */
      direction: direction.optional(),
      account,
      /** Code of the party to book on. */
      party: text.optional(),
      /** Label of the entry; the bank line's own by default. */
      entryLabel: text.optional(),
      /** False: the rule only proposes, a person books. Automatic by default. */
      automatic: yesNo.optional(),
    },
    { error: "map" },
  )
  .refine((rule) => (rule.minMinor ?? 0) <= (rule.maxMinor ?? Number.MAX_SAFE_INTEGER), {
    error: "range",
    path: ["maxMinor"],
  })
  .refine(hasCondition, { error: "text", path: ["contains"] });

/** Account of expenses or income, or the beginning of several: `613`. */
const resultPrefix = text.regex(/^[67]\d{1,9}$/, { error: "result-account" });

/** Categories that the company budgets by: a name, and the accounts that it gathers. */
export const budgetSchema = z
  .array(
    z.strictObject(
      {
        /** Not a number: two figures name a class of the chart. */
        name: text.max(80, { error: "text" }).regex(/\D/, { error: "text" }),
        accounts: z.array(resultPrefix).min(1, { error: "result-account" }),
      },
      { error: "map" },
    ),
    { error: "list" },
  )
  .superRefine((categories, ctx) => {
    const told = new Set<string>();
    for (const [i, { name, accounts }] of categories.entries()) {
      const side = accounts[0]?.[0] ?? "";
      if (seenBefore(told, categoryKey(name))) refuseAt(ctx, [i, "name"], "once");
      for (const [j, number] of accounts.entries()) {
        if (seenBefore(told, number)) refuseAt(ctx, [i, "accounts", j], "once");
        if (!number.startsWith(side)) refuseAt(ctx, [i, "accounts", j], "one-side");
      }
    }
  });

export type FeeRule = z.output<typeof feeRuleSchema>;
export type CategoryRule = z.output<typeof categoryRuleSchema>;

/** The company's rules: what its `rules.yaml` says, with defaults where it is silent. */
export interface BusinessRules {
  limits: z.output<typeof limitsSchema>;
  drafts: z.output<typeof draftsSchema>;
  reminderDays: number[];
  matching: z.output<typeof matchingSchema>;
  fees: FeeRule[];
  categories: CategoryRule[];
  budget: z.output<typeof budgetSchema>;
}

/** The rules of a company that has written none: matches are automatic, nothing is booked alone. */
export function defaultRules(): BusinessRules {
  return {
    limits: {},
    drafts: { salesShare: 0.8, purchasesShare: 1, quotesShare: 0.3 },
    reminderDays: [15, 30, 60],
    matching: { automatic: true, toleranceMinor: 0 },
    fees: [],
    categories: [],
    budget: [],
  };
}

/** A rule with a direction only would book every line of the bank. */
function hasCondition(rule: {
  contains?: unknown;
  counterparty?: unknown;
  iban?: unknown;
  pattern?: unknown;
  minMinor?: unknown;
  maxMinor?: unknown;
}): boolean {
  const { contains, counterparty, iban, pattern, minMinor, maxMinor } = rule;
  return [contains, counterparty, iban, pattern, minMinor, maxMinor].some((c) => c !== undefined);
}

function seenBefore(told: Set<string>, name: string): boolean {
  const isTold = told.has(name);
  told.add(name);
  return isTold;
}

function refuseAt(ctx: z.RefinementCtx, path: (string | number)[], expected: string): void {
  ctx.addIssue({ code: "custom", path, message: expected });
}

function readAs<T>(expected: string, read: (text: string) => T | undefined) {
  return z.string({ error: expected }).transform((written, ctx): T => {
    const value = read(written.trim());
    if (value !== undefined) return value;
    ctx.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
}

function atLeastZero(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}

function within(value: number | undefined, max: number): number | undefined {
  return value !== undefined && value >= 0 && value <= max ? value : undefined;
}

function compiles(source: string): boolean {
  try {
    return new RegExp(labelText(source), "iu") instanceof RegExp;
  } catch {
    return false;
  }
}
