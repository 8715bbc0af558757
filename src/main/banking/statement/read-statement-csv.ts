import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { DecimalMark } from "#main/base/table/column-decimal.ts";
import {
  type ColumnMapping,
  knownNames,
  type MappedColumns,
  mapColumns,
} from "#main/base/table/map-columns.ts";
import { type DroppedFile, readTable, type Table } from "#main/base/table/read-table.ts";
import { isRefusedRow, type RefusedRow } from "#main/base/table/refused-row.ts";
import { rowReader } from "#main/base/table/row-reader.ts";
import { accountAbove } from "./account-above.ts";
import { type CsvMovement, readCsvMovement } from "./csv-movement.ts";
import type { CsvLayout, ParsedStatement, StatementAccount } from "./parsed-statement.ts";
import { settleSigns } from "./settle-signs.ts";
import { statementColumns, statementFields } from "./statement-columns.ts";

/** How a person says to read a bank's CSV, when the file does not say it. */
export interface CsvOptions {
  /** Field (of `statementFields`) → header; `""` leaves a field out. */
  csvMapping?: ColumnMapping;
  /** How people said before to read such header lines; a choice made now wins. */
  layouts?: readonly CsvLayout[];
  /** The account, where the file names none. */
  account?: Partial<StatementAccount>;
  /** The mark before the cents, where the file proves none. */
  decimal?: DecimalMark;
  /** True for card exports where money spent is positive. */
  inverted?: boolean;
}

/**
 * Reads a bank's CSV: a known layout, else columns guessed by their names. Rows of several
 * accounts or currencies become several statements, in order of first appearance.
 */
export function readStatementCsv(
  file: DroppedFile,
  options: CsvOptions = {},
): Refusal | ParsedStatement[] {
  const table = readTable(file, namesOf(options));
  if (isRefusal(table)) return table;
  const { fields } = statementColumns(table.headers);
  const known = options.csvMapping === undefined ? knownLayout(table, options.layouts) : undefined;
  const columns = mapColumns(table, fields, options.csvMapping ?? known?.mapping);
  if (isRefusal(columns)) return columns;
  const missing = missingColumns(table, columns);
  if (missing) return missing;
  const reader = rowReader(table, columns, {
    amounts: ["amountMinor", "debit", "credit", "balance", "fee"],
    dates: ["bookedOn", "valueOn"],
    ...(options.decimal && { decimal: options.decimal }),
  });
  const ownIban = soleValue(table, columns, "iban");
  const base = {
    account: { currency: "EUR", ...accountAbove(table), ...ownIban, ...options.account },
    ownIban: ownIban !== undefined,
  };
  const movements: CsvMovement[] = [];
  const refused: RefusedRow[] = [...table.refused];
  for (const row of table.rows) {
    const reading = readCsvMovement(row, reader, base);
    if (isRefusedRow(reading)) refused.push(reading);
    else movements.push(reading);
  }
  const inverted = options.inverted ?? known?.inverted ?? false;
  const { account } = base;
  const layout = { headers: table.headers, mapping: columns.mapping, inverted };
  return statementsOf(movements, refused, { ...options, inverted, account }).map((statement) => ({
    ...statement,
    layout,
  }));
}

/** Every name that a header may hold: those of banks, and those that people chose. */
export function namesOf({ csvMapping, layouts = [] }: CsvOptions): Set<string> {
  const chosen = [csvMapping ?? {}, ...layouts.map((layout) => layout.mapping)];
  const names = chosen.flatMap((mapping) => Object.values(mapping));
  return knownNames(statementFields, Object.fromEntries(names.map((n, i) => [String(i), n])));
}

function knownLayout(table: Table, layouts: readonly CsvLayout[] = []): CsvLayout | undefined {
  const line = JSON.stringify(table.headers);
  return layouts.find((layout) => JSON.stringify(layout.headers) === line);
}

function missingColumns(table: Table, { index }: MappedColumns): Refusal | undefined {
  const missing: string[] = [];
  const hasText = ["label", "detail", "counterpartyName", "reference"].some((f) => index.has(f));
  if (!hasText) missing.push("Libellé");
  if (!["amountMinor", "debit", "credit"].some((f) => index.has(f))) missing.push("Montant");
  const { file, headerLine: line, headers } = table;
  return missing.length > 0
    ? refuse("files.missing-columns", { file, line, missing, headers })
    : undefined;
}

/** A bare "IBAN" column is the account's own only when it never changes. */
function soleValue(table: Table, columns: MappedColumns, field: string) {
  const at = columns.index.get(field);
  const first = at === undefined ? "" : (table.rows[0]?.cells[at] ?? "");
  if (at === undefined || first === "") return undefined;
  const sole = table.rows.every((r) => r.cells[at] === first);
  return sole ? { iban: first.replace(/\s/g, "").toUpperCase() } : undefined;
}

function statementsOf(
  movements: readonly CsvMovement[],
  refused: RefusedRow[],
  options: CsvOptions & { account: StatementAccount },
): ParsedStatement[] {
  const byAccount = new Map<string, CsvMovement[]>();
  for (const m of movements) {
    const key = JSON.stringify(m.account);
    const group = byAccount.get(key);
    if (group) group.push(m);
    else byAccount.set(key, [m]);
  }
  if (byAccount.size === 0) {
    return [{ format: "csv", account: options.account, lines: [], refused }];
  }
  // Rows that could not be read belong to no known account: they are listed once.
  return [...byAccount.values()].map((group, i) =>
    settleSigns(group, { refused: i === 0 ? refused : [], inverted: options.inverted ?? false }),
  );
}
