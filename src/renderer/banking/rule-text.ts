import type { BankRule } from "#contract/automation.ts";
import { plainAmount } from "#renderer/format.ts";
import type { ruleWords } from "#renderer/words/rules.ts";
import type { Words } from "#renderer/words/words.ts";

/** A rule with nothing said yet. */
export const newRule: BankRule = {
  ...{ name: "", contains: [], counterparty: [], iban: [], pattern: "", minMinor: null },
  ...{ maxMinor: null, direction: null, account: "", entryLabel: "", automatic: true },
};

/** What a rule asks of a bank line, on one row. */
export function conditionsOf(rule: BankRule, w: Words<typeof ruleWords>): string {
  const parts = [
    rule.contains.length > 0 && rule.contains.join(" · "),
    rule.counterparty.length > 0 && w.from(rule.counterparty.join(", ")),
    rule.iban.length > 0 && rule.iban.join(", "),
    rule.pattern !== "" && `/${rule.pattern}/`,
    rule.minMinor !== null && `≥ ${plainAmount(rule.minMinor, "fr")}`,
    rule.maxMinor !== null && `≤ ${plainAmount(rule.maxMinor, "fr")}`,
    rule.direction !== null && w[rule.direction],
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** A list typed on lines of a field, without the empty ones. */
export function listOf(text: string): string[] {
  return text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
