import type { StatementAsked, StatementRow } from "#contract/statements.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { drawStatement } from "#main/ledger/statements/draw-statement.ts";
import type { StatementSheet } from "#main/ledger/statements/statement-sheet.ts";
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

interface Written {
  format: keyof typeof TYPES;
  language: "fr" | "en";
  madeOn: string;
}

/** A statement as a file, whole, with its filter at the head. */
export async function exportStatement(
  read: ReadHandle,
  asked: StatementAsked & Written,
): Promise<{ file: File; rows: number } | Refusal> {
  const sheet = drawStatement(read, asked);
  return isRefusal(sheet) ? sheet : writeSheet(sheet, `${asked.name}-${asked.toOn}`, asked);
}

/** A drawn sheet as a file of this name, the format added. */
export async function writeSheet(
  sheet: StatementSheet & { company: string },
  name: string,
  { format, language, madeOn }: Written,
): Promise<{ file: File; rows: number } | Refusal> {
  const report: Report = { ...sheet, rows: sheet.rows(), language, madeOn };
  const made = await written(report, format);
  if (isRefusal(made)) return made;
  const bytes = made.bytes as Uint8Array<ArrayBuffer>;
  const file = new File([bytes], `${name}.${format}`, { type: TYPES[format] });
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
