import type { RuleEdit } from "#contract/automation.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import { openImport } from "./import-run.ts";
import { editedRules } from "./rule-trial.ts";

/** Adopts the rules after one change; the file's text is kept like an imported one. */
export function saveRuleEdit(
  tx: Transaction,
  act: Act,
  edit: RuleEdit,
): { rules: number } | Refusal {
  const edited = editedRules(tx, edit);
  if (isRefusal(edited)) return edited;
  const { source, rules } = edited;
  const file = { name: "rules.yaml", bytes: new TextEncoder().encode(source) };
  tx.run(
    sqlBuilder.insertInto("rule_set").values({
      source,
      rules: JSON.stringify(rules),
      import_run_id: openImport(tx, act, { kind: "rules", file }),
    }),
  );
  return { rules: rules.categories.length };
}
