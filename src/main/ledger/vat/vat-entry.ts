import type { ReadHandle } from "#main/store/handle.ts";
import { LINES_PER_ENTRY } from "../model.ts";

export interface VatEntryLine {
  id: number;
  account: string;
  accountLabel: string;
  partyId: number | null;
  /** Credit less debit. */
  creditMinor: number;
}

/** An entry that VAT has to look at, with all its lines. */
export interface VatEntry {
  id: number;
  number: number;
  journal: string;
  isSales: boolean;
  datedOn: string;
  /** Day of its document, which is earlier when it was entered late. */
  pieceOn: string;
  label: string;
  lines: VatEntryLine[];
}

const HEADS =
  "SELECT e.id, e.number, e.journal, j.kind = 'sales' AS isSales, e.dated_on AS datedOn, " +
  "min(e.piece_on, e.dated_on) AS pieceOn, e.label " +
  "FROM entry e JOIN journal j ON j.code = e.journal " +
  "WHERE j.kind <> 'opening' AND coalesce(e.origin_kind, '') <> 'vat-return' AND e.id IN (" +
  "SELECT l.entry_id FROM line l WHERE (l.account >= '4452' AND l.account < '4458' " +
  "OR l.account >= '70' AND l.account < '71') AND l.dated_on BETWEEN @fromOn AND @toOn " +
  "AND NOT EXISTS (SELECT 1 FROM vat_part p WHERE p.line_id = l.id AND p.is_whole = 1)) " +
  "ORDER BY e.dated_on, e.id";

const ALL_HEADS = HEADS.replace(
  "AND NOT EXISTS (SELECT 1 FROM vat_part p WHERE p.line_id = l.id AND p.is_whole = 1)",
  "",
);

const LINES =
  "SELECT l.id, l.account, a.label AS accountLabel, l.party_id AS partyId, " +
  "l.credit_minor - l.debit_minor AS creditMinor FROM line l JOIN entry e ON e.id = l.entry_id " +
  "LEFT JOIN account_year a ON a.fiscal_year_id = e.fiscal_year_id AND a.account = l.account " +
  "WHERE l.id BETWEEN ? AND ? ORDER BY l.id";

/**
 * Entries of a span that hold VAT or sales, whole; by default those that no return took wholly.
 * Openings, settlements of returns and entries that pay or settle VAT by hand (4455, 44567) are no
 * operations.
 */
export function* vatEntries(
  read: ReadHandle,
  asked: { fromOn: string; toOn: string; all?: boolean },
): Generator<VatEntry, void, void> {
  const { fromOn, toOn } = asked;
  const heads = read.reading(asked.all === true ? ALL_HEADS : HEADS).all({ fromOn, toOn }) as (Omit<
    VatEntry,
    "lines" | "isSales"
  > & { isSales: number })[];
  const lines = read.reading(LINES);
  for (const head of heads) {
    const from = head.id * LINES_PER_ENTRY;
    const own = lines.all(from, from + LINES_PER_ENTRY - 1) as VatEntryLine[];
    if (own.some((line) => /^(4455|44567)/.test(line.account))) continue;
    yield { ...head, isSales: head.isSales === 1, lines: own };
  }
}
