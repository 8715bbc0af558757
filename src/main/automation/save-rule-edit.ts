import type { RuleEdit } from "#contract/automation.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { adoptRules } from "./adopt-rules.ts";
import { editRules } from "./edit-rules.ts";
import { rulesSource } from "./rules-in-force.ts";

/** Adopts the rules after one change; the file's text is kept like an imported one. */
export function saveRuleEdit(
  tx: Transaction,
  act: Act,
  edit: RuleEdit,
): { rules: number } | Refusal {
  const source = editRules(rulesSource(tx), edit);
  const rules = isRefusal(source) ? source : adoptRules(tx, act, source);
  return isRefusal(rules) ? rules : { rules: rules.categories.length };
}
