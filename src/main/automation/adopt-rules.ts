import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import type { BusinessRules } from "./business-rules.ts";
import { openImport } from "./import-run.ts";
import { soundRules } from "./read-rules.ts";

/** Adopts a text of `rules.yaml`, kept like an imported one, unless something in it is wrong. */
export function adoptRules(tx: Transaction, act: Act, source: string): BusinessRules | Refusal {
  const rules = soundRules(source);
  if (isRefusal(rules)) return rules;
  const file = { name: "rules.yaml", bytes: new TextEncoder().encode(source) };
  tx.run(
    sqlBuilder.insertInto("rule_set").values({
      source,
      rules: JSON.stringify(rules),
      import_run_id: openImport(tx, act, { kind: "rules", file }),
    }),
  );
  return rules;
}
