import type { ReadHandle } from "#main/store/handle.ts";
import type { FecEntry, FecLine } from "./fec-entry.ts";
import { ledgerEntries } from "./ledger-entries.ts";

interface KeptLine {
  number: number;
  position: number;
  account: string;
  party_code: string | null;
  party_name: string | null;
  letter: string | null;
  lettered_on: string | null;
}

/**
 * A year's entries for its FEC: the ledger's, with the letters that entries taken over had on
 * accounts which the ledger does not letter, and their auxiliary accounts in class 4 (comptes de
 * tiers).
 */
export function* fecEntries(
  read: ReadHandle,
  fiscalYearId: number,
): Generator<FecEntry, void, void> {
  const kept = keptLines(read, fiscalYearId);
  for (const entry of ledgerEntries(read, fiscalYearId)) {
    const lines = kept.get(entry.number);
    yield lines === undefined ? entry : { ...entry, lines: withKept(entry.lines, lines) };
  }
}

function keptLines(read: ReadHandle, fiscalYearId: number): Map<number, KeptLine[]> {
  const rows = read
    .reading(
      "SELECT e.number, l.position, l.account, i.party_code, i.party_name, i.letter, " +
        "i.lettered_on FROM imported_line i JOIN line l ON l.id = i.line_id " +
        "JOIN entry e ON e.id = l.entry_id WHERE e.fiscal_year_id = ?",
    )
    .all(fiscalYearId) as KeptLine[];
  return Map.groupBy(rows, (row) => row.number);
}

function withKept(lines: readonly FecLine[], kept: readonly KeptLine[]): FecLine[] {
  const made = [...lines];
  for (const one of kept) {
    const line = made[one.position - 1];
    if (line === undefined) continue;
    const isThirdParty = one.account.startsWith("4") && one.party_code !== null;
    made[one.position - 1] = {
      ...line,
      ...(isThirdParty
        ? { partyCode: one.party_code ?? "", partyLabel: one.party_name || one.party_code || "" }
        : {}),
      ...(one.letter === null
        ? {}
        : { letter: one.letter, letteredOn: one.lettered_on ?? line.letteredOn ?? "" }),
    };
  }
  return made;
}
