import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { groupVatRows } from "./group-vat-rows.ts";
import { knownNames, mapColumns, type TableOptions } from "./map-columns.ts";

import { type DroppedFile, readTable } from "./read-table.ts";
import { readVatRow } from "./read-vat-row.ts";
import type { RefusedRow } from "./refused-row.ts";
import { rowReader } from "./row-reader.ts";
import type { VatDocuments } from "./vat-document.ts";
import { type TradeSide, vatDocumentFields } from "./vat-document-fields.ts";

/**
 * Reads a table of invoices or bills, one row per VAT rate, into whole documents: the common part
 * of both imports. Net, VAT and gross may be incomplete, see `settleVat`.
 */
export function readVatDocuments(
  file: DroppedFile,
  side: TradeSide,
  options: TableOptions = {},
): Refusal | VatDocuments {
  const fields = vatDocumentFields(side);
  const table = readTable(file, knownNames(fields, options.mapping));
  if (isRefusal(table)) return table;
  const columns = mapColumns(table, fields, options.mapping);
  if (isRefusal(columns)) return columns;
  if (!columns.index.has("grossMinor") && !columns.index.has("netMinor")) {
    const { headers, headerLine: line } = table;
    return refuse("files.missing-columns", { file: file.name, line, missing: ["TTC"], headers });
  }
  const reader = rowReader(table, columns, {
    amounts: ["netMinor", "vatMinor", "grossMinor"],
    dates: ["issuedOn", "dueOn"],
    ...(options.decimal && { decimal: options.decimal }),
  });
  const warnings: RefusedRow[] = [];
  const rows = table.rows.map((row) => {
    const number = reader.text(row, "number");
    const party = reader.text(row, "partyCode") || reader.text(row, "partyName").toUpperCase();
    // Two suppliers may use one number; a row without a number stands alone.
    const owner = side === "purchases" ? party : "";
    const key = number === "" ? `line ${row.line}` : `${number}|${owner}`;
    const reading = readVatRow(row, reader, warnings);
    return { line: row.line, key, number, cells: row.cells.join("\u0000"), reading };
  });
  const { documents, refused } = groupVatRows(rows, (field) => reader.column(field));
  const all = [...table.refused, ...refused].sort((a, b) => a.line - b.line);
  return { documents, refused: all, warnings, mapping: columns.mapping };
}
