import writeXlsxFile from "write-excel-file/node";
import type { StatementColumn, StatementRow } from "#contract/statements.ts";
import type { Report } from "./report.ts";

/** A statement as a workbook, with true numbers and dates and its filter at the head. */
export async function reportXlsx(report: Report): Promise<{ bytes: Uint8Array; rows: number }> {
  const head = [report.title, report.company, ...report.filter].map((value, i) => [
    i === 0 ? { value, fontWeight: "bold" as const } : { value },
  ]);
  const titles = report.columns.map((column) => ({
    value: column.label,
    fontWeight: "bold" as const,
    ...(isFigure(column) ? { align: "right" as const } : {}),
  }));
  const body = [...report.rows].map((row) =>
    report.columns.map((column, i) => cell(column, row, i)),
  );
  const file = writeXlsxFile([...head, [], titles, ...body], {
    sheet: report.title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31),
    columns: report.columns.map((column) => ({ width: Math.round(8 + column.share * 7) })),
    stickyRowsCount: head.length + 2,
  });
  return { bytes: new Uint8Array(await file.toBuffer()), rows: body.length };
}

function cell(column: StatementColumn, row: StatementRow, i: number) {
  const value = row.cells[i] ?? null;
  const weight = row.kind === "line" || row.kind === "memo" ? {} : { fontWeight: "bold" as const };
  if (value === null || value === "") return null;
  if (typeof value === "number") {
    const isPercent = column.type === "percent";
    return {
      value: isPercent ? value / 10_000 : value / 100,
      type: Number,
      format: isPercent ? "0.0%" : "#,##0.00",
      ...weight,
    };
  }
  if (column.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd/mm/yyyy", ...weight };
  }
  return { value, type: String, ...weight };
}

function isFigure(column: StatementColumn): boolean {
  return column.type === "money" || column.type === "percent";
}
