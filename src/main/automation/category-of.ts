import type { CategoryRule } from "./business-rules.ts";
import { labelText } from "./label-text.ts";

/** Characters of a label that a pattern looks at: no bank's label is longer in one piece. */
const PATTERN_READS = 250;

/** What of a bank line a category rule looks at. */
export interface CategorisedLine {
  label: string;
  /** Signed cents: money received is positive. */
  amountMinor: number;
  counterpartyName?: string | null;
  counterpartyIban?: string | null;
}

/**
 * The first rule that fits a bank line, or undefined: it books a line that pays no invoice and no
 * bill. Labels are compared without accents, case and double spaces.
 */
export function categoryOf(
  rules: readonly CategoryRule[],
  line: CategorisedLine,
): CategoryRule | undefined {
  const read = {
    label: labelText(line.label),
    name: labelText(line.counterpartyName ?? "").toLowerCase(),
    iban: foldedIban(line.counterpartyIban ?? ""),
    amountMinor: line.amountMinor,
  };
  return rules.find((rule) => fits(rule, read));
}

interface ReadLine {
  label: string;
  name: string;
  iban: string;
  amountMinor: number;
}

function fits(rule: CategoryRule, { label, name, iban, amountMinor }: ReadLine): boolean {
  const size = Math.abs(amountMinor);
  if (rule.direction !== undefined && (rule.direction === "debit") !== amountMinor < 0)
    return false;
  if (rule.minMinor !== undefined && size < rule.minMinor) return false;
  if (rule.maxMinor !== undefined && size > rule.maxMinor) return false;
  const lower = label.toLowerCase();
  if (rule.contains?.every((text) => !lower.includes(labelText(text).toLowerCase()))) return false;
  if (rule.counterparty?.every((text) => !name.includes(labelText(text).toLowerCase()))) {
    return false;
  }
  if (rule.iban?.every((text) => foldedIban(text) !== iban)) return false;
  if (rule.pattern === undefined) return true;
  return new RegExp(labelText(rule.pattern), "iu").test(label.slice(0, PATTERN_READS));
}

function foldedIban(iban: string): string {
  return iban.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();
}
