import type { ReadHandle } from "#main/store/handle.ts";
import type { AskedAllocation } from "../confirm-match.ts";
import { bankSign } from "../open-items.ts";
import type { PaidLine } from "./returns.ts";

const LINES = `
SELECT b.id, b.bank_account_id AS bankAccountId, b.booked_on AS bookedOn,
  b.amount_minor AS amountMinor, b.currency, b.label, b.counterparty_name AS counterpartyName,
  b.counterparty_iban AS counterpartyIban, b.reference, a.account, a.journal, a.matching,
  m.id AS matchId, m.entry_id AS entryId,
  (SELECT json_group_array(json_array(x.item_kind, x.item_id, x.amount_minor))
    FROM match_allocation x WHERE x.match_id = m.id) AS items,
  (SELECT json_array(l.account, l.party_id) FROM line l WHERE l.account <> a.account
    AND l.id BETWEEN m.entry_id * 65536 AND m.entry_id * 65536 + 65535 LIMIT 1) AS counter
FROM match m JOIN bank_line b ON b.id = m.bank_line_id
JOIN bank_account a ON a.id = b.bank_account_id
WHERE +m.undone_by_entry_id IS NULL AND EXISTS (SELECT 1 FROM bank_line r
  WHERE r.bank_account_id = b.bank_account_id AND r.amount_minor = -b.amount_minor
    AND +r.booked_on >= b.booked_on AND NOT EXISTS (SELECT 1 FROM match n
      WHERE n.bank_line_id = r.id AND n.undone_by_entry_id IS NULL))
ORDER BY b.booked_on, b.id`;

type Row = Omit<PaidLine, "allocations" | "counter"> & { items: string; counter: string | null };

/** Matched lines that an unmatched one of the same account takes back to the cent. */
export function paidLines(read: ReadHandle): PaidLine[] {
  const settled = settledMinor(read);
  return (read.reading(LINES).all() as Row[]).flatMap(({ items, counter, ...line }) => {
    const found = JSON.parse(items) as [AskedAllocation["itemKind"], number, number][];
    // What was sent back before is not paid any more: it cannot come back a second time.
    const isStill = found.every(
      ([kind, id, minor]) => Math.abs(settled.get(`${kind} ${id}`) ?? 0) >= Math.abs(minor),
    );
    if (!isStill) return [];
    const [account, partyId] = JSON.parse(counter ?? "[null]") as [string | null, number | null];
    return [
      {
        ...line,
        allocations: found.map(([itemKind, itemId, minor]) => ({
          ...{ itemKind, itemId },
          amountMinor: bankSign(itemKind) * minor,
        })),
        counter: account === null ? null : { account, partyId: partyId ?? null },
      },
    ];
  });
}

/** What active matches pay of each item, as one sum. */
function settledMinor(read: ReadHandle): Map<string, number> {
  const rows = read
    .reading(
      "SELECT x.item_kind || ' ' || x.item_id AS item, sum(x.amount_minor) AS minor " +
        "FROM match_allocation x JOIN match m ON m.id = x.match_id " +
        "AND +m.undone_by_entry_id IS NULL GROUP BY x.item_kind, x.item_id",
    )
    .all() as { item: string; minor: number }[];
  return new Map(rows.map((r) => [r.item, r.minor]));
}
