import { listDrafts } from "#main/ledger/draft-entries.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { FecEntry } from "./fec-entry.ts";

/** Drafts of a year as a provisional file shows them, with those that cannot be shown counted. */
export interface DraftFecEntries {
  entries: FecEntry[];
  /** Drafts that are not finished: no date, no journal, one line, or not balanced. */
  leftOut: number;
}

/**
 * The drafts dated in a fiscal year, numbered after its posted entries and without a validation
 * date: what a provisional file adds, never an official one.
 */
export function draftFecEntries(
  read: ReadHandle,
  year: { id: number; startsOn: string; endsOn: string },
): DraftFecEntries {
  const names = namesOf(read, year.id);
  const { last } = read
    .reading("SELECT coalesce(max(number), 0) AS last FROM entry WHERE fiscal_year_id = ?")
    .get(year.id) as { last: number };
  const made: DraftFecEntries = { entries: [], leftOut: 0 };
  const drafts = listDrafts(read).toSorted(byDateThenAge);
  for (const { entry } of drafts) {
    const { datedOn = "", journal } = entry;
    if (datedOn < year.startsOn || datedOn > year.endsOn) continue;
    const lines = entry.lines.filter((l) => l.debitMinor !== 0 || l.creditMinor !== 0);
    const net = lines.reduce((sum, l) => sum + l.debitMinor - l.creditMinor, 0);
    const label = names.journals.get(journal);
    const isKnown = lines.every((l) => names.accounts.has(l.account ?? ""));
    if (net !== 0 || lines.length < 2 || label === undefined || !isKnown) {
      made.leftOut++;
      continue;
    }
    made.entries.push({
      journalCode: journal,
      journalLabel: label,
      number: last + made.entries.length + 1,
      dateOn: datedOn,
      pieceRef: entry.pieceRef ?? "",
      pieceOn: entry.pieceOn ?? datedOn,
      validatedOn: "",
      lines: lines.map((l) => {
        const account = l.account ?? "";
        const party = l.partyId === undefined ? undefined : names.parties.get(l.partyId);
        return {
          account,
          accountLabel: names.accounts.get(account) ?? account,
          ...(party === undefined ? {} : { partyCode: party.code, partyLabel: party.name }),
          label: l.label ?? entry.label ?? "",
          debitMinor: l.debitMinor,
          creditMinor: l.creditMinor,
        };
      }),
    });
  }
  return made;
}

type Draft = ReturnType<typeof listDrafts>[number];

function byDateThenAge(a: Draft, b: Draft): number {
  const [onA = "", onB = ""] = [a.entry.datedOn, b.entry.datedOn];
  if (onA === onB) return a.draftId - b.draftId;
  return onA < onB ? -1 : 1;
}

function namesOf(read: ReadHandle, yearId: number) {
  const accounts = read
    .reading("SELECT account, label FROM account_year WHERE fiscal_year_id = ?")
    .all(yearId) as { account: string; label: string }[];
  const journals = read.reading("SELECT code, label FROM journal").all() as {
    code: string;
    label: string;
  }[];
  const parties = read.reading("SELECT id, code, name FROM party").all() as {
    id: number;
    code: string;
    name: string;
  }[];
  return {
    accounts: new Map(accounts.map((a) => [a.account, a.label])),
    journals: new Map(journals.map((j) => [j.code, j.label])),
    parties: new Map(parties.map((p) => [p.id, p])),
  };
}
