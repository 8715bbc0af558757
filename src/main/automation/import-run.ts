import { hash } from "node:crypto";
import type { ImportReport } from "#contract/procedure.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";

/** A dropped file, read whole. */
export interface ImportedFile {
  name: string;
  bytes: Uint8Array;
}

/** Opens the record of an import, so that its rows can name it. */
export function openImport(
  tx: Transaction,
  act: Act,
  source: { kind: string; file: ImportedFile | { name: string; sha256: Buffer } },
): number {
  return tx.run(
    sqlBuilder.insertInto("import_run").values({
      kind: source.kind,
      file_name: source.file.name,
      sha256:
        "sha256" in source.file ? source.file.sha256 : hash("sha256", source.file.bytes, "buffer"),
      report: "{}",
      at_ms: act.nowMs,
      person: act.person,
    }),
  ).id;
}

/** Keeps the report of an import with its record, and gives the command's result and audit. */
export function closeImport(tx: Transaction, importRunId: number, report: ImportReport) {
  const { refused, ...rest } = report;
  tx.run(
    sqlBuilder
      .updateTable("import_run")
      .set({ report: JSON.stringify(report) })
      .where("id", "=", importRunId),
  );
  const after = { ...rest, refused: refused.length };
  return { result: report, audit: { subject: `import ${report.fileName}`, after } };
}

/** Reads a file that came through a door. */
export async function readUpload(file: File): Promise<ImportedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
