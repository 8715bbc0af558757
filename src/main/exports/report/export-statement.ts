import type { StatementAsked, StatementRow } from "#contract/statements.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { drawStatement } from "#main/ledger/statements/draw-statement.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { Report } from "./report.ts";
import { reportCsv } from "./report-csv.ts";
import { reportPdf } from "./report-pdf.ts";
import { reportXlsx } from "./report-xlsx.ts";

/** Rows beyond which a PDF (about 45 a page) helps nobody and fills the memory. */
const PDF_ROWS = 50_000;
const TYPES = {
  pdf: "application/pdf",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A statement as a file, whole, with its filter at the head. */
export async function exportStatement(
  read: ReadHandle,
  asked: StatementAsked & { format: keyof typeof TYPES; madeOn: string },
): Promise<{ file: File; rows: number } | Refusal> {
  const sheet = drawStatement(read, asked);
  if (isRefusal(sheet)) return sheet;
  const { format, language, madeOn, toOn, name } = asked;
  const report: Report = { ...sheet, rows: sheet.rows(), language, madeOn };
  const made = await written(report, format);
  if (isRefusal(made)) return made;
  const bytes = made.bytes as Uint8Array<ArrayBuffer>;
  const file = new File([bytes], `${name}-${toOn}.${format}`, { type: TYPES[format] });
  return { file, rows: made.rows };
}

async function written(
  report: Report,
  format: keyof typeof TYPES,
): Promise<{ bytes: Uint8Array; rows: number } | Refusal> {
  if (format === "csv") return reportCsv(report);
  if (format === "xlsx") return reportXlsx(report);
  const rows: StatementRow[] = [];
  for (const row of report.rows) {
    if (rows.length === PDF_ROWS) {
      return refuse("statements.too-long", { rows: rows.length, limit: PDF_ROWS });
    }
    rows.push(row);
  }
  return { bytes: await reportPdf({ ...report, rows }), rows: rows.length };
}
