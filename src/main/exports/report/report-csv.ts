import { decimalText } from "#main/base/money.ts";
import type { Report } from "./report.ts";

/** A statement as CSV for spreadsheets: BOM, semicolons, decimal commas in French, CRLF. */
export function reportCsv(report: Report): { bytes: Uint8Array; rows: number } {
  const point = report.language === "fr" ? "," : ".";
  const head = [report.title, report.company, ...report.filter].map(quoted);
  const lines = [...head, "", report.columns.map((column) => quoted(column.label)).join(";")];
  let rows = 0;
  for (const row of report.rows) {
    rows++;
    const cells = report.columns.map((column, i) => {
      const cell = row.cells[i] ?? null;
      if (cell === null || cell === "") return "";
      if (column.type === "money" || column.type === "percent") {
        return typeof cell === "number" ? decimalText(cell, point) : quoted(cell);
      }
      return quoted(String(cell));
    });
    lines.push(cells.join(";"));
  }
  return { bytes: Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`), rows };
}

/** Quoted where it must be; a text that a spreadsheet would run as a formula is disarmed. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
