import type { CategoryRule } from "./business-rules.ts";

/** What of a bank line a category rule looks at. */
export interface CategorisedLine {
  label: string;
  /** Signed cents: money received is positive. */
  amountMinor: number;
}

/**
 * The first rule that fits a bank line, or undefined: it books a line that pays no invoice and no
 * bill. Labels are compared without accents, case and double spaces.
 */
export function categoryOf(
  rules: readonly CategoryRule[],
  line: CategorisedLine,
): CategoryRule | undefined {
  const label = plain(line.label);
  return rules.find((rule) => fits(rule, label, line.amountMinor));
}

function fits(rule: CategoryRule, label: string, amountMinor: number): boolean {
  const size = Math.abs(amountMinor);
  if (rule.direction !== undefined && (rule.direction === "debit") !== amountMinor < 0)
    return false;
  if (rule.minMinor !== undefined && size < rule.minMinor) return false;
  if (rule.maxMinor !== undefined && size > rule.maxMinor) return false;
  const lower = label.toLowerCase();
  if (rule.contains?.every((text) => !lower.includes(plain(text).toLowerCase()))) return false;
  return rule.pattern === undefined || new RegExp(plain(rule.pattern), "iu").test(label);
}

/** Without accents and single-spaced. Case is kept: in a pattern, `\\S` is not `\\s`. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/\s+/g, " ");
}
