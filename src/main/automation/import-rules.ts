import type { ImportReport } from "#contract/procedure.ts";
import { decodeText } from "#main/base/decode-text.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { Act, Work } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import { closeImport, type ImportedFile, openImport } from "./import-run.ts";
import { readRules } from "./read-rules.ts";
import { rulesInForce, rulesSource } from "./rules-in-force.ts";

/** Adopts business rules when nothing in the file is wrong; the same text again changes nothing. */
export function importRules(
  act: Act,
  file: ImportedFile,
  options: { preview: boolean },
): Work<ImportReport> {
  return (tx) => {
    const read = readRules(file);
    if (isRefusal(read)) return read;
    const { rules, issues } = read;
    const found = rules.categories.length + rules.fees.length;
    const source = decodeText(file.bytes).text;
    const known = rulesSource(tx) === source;
    const importRunId = openImport(tx, act, { kind: "rules", file });
    if (issues.length === 0 && !known) {
      tx.run(
        sqlBuilder.insertInto("rule_set").values({
          source,
          rules: JSON.stringify(rules),
          import_run_id: importRunId,
        }),
      );
    }
    const now = rulesInForce(tx);
    return closeImport(tx, importRunId, {
      kind: "rules",
      fileName: file.name,
      preview: options.preview,
      found,
      added: issues.length === 0 && !known ? found : 0,
      already: known ? found : 0,
      refused: issues.map((r) => ({ ...r, facts: { ...r.facts } })),
      inBook: { rows: now.categories.length + now.fees.length, totalMinor: 0 },
      notes: [],
    });
  };
}
