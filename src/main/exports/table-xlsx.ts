import writeXlsxFile from "write-excel-file/node";
import type { ExportedCell, ExportedKind, ExportedTable } from "#contract/exported-table.ts";

/** A small table as a workbook under its title, with true numbers and dates. */
export async function tableXlsx(title: string, table: ExportedTable): Promise<Uint8Array> {
  const heads = table.columns.map(({ label, kind }) => ({
    value: label,
    fontWeight: "bold" as const,
    ...(kind === "text" || kind === "date" ? {} : { align: "right" as const }),
  }));
  const body = table.rows.map((row) =>
    table.columns.map(({ kind }, i) => cellOf(row[i] ?? null, kind)),
  );
  const file = writeXlsxFile([[{ value: title, fontWeight: "bold" }], [], heads, ...body], {
    sheet: title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31),
    columns: table.columns.map(({ kind }) => ({ width: kind === "text" ? 32 : 16 })),
    stickyRowsCount: 3,
  });
  return new Uint8Array(await file.toBuffer());
}

const FORMATS = {
  money: { unit: 100, format: "#,##0.00" },
  percent: { unit: 10_000, format: "0.0%" },
  days: { unit: 1, format: "#,##0.#" },
  number: { unit: 1, format: "#,##0.###" },
} as const;

function cellOf(value: ExportedCell, kind: ExportedKind) {
  if (value === null || value === "") return null;
  if (kind === "date" && typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  }
  if (typeof value === "string" || kind === "text" || kind === "date") {
    return { value: String(value), type: String };
  }
  const { unit, format } = FORMATS[kind];
  return { value: value / unit, type: Number, format };
}
