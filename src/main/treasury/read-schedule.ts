import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import {
  type FieldSpec,
  knownNames,
  mapColumns,
  type TableOptions,
} from "#main/base/table/map-columns.ts";
import { type DroppedFile, readTable } from "#main/base/table/read-table.ts";
import { isRefusedRow, type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { type RowReader, rowReader, type WordList } from "#main/base/table/row-reader.ts";
import type { CsvRecord } from "#main/base/table/split-csv.ts";

/** How often a scheduled payment comes back. */
export type Recurrence = "once" | "week" | "month" | "quarter" | "year";

/** A receipt or disbursement expected on a day, apart from invoices and bills. */
export interface ScheduleItem {
  line: number;
  dueOn: string;
  label: string;
  /** Signed cents: receipts are positive. */
  amountMinor: number;
  category: string;
  every: Recurrence;
  /** Last day on which it may come back; absent when it never ends. */
  untilOn?: string;
}

/** What a payment schedule gives. */
export interface ReadSchedule {
  items: ScheduleItem[];
  refused: RefusedRow[];
  mapping: Record<string, string>;
}

const FIELDS: readonly FieldSpec[] = [
  {
    field: "dueOn",
    title: "Date",
    required: true,
    names: ["Date", "Échéance", "Date échéance", "Due date", "Due on", "Date prévue"],
  },
  {
    field: "label",
    title: "Libellé",
    required: true,
    names: ["Libellé", "Description", "Label", "Objet", "Intitulé"],
  },
  {
    field: "amountMinor",
    title: "Montant",
    required: true,
    names: ["Montant", "Amount", "Montant TTC", "TTC"],
  },
  { field: "category", title: "Catégorie", names: ["Catégorie", "Category", "Nature", "Type"] },
  {
    field: "every",
    title: "Récurrence",
    names: ["Récurrence", "Périodicité", "Fréquence", "Recurrence", "Frequency", "Every"],
  },
  {
    field: "untilOn",
    title: "Jusqu'au",
    names: ["Jusqu'au", "Jusque", "Until", "Date fin", "Fin"],
  },
];

const RECURRENCES: WordList<Recurrence> = {
  words: {
    unique: "once",
    ponctuelle: "once",
    ponctuel: "once",
    aucune: "once",
    non: "once",
    once: "once",
    none: "once",
    hebdomadaire: "week",
    semaine: "week",
    weekly: "week",
    week: "week",
    mensuelle: "month",
    mensuel: "month",
    mois: "month",
    monthly: "month",
    month: "month",
    trimestrielle: "quarter",
    trimestriel: "quarter",
    trimestre: "quarter",
    quarterly: "quarter",
    quarter: "quarter",
    annuelle: "year",
    annuel: "year",
    yearly: "year",
    annual: "year",
    annually: "year",
    year: "year",
  },
  shown: ["mensuelle", "trimestrielle", "annuelle", "hebdomadaire"],
};

/** Reads a payment schedule (CSV): date, label, signed amount, category, recurrence, end. Pure. */
export function readSchedule(
  file: DroppedFile,
  options: TableOptions = {},
): Refusal | ReadSchedule {
  const table = readTable(file, knownNames(FIELDS, options.mapping));
  if (isRefusal(table)) return table;
  const columns = mapColumns(table, FIELDS, options.mapping);
  if (isRefusal(columns)) return columns;
  const reader = rowReader(table, columns, {
    amounts: ["amountMinor"],
    dates: ["dueOn", "untilOn"],
    ...(options.decimal && { decimal: options.decimal }),
  });
  const items: ScheduleItem[] = [];
  const refused: RefusedRow[] = [...table.refused];
  for (const row of table.rows) {
    const reading = readItem(row, reader);
    if (isRefusedRow(reading)) refused.push(reading);
    else items.push(reading);
  }
  refused.sort((a, b) => a.line - b.line);
  return { items, refused, mapping: columns.mapping };
}

function readItem(row: CsvRecord, reader: RowReader): ScheduleItem | RefusedRow {
  const { line } = row;
  const dueOn = reader.date(row, "dueOn");
  if (isRefusedRow(dueOn)) return dueOn;
  if (dueOn === undefined) return missing(row, reader, "dueOn");
  const label = reader.text(row, "label").replace(/\s+/g, " ");
  if (label === "") return missing(row, reader, "label");
  const amountMinor = reader.amount(row, "amountMinor");
  if (isRefusedRow(amountMinor)) return amountMinor;
  if (amountMinor === undefined) return missing(row, reader, "amountMinor");
  if (amountMinor === 0) return refuseRow("files.zero-amount", { line });
  const every = reader.text(row, "every") ? reader.word(row, "every", RECURRENCES) : "once";
  if (isRefusedRow(every)) return every;
  const untilOn = reader.date(row, "untilOn");
  if (isRefusedRow(untilOn)) return untilOn;
  if (untilOn !== undefined && untilOn < dueOn) {
    return refuseRow("files.end-before-start", { line, startsOn: dueOn, endsOn: untilOn });
  }
  const category = reader.text(row, "category");
  return { line, dueOn, label, amountMinor, category, every, ...(untilOn && { untilOn }) };
}

function missing(row: CsvRecord, reader: RowReader, field: string): RefusedRow {
  return refuseRow("files.missing-cell", { line: row.line, column: reader.column(field) });
}
