/** An entry to post or keep as a draft. Amounts are in cents; each line has exactly one side. */
export interface EntryDraft {
  journal: string;
  datedOn: string;
  pieceRef: string;
  /** Date of the supporting document; the entry's date when left out. */
  pieceOn?: string | undefined;
  label: string;
  lines: LineDraft[];
}

export interface LineDraft {
  account: string;
  partyId?: number | undefined;
  /** The entry's label when left out. */
  label?: string | undefined;
  debitMinor: number;
  creditMinor: number;
  dueOn?: string | undefined;
  currency?: string | undefined;
  currencyMinor?: number | undefined;
}

/** Where an entry comes from, as a kind and an id, so that the ledger knows no invoice. */
export interface EntryOrigin {
  kind: string;
  id: number;
}

/** A posted entry's own names: its id, its number in its fiscal year, and its lines' first id. */
export interface PostedEntry {
  entryId: number;
  number: number;
  fiscalYearId: number;
}

/** Lines of an entry have the ids entryId × 65 536 + position. */
export const LINES_PER_ENTRY = 65_536;

/** The id of an entry's line at a position from 1. */
export function lineId(entryId: number, position: number): number {
  return entryId * LINES_PER_ENTRY + position;
}
