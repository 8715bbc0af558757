import { decimalText } from "#main/base/money.ts";
import { xmlText } from "../xml-text.ts";
import type { EntryRow } from "./entry-row.ts";

/**
 * Entries as XML (`resources/schemas/entries.xsd`): an element an entry with its lines; amounts
 * with a point and two decimals, dates as ISO days.
 */
export function* entriesXml(
  company: { name: string; siren: string },
  rows: Iterable<EntryRow>,
): Generator<string, void, void> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<entries xmlns="urn:ecritoire:entries:1" company="${xmlText(company.name)}" ` +
    `siren="${company.siren}">\n`;
  let open: number | undefined;
  for (const row of rows) {
    if (row.number !== open) {
      if (open !== undefined) yield "  </entry>\n";
      yield entryHead(row);
      open = row.number;
    }
    yield lineXml(row);
  }
  if (open !== undefined) yield "  </entry>\n";
  yield "</entries>\n";
}

function entryHead(row: EntryRow): string {
  return (
    `  <entry number="${row.number}" journal="${xmlText(row.journalCode)}" date="${row.dateOn}" ` +
    `validated="${row.validatedOn}">\n` +
    `    <piece date="${row.pieceOn}">${xmlText(row.pieceRef)}</piece>\n`
  );
}

function lineXml(row: EntryRow): string {
  const { currency, currencyAmountMinor } = row;
  const own = [
    attribute("party", row.partyCode),
    attribute("due", row.dueOn),
    attribute("letter", row.letter),
    attribute("lettered", row.letteredOn),
    attribute("currency", currency),
    attribute(
      "currencyAmount",
      currencyAmountMinor === undefined ? "" : decimalText(currencyAmountMinor, "."),
    ),
  ].join("");
  return (
    `    <line account="${row.account}" debit="${decimalText(row.debitMinor, ".")}" ` +
    `credit="${decimalText(row.creditMinor, ".")}"${own}>${xmlText(row.label)}</line>\n`
  );
}

function attribute(name: string, value: string): string {
  return value === "" ? "" : ` ${name}="${xmlText(value)}"`;
}
