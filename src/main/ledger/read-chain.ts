import type { Progress } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type CanonicalEntry, canonicalText, chained, chainSeed } from "./entry-canon.ts";
import { LINES_PER_ENTRY } from "./model.ts";

export interface ChainState {
  sound: boolean;
  length: number;
  /** The first entry whose hash, or number, does not follow. */
  brokenAt?: string;
  /** The last hash, in hexadecimal, of the last year that has entries. */
  head: string;
}

interface EntryRow {
  id: number;
  number: number;
  hash: Uint8Array;
  journal: string;
  dated_on: string;
  piece_ref: string;
  piece_on: string;
  label: string;
  posted_on: string;
  posted_at_ms: number;
  reverses: string | null;
}

interface LineRow {
  entry_id: number;
  account: string;
  code: string | null;
  label: string;
  debit_minor: number;
  credit_minor: number;
  due_on: string | null;
  currency: string | null;
  currency_minor: number | null;
}

const BATCH = 2000;

const ENTRIES = `
SELECT e.id, e.number, e.hash, e.journal, e.dated_on, e.piece_ref, e.piece_on, e.label,
  e.posted_on, e.posted_at_ms,
  (SELECT y.starts_on || '/' || r.number FROM entry r JOIN fiscal_year y
   ON y.id = r.fiscal_year_id WHERE r.id = e.reverses_id) AS reverses
FROM entry e WHERE e.fiscal_year_id = ? AND e.number > ? ORDER BY e.number LIMIT ${BATCH}`;

const LINES = `
SELECT l.entry_id, l.account, p.code, l.label, l.debit_minor, l.credit_minor, l.due_on,
  l.currency, l.currency_minor
FROM line l LEFT JOIN party p ON p.id = l.party_id
WHERE l.id BETWEEN ? AND ? ORDER BY l.id`;

/** Re-computes the chain of every fiscal year from what is written, and names the first break. */
export function* readLedgerChain(
  read: ReadHandle,
  total: number,
): Generator<Progress, ChainState, void> {
  const years = read.reading("SELECT id, starts_on FROM fiscal_year ORDER BY starts_on").all() as {
    id: number;
    starts_on: string;
  }[];
  const company = read.reading("SELECT siren FROM company").get() as { siren: string } | undefined;
  const state: ChainState = { sound: true, length: 0, head: "" };
  for (const { id, starts_on: startsOn } of years) {
    let previous = chainSeed(company?.siren ?? "", startsOn);
    let number = 0;
    for (const entry of yearChain(read, { id, startsOn })) {
      number++;
      const hash = chained(previous, entry.text);
      if (entry.number !== number || hash !== entry.hash) {
        return { ...state, sound: false, brokenAt: `${startsOn}/${number}` };
      }
      previous = hash;
      state.length++;
      state.head = hash;
      if (number % BATCH === 0) yield { stage: "ledger-chain", done: state.length, total };
    }
    yield { stage: "ledger-chain", done: state.length, total };
  }
  return state;
}

/** The entries of a year as the chain sees them: their canonical text and the hash they carry. */
export function* yearChain(
  read: ReadHandle,
  year: { id: number; startsOn: string },
): Generator<{ number: number; text: string; hash: string }, void, void> {
  for (let after = 0; ; ) {
    const entries = read.reading(ENTRIES).all(year.id, after) as EntryRow[];
    const last = entries.at(-1);
    if (last === undefined) return;
    for (const entry of entries) {
      const text = canonicalText(canonOf(read, entry, year.startsOn));
      yield { number: entry.number, text, hash: Buffer.from(entry.hash).toString("hex") };
    }
    after = last.number;
  }
}

function canonOf(read: ReadHandle, e: EntryRow, yearStartsOn: string): CanonicalEntry {
  const lines = read
    .reading(LINES)
    .all(e.id * LINES_PER_ENTRY, (e.id + 1) * LINES_PER_ENTRY - 1) as LineRow[];
  return {
    yearStartsOn,
    number: e.number,
    journal: e.journal,
    datedOn: e.dated_on,
    pieceRef: e.piece_ref,
    pieceOn: e.piece_on,
    label: e.label,
    postedOn: e.posted_on,
    postedAtMs: e.posted_at_ms,
    reverses: e.reverses,
    lines: lines.map((l) => ({
      account: l.account,
      partyCode: l.code,
      label: l.label,
      debitMinor: l.debit_minor,
      creditMinor: l.credit_minor,
      dueOn: l.due_on,
      currency: l.currency,
      currencyMinor: l.currency_minor,
    })),
  };
}
