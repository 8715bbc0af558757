import type { StatementImport } from "#contract/banking.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

const IMPORTS = `
SELECT r.id AS importRunId, r.file_name AS fileName, r.at_ms AS atMs, r.person,
  count(b.id) AS lines,
  count(CASE WHEN EXISTS (SELECT 1 FROM match m WHERE m.bank_line_id = b.id) THEN 1 END) AS matched,
  json_extract(r.report, '$.undone') IS NOT NULL AS isUndone
FROM import_run r LEFT JOIN bank_line b ON b.import_run_id = r.id
WHERE r.kind = 'statement'`;

type Row = Omit<StatementImport, "isUndone"> & { isUndone: number };

/** The statements read from files, newest first, with what became of their lines. */
export function listStatementImports(read: ReadHandle, limit: number): StatementImport[] {
  const rows = read.reading(`${IMPORTS} GROUP BY r.id ORDER BY r.id DESC LIMIT ?`).all(limit);
  return (rows as Row[]).map((row) => ({ ...row, isUndone: row.isUndone === 1 }));
}

/**
 * Takes the lines and balances of a statement out again. Refused once a line of it was matched:
 * the entry made from it names the line for ever, even after the match was undone. The record of
 * the import stays, marked.
 */
export function undoStatementImport(
  tx: Transaction,
  importRunId: number,
): { fileName: string; lines: number } | Refusal {
  const run = tx.reading(`${IMPORTS} AND r.id = ? GROUP BY r.id`).get(importRunId) as
    | Row
    | undefined;
  if (run === undefined || run.isUndone === 1) {
    return refuse("banking.unknown-import", { importRunId });
  }
  const { fileName, lines, matched } = run;
  if (matched > 0) return refuse("banking.import-matched", { file: fileName, matched });
  const own = "(SELECT id FROM bank_line WHERE import_run_id = ?)";
  for (const table of ["bank_line_key", "suggestion", "match_refusal"]) {
    tx.writing(`DELETE FROM ${table} WHERE bank_line_id IN ${own}`).run(importRunId);
  }
  tx.writing("DELETE FROM bank_line WHERE import_run_id = ?").run(importRunId);
  tx.writing("DELETE FROM statement WHERE import_run_id = ?").run(importRunId);
  tx.writing("UPDATE import_run SET report = json_set(report, '$.undone', 1) WHERE id = ?").run(
    importRunId,
  );
  return { fileName, lines };
}
