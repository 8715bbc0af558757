import type { QuoteState } from "#contract/quotes.ts";
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

/** A quote as a file gives it; what a cell does not say is left out. */
export interface QuoteRow {
  line: number;
  number: string;
  customer: string;
  label?: string;
  issuedOn: string;
  expectedOn?: string;
  netMinor: number;
  grossMinor?: number;
  probabilityBps?: number;
  state?: QuoteState;
}

export interface ReadQuotes {
  quotes: QuoteRow[];
  refused: RefusedRow[];
  mapping: Record<string, string>;
}

const FIELDS: readonly FieldSpec[] = [
  {
    field: "number",
    title: "Numéro",
    required: true,
    names: ["Numéro", "Devis", "N° devis", "Numéro devis", "Number", "Quote", "Quote number"],
  },
  {
    field: "issuedOn",
    title: "Date",
    required: true,
    names: ["Date", "Date du devis", "Émis le", "Date émission", "Issued on", "Quote date"],
  },
  {
    field: "customer",
    title: "Client",
    required: true,
    names: ["Client", "Nom client", "Prospect", "Customer", "Customer name"],
  },
  { field: "label", title: "Libellé", names: ["Libellé", "Objet", "Description", "Label"] },
  {
    field: "netMinor",
    title: "HT",
    required: true,
    names: ["HT", "Montant HT", "Total HT", "Net", "Net amount"],
  },
  {
    field: "grossMinor",
    title: "TTC",
    names: ["TTC", "Montant TTC", "Total TTC", "Gross", "Gross amount"],
  },
  {
    field: "expectedOn",
    title: "Facturation prévue",
    names: ["Facturation prévue", "Prévu le", "Date prévue", "Expected on", "Close date"],
  },
  {
    field: "probabilityBps",
    title: "Probabilité",
    names: ["Probabilité", "Chance", "Probability"],
  },
  { field: "state", title: "État", names: ["État", "Statut", "State", "Status"] },
];

const STATES: WordList<QuoteState> = {
  words: {
    ouvert: "open",
    envoye: "open",
    attente: "open",
    cours: "open",
    open: "open",
    sent: "open",
    pending: "open",
    accepte: "won",
    signe: "won",
    gagne: "won",
    won: "won",
    accepted: "won",
    refuse: "lost",
    perdu: "lost",
    expire: "lost",
    lost: "lost",
    rejected: "lost",
    facture: "invoiced",
    invoiced: "invoiced",
  },
  shown: ["envoyé", "accepté", "refusé", "facturé"],
};

/** Reads a table of quotes (CSV; French or English headers in any order). Pure. */
export function readQuotes(file: DroppedFile, options: TableOptions = {}): Refusal | ReadQuotes {
  const table = readTable(file, knownNames(FIELDS, options.mapping));
  if (isRefusal(table)) return table;
  const columns = mapColumns(table, FIELDS, options.mapping);
  if (isRefusal(columns)) return columns;
  const reader = rowReader(table, columns, {
    amounts: ["netMinor", "grossMinor"],
    dates: ["issuedOn", "expectedOn"],
    ...(options.decimal && { decimal: options.decimal }),
  });
  const quotes = new Map<string, QuoteRow>();
  const refused: RefusedRow[] = [...table.refused];
  for (const row of table.rows) {
    const quote = readQuote(row, reader);
    if (isRefusedRow(quote)) {
      refused.push(quote);
      continue;
    }
    const first = quotes.get(quote.number);
    if (first === undefined) quotes.set(quote.number, quote);
    else {
      const told = { line: row.line, number: quote.number, firstLine: first.line };
      refused.push(refuseRow("files.duplicate-row", told));
    }
  }
  refused.sort((a, b) => a.line - b.line);
  return { quotes: [...quotes.values()], refused, mapping: columns.mapping };
}

function readQuote(row: CsvRecord, reader: RowReader): QuoteRow | RefusedRow {
  const { line } = row;
  const empty = (field: string) =>
    refuseRow("files.missing-cell", { line, column: reader.column(field) });
  const number = reader.text(row, "number").trim();
  if (number === "") return empty("number");
  const customer = reader.text(row, "customer").replace(/\s+/g, " ").trim();
  if (customer === "") return empty("customer");
  const issuedOn = reader.date(row, "issuedOn");
  if (isRefusedRow(issuedOn)) return issuedOn;
  if (issuedOn === undefined) return empty("issuedOn");
  const expectedOn = reader.date(row, "expectedOn");
  if (isRefusedRow(expectedOn)) return expectedOn;
  const amounts = readAmounts(row, reader);
  if (isRefusedRow(amounts)) return amounts;
  const probabilityBps = reader.rateBps(row, "probabilityBps");
  if (isRefusedRow(probabilityBps)) return probabilityBps;
  const state = reader.text(row, "state") ? reader.word(row, "state", STATES) : undefined;
  if (state !== undefined && isRefusedRow(state)) return state;
  if (expectedOn !== undefined && expectedOn < issuedOn) {
    return refuseRow("files.end-before-start", { line, startsOn: issuedOn, endsOn: expectedOn });
  }
  const label = reader.text(row, "label").replace(/\s+/g, " ").trim();
  return {
    ...{ line, number, customer, issuedOn, ...amounts },
    ...(label !== "" && { label }),
    ...(expectedOn !== undefined && { expectedOn }),
    ...(probabilityBps !== undefined && { probabilityBps }),
    ...(state !== undefined && { state }),
  };
}

function readAmounts(
  row: CsvRecord,
  reader: RowReader,
): { netMinor: number; grossMinor?: number } | RefusedRow {
  const { line } = row;
  const netMinor = reader.amount(row, "netMinor");
  if (isRefusedRow(netMinor)) return netMinor;
  if (netMinor === undefined) {
    return refuseRow("files.missing-cell", { line, column: reader.column("netMinor") });
  }
  const grossMinor = reader.amount(row, "grossMinor");
  if (isRefusedRow(grossMinor)) return grossMinor;
  if (netMinor <= 0 || (grossMinor ?? netMinor) < netMinor) {
    return refuseRow("invoicing.quote-amount", {
      line,
      netMinor,
      grossMinor: grossMinor ?? netMinor,
    });
  }
  return { netMinor, ...(grossMinor !== undefined && { grossMinor }) };
}
