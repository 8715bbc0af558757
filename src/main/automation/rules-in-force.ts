import type { ReadHandle } from "#main/store/handle.ts";
import { type BusinessRules, defaultRules } from "./business-rules.ts";

/** An overdraft or a loan of a small company, where the rules name no rate of its own. */
const USUAL_CREDIT = 0.05;

/** The last rules that the book adopted, or the defaults. */
export function rulesInForce(read: ReadHandle): BusinessRules {
  const row = read.reading("SELECT rules FROM rule_set ORDER BY id DESC LIMIT 1").get() as
    | { rules: string }
    | undefined;
  const kept = row === undefined ? {} : (JSON.parse(row.rules) as Partial<BusinessRules>);
  const usual = defaultRules();
  // Rules kept before a share had its name have none of it.
  return { ...usual, ...kept, drafts: { ...usual.drafts, ...kept.drafts } };
}

/** What a year of credit costs the company, in basis points. */
export function creditBpsInForce(read: ReadHandle): number {
  const { creditShare = USUAL_CREDIT } = rulesInForce(read).limits;
  return Math.round(creditShare * 10_000);
}

/** The text of the rules in force, as it was written. */
export function rulesSource(read: ReadHandle): string {
  const row = read.reading("SELECT source FROM rule_set ORDER BY id DESC LIMIT 1").get() as
    | { source: string }
    | undefined;
  return row?.source ?? "";
}
