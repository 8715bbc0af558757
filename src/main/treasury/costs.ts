import { addDays, endOfMonth } from "#contract/date.ts";
import type { CostDriftReport } from "#contract/treasury-cost-drift.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type CostOf, costDrift } from "./engines/cost-drift.ts";
import type { MonthlyActivity } from "./engines/cost-ratchet.ts";
import type { CostRow } from "./engines/cost-streams.ts";

/** A payment without a match is taken for that of a bill of the same amount so many days before. */
const BILL_DAYS = 120;

/** The rows and months that the drift of costs stands on. */
export function costInput(read: ReadHandle, asOn: string) {
  const rows = [...bookedCosts(read, asOn), ...unbookedPayments(read, asOn)];
  return { rows, months: activity(read, asOn) };
}

/** How the company's costs drift, with the names of its suppliers. */
export function costsOf(
  read: ReadHandle,
  asked: { asOn: string; inflationBps?: number | undefined },
  input = costInput(read, asked.asOn),
): CostDriftReport {
  const found = costDrift({ ...asked, ...input });
  const parties = read.reading("SELECT id, name FROM party").all() as {
    id: number;
    name: string;
  }[];
  const names = new Map(parties.map(({ id, name }) => [String(id), name]));
  const named = <T extends CostOf>(one: T) => ({
    ...one,
    supplier: names.get(one.partyId ?? "") ?? one.label,
  });
  return {
    ...found,
    streams: found.streams.map(named),
    moves: found.moves.map(named),
    questions: found.questions.map(named),
    categories: found.categories.map((category) => ({
      ...category,
      suppliers: category.suppliers.map((one) => ({
        ...one,
        supplier: names.get(one.payee.slice(1)) ?? one.label,
      })),
    })),
  };
}

interface CostLine {
  entryId: number;
  datedOn: string;
  account: string;
  label: string;
  amountMinor: number;
  partyId: number | null;
  billId: number | null;
  billKind: "invoice" | "credit-note" | null;
  billedOn: string | null;
  bankLineId: number | null;
  bankLabel: string | null;
  documents: number;
}

/** Lines of class 6 with the bill or the bank line behind them; reversed entries are left out. */
function bookedCosts(read: ReadHandle, asOn: string): CostRow[] {
  const lines = read
    .reading(
      "SELECT l.entry_id AS entryId, l.dated_on AS datedOn, l.account, l.label, " +
        "l.debit_minor - l.credit_minor AS amountMinor, b.id AS billId, b.kind AS billKind, " +
        "b.issued_on AS billedOn, k.id AS bankLineId, k.label AS bankLabel, " +
        "coalesce(b.party_id, l.party_id, (SELECT max(o.party_id) FROM line o " +
        "WHERE o.entry_id = l.entry_id AND o.account GLOB '40*')) AS partyId, " +
        "EXISTS (SELECT 1 FROM entry_document d WHERE d.entry_id = l.entry_id) AS documents " +
        "FROM line l JOIN entry e ON e.id = l.entry_id " +
        "JOIN journal j ON j.code = e.journal AND j.kind <> 'opening' " +
        "LEFT JOIN bill b ON b.entry_id = l.entry_id " +
        "LEFT JOIN match m ON m.entry_id = l.entry_id " +
        "LEFT JOIN bank_line k ON k.id = m.bank_line_id " +
        "WHERE l.account >= '6' AND l.account < '7' AND l.dated_on <= ? " +
        "AND e.reverses_id IS NULL " +
        "AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id) ORDER BY l.id",
    )
    .all(asOn) as CostLine[];
  return lines.map((line) => ({
    ref: refOf(line),
    on: line.billedOn ?? line.datedOn,
    amountMinor: line.amountMinor,
    account: line.account,
    label: line.bankLabel ?? line.label,
    hasDocument: line.billId !== null || line.documents > 0 || isPurchase(line),
    ...(line.partyId === null ? {} : { partyId: String(line.partyId) }),
  }));
}

/** An entry that owes a supplier came from its bill, even where the bill itself is not kept here. */
function isPurchase(line: CostLine): boolean {
  return line.bankLineId === null && line.partyId !== null;
}

function refOf(line: CostLine): CostRow["ref"] {
  if (line.billId !== null) {
    const kind = line.billKind === "credit-note" ? "bill-credit-note" : "bill";
    return { kind, id: String(line.billId) };
  }
  if (line.bankLineId !== null) return { kind: "bank-line", id: String(line.bankLineId) };
  return { kind: "entry", id: String(line.entryId) };
}

/**
 * Money that left the bank and that nothing explains: no match, no suggestion that waits, and no bill
 * of the same amount in the four months before, which it most likely pays.
 */
function unbookedPayments(read: ReadHandle, asOn: string): CostRow[] {
  const lines = read
    .reading(
      "SELECT id, booked_on AS bookedOn, amount_minor AS amountMinor, label FROM bank_line " +
        "WHERE amount_minor < 0 AND booked_on <= ? AND NOT EXISTS (SELECT 1 FROM match m " +
        "WHERE m.bank_line_id = bank_line.id AND m.undone_by_entry_id IS NULL) " +
        "AND NOT EXISTS (SELECT 1 FROM suggestion s WHERE s.bank_line_id = bank_line.id " +
        "AND json_array_length(s.candidates) > 0) ORDER BY booked_on, id",
    )
    .all(asOn) as { id: number; bookedOn: string; amountMinor: number; label: string }[];
  const billed = billDays(read);
  const isBilled = (line: { bookedOn: string; amountMinor: number }) => {
    const sinceOn = addDays(line.bookedOn, -BILL_DAYS);
    const days = billed.get(-line.amountMinor) ?? [];
    return days.some((on) => on >= sinceOn && on <= line.bookedOn);
  };
  const unexplained = lines.filter((line) => !isBilled(line));
  return unexplained.map(({ id, bookedOn, amountMinor, label }) => ({
    ref: { kind: "bank-line", id: String(id) },
    ...{ on: bookedOn, amountMinor: -amountMinor, label, hasDocument: false },
  }));
}

/** The days on which bills of each amount were issued. */
function billDays(read: ReadHandle): Map<number, string[]> {
  const days = new Map<number, string[]>();
  const bills = read.reading("SELECT gross_minor AS minor, issued_on AS issuedOn FROM bill").all();
  for (const { minor, issuedOn } of bills as { minor: number; issuedOn: string }[]) {
    const known = days.get(minor);
    if (known === undefined) days.set(minor, [issuedOn]);
    else known.push(issuedOn);
  }
  return days;
}

/** Operating costs (60 to 65) and sales (70) of each full month. */
function activity(read: ReadHandle, asOn: string): MonthlyActivity[] {
  const untilMonth = endOfMonth(asOn) === asOn ? addDays(asOn, 1).slice(0, 7) : asOn.slice(0, 7);
  return read
    .reading(
      "SELECT b.month, " +
        "sum(iif(b.account < '66', b.debit_minor - b.credit_minor, 0)) AS costMinor, " +
        "sum(iif(b.account >= '70', b.credit_minor - b.debit_minor, 0)) AS salesMinor " +
        "FROM balance b JOIN journal j ON j.code = b.journal AND j.kind <> 'opening' " +
        "WHERE (b.account BETWEEN '60' AND '66' OR b.account BETWEEN '70' AND '71') " +
        "AND b.month < ? GROUP BY b.month ORDER BY b.month",
    )
    .all(untilMonth) as MonthlyActivity[];
}
