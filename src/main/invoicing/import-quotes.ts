import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import { putQuote, type QuoteFacts, quoteNumbered } from "./quotes.ts";
import { type QuoteRow, readQuotes } from "./read-quotes.ts";

/** Imports quotes; one whose number is known is brought up to date, or is already there. */
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
    const taken = read.quotes.filter((row) => takeQuote(tx, act, { row, importRunId }));
    return closeImport(tx, importRunId, {
      kind: "quotes",
      fileName: file.name,
      preview: options.preview,
      found: read.quotes.length + read.refused.length,
      added: taken.length,
      already: read.quotes.length - taken.length,
      refused: read.refused.map((r) => ({ ...r, facts: { ...r.facts } })),
      mapping: read.mapping,
      inBook: tx
        .reading("SELECT count(*) AS rows, coalesce(sum(gross_minor), 0) AS totalMinor FROM quote")
        .get() as { rows: number; totalMinor: number },
      notes: [],
    });
  };
}

/** False where the book says the same already. */
function takeQuote(
  tx: Transaction,
  act: Act,
  { row, importRunId }: { row: QuoteRow; importRunId: number },
): boolean {
  const { line: _, ...facts } = row;
  const known = quoteNumbered(tx, facts.number);
  if (known !== undefined && isSame(known, facts)) return false;
  putQuote(tx, act, { ...facts, quoteId: known?.quoteId, importRunId });
  return true;
}

function isSame(known: QuoteFacts, told: QuoteFacts): boolean {
  return (Object.keys(told) as (keyof QuoteFacts)[]).every((key) => known[key] === told[key]);
}
