import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { Act, Work } from "#main/store/book.ts";
import { readSchedule } from "./read-schedule.ts";

/** Imports a payment schedule; equal rows of one file stay as many as they are, and no more. */
export function importSchedule(
  act: Act,
  file: ImportedFile,
  options: { preview: boolean; mapping?: Record<string, string> | undefined },
): Work<ImportReport> {
  return (tx) => {
    const { mapping } = options;
    const read = readSchedule(file, mapping === undefined ? {} : { mapping });
    if (isRefusal(read)) return read;
    const importRunId = openImport(tx, act, { kind: "schedule", file });
    const insert = tx.writing(
      "INSERT INTO schedule_item (due_on, label, amount_minor, category, every, until_on, rank, " +
        "import_run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    const ranks = new Map<string, number>();
    let added = 0;
    for (const item of read.items) {
      const { dueOn, label, amountMinor, category, every } = item;
      const key = [dueOn, label, amountMinor, category, every].join("~");
      const rank = (ranks.get(key) ?? 0) + 1;
      ranks.set(key, rank);
      const values = [dueOn, label, amountMinor, category, every, item.untilOn ?? null];
      added += insert.run(...values, rank, importRunId).changes;
    }
    return closeImport(tx, importRunId, {
      kind: "schedule",
      fileName: file.name,
      preview: options.preview,
      found: read.items.length + read.refused.length,
      added,
      already: read.items.length - added,
      refused: read.refused.map((r) => ({ ...r, facts: { ...r.facts } })),
      mapping: read.mapping,
      inBook: tx
        .reading(
          "SELECT count(*) AS rows, coalesce(sum(amount_minor), 0) AS totalMinor FROM schedule_item",
        )
        .get() as { rows: number; totalMinor: number },
      notes: [],
    });
  };
}
