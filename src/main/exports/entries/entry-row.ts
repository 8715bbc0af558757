import type { ReadHandle } from "#main/store/handle.ts";
import { ledgerEntries } from "../ledger-entries.ts";

/** One ledger line with its entry's own facts, as every layout of entries takes it. */
export interface EntryRow {
  journalCode: string;
  journalLabel: string;
  journalKind: string;
  number: number;
  dateOn: string;
  account: string;
  accountLabel: string;
  partyCode: string;
  partyLabel: string;
  pieceRef: string;
  pieceOn: string;
  label: string;
  debitMinor: number;
  creditMinor: number;
  dueOn: string;
  letter: string;
  letteredOn: string;
  validatedOn: string;
  currency: string;
  currencyAmountMinor: number | undefined;
}

/** Which lines leave: a year, and in it a journal or a run of days. */
export interface EntryChoice {
  fiscalYearId: number;
  journal?: string | undefined;
  fromOn?: string | undefined;
  toOn?: string | undefined;
}

/** The lines of a year's posted entries, openings first, then by number. */
export function* entryRows(read: ReadHandle, choice: EntryChoice): Generator<EntryRow, void, void> {
  const { journal, fromOn = "", toOn = "9999" } = choice;
  const kinds = journalKinds(read);
  const dues = dueDays(read, choice.fiscalYearId);
  for (const entry of ledgerEntries(read, choice.fiscalYearId)) {
    if (journal !== undefined && entry.journalCode !== journal) continue;
    if (entry.dateOn < fromOn || entry.dateOn > toOn) continue;
    const { lines, ...facts } = entry;
    for (const [i, line] of lines.entries()) {
      yield {
        ...facts,
        journalKind: kinds.get(entry.journalCode) ?? "general",
        account: line.account,
        accountLabel: line.accountLabel,
        partyCode: line.partyCode ?? "",
        partyLabel: line.partyLabel ?? "",
        label: line.label,
        debitMinor: line.debitMinor,
        creditMinor: line.creditMinor,
        dueOn: dues.get(`${entry.number}/${i + 1}`) ?? "",
        letter: line.letter ?? "",
        letteredOn: line.letteredOn ?? "",
        currency: line.currency ?? "",
        currencyAmountMinor: line.currencyAmountMinor,
      };
    }
  }
}

function journalKinds(read: ReadHandle): Map<string, string> {
  const rows = read.reading("SELECT code, kind FROM journal").all() as {
    code: string;
    kind: string;
  }[];
  return new Map(rows.map((row) => [row.code, row.kind]));
}

function dueDays(read: ReadHandle, fiscalYearId: number): Map<string, string> {
  const rows = read
    .reading(
      "SELECT e.number || '/' || l.position AS at, l.due_on AS dueOn FROM line l " +
        "JOIN entry e ON e.id = l.entry_id WHERE e.fiscal_year_id = ? AND l.due_on IS NOT NULL",
    )
    .all(fiscalYearId) as { at: string; dueOn: string }[];
  return new Map(rows.map((row) => [row.at, row.dueOn]));
}
