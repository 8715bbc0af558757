import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import { putQuote, type QuoteFacts, quoteNumbered } from "./quotes.ts";
import { type QuoteRow, readQuotes } from "./read-quotes.ts";

/**
 * Imports quotes; one whose number is known is brought up to date, or is already there. What a file
 * does not say of a known quote stays as a person left it.
 */
export function importQuotes(
  act: Act,
  file: ImportedFile,
  options: { preview: boolean; mapping?: Record<string, string> | undefined },
): Work<ImportReport> {
  return (tx) => {
    const { mapping } = options;
    const read = readQuotes(file, mapping === undefined ? {} : { mapping });
    if (isRefusal(read)) return read;
    const importRunId = openImport(tx, act, { kind: "quotes", file });
    const outcomes = read.quotes.map((row) => takeQuote(tx, act, { row, importRunId }));
    const added = outcomes.filter((one) => one === "taken").length;
    const refused = [...read.refused, ...outcomes.filter((one) => typeof one !== "string")];
    const netOnly = read.quotes.filter((row) => row.grossMinor === undefined).length;
    return closeImport(tx, importRunId, {
      kind: "quotes",
      fileName: file.name,
      preview: options.preview,
      found: read.quotes.length + read.refused.length,
      added,
      already: outcomes.filter((one) => one === "same").length,
      refused: refused
        .toSorted((a, b) => a.line - b.line)
        .map((r) => ({ ...r, facts: { ...r.facts } })),
      mapping: read.mapping,
      inBook: tx
        .reading("SELECT count(*) AS rows, coalesce(sum(gross_minor), 0) AS totalMinor FROM quote")
        .get() as { rows: number; totalMinor: number },
      notes:
        netOnly === 0 ? [] : [{ code: "invoicing.quotes-net-only", facts: { count: netOnly } }],
    });
  };
}

function takeQuote(
  tx: Transaction,
  act: Act,
  { row, importRunId }: { row: QuoteRow; importRunId: number },
): "taken" | "same" | RefusedRow {
  const { line, ...told } = row;
  const known = quoteNumbered(tx, told.number);
  const usual = {
    ...{ label: "", probabilityBps: null, state: "open" as const },
    ...{ expectedOn: told.issuedOn, grossMinor: told.netMinor },
  };
  const { quoteId, ...quote }: QuoteFacts & { quoteId?: number } = { ...usual, ...known, ...told };
  const { issuedOn: startsOn, expectedOn: endsOn, netMinor, grossMinor } = quote;
  if (endsOn < startsOn) return refuseRow("files.end-before-start", { line, startsOn, endsOn });
  if (grossMinor < netMinor) {
    return refuseRow("invoicing.quote-amount", { line, netMinor, grossMinor });
  }
  if (known !== undefined && isSame(known, quote)) return "same";
  putQuote(tx, act, { ...quote, quoteId, importRunId });
  return "taken";
}

function isSame(known: QuoteFacts, told: QuoteFacts): boolean {
  return (Object.keys(told) as (keyof QuoteFacts)[]).every((key) => known[key] === told[key]);
}
