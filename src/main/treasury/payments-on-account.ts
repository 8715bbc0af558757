import { type OpenTradeItem, openItems } from "#main/reconciliation/open-items.ts";
import { itemName, type StoredCandidate } from "#main/reconciliation/stored-candidate.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import {
  type ImputedPayment,
  imputePayments,
  type LooseMoney,
  type OwedItem,
} from "./engines/payments-on-account.ts";

/** What is open in the book, and what money on account pays of it; nothing of it is written. */
export interface PaymentsOnAccount {
  /** As the book has it, before that money. */
  items: OpenTradeItem[];
  /** By the item's name, signed as the bank shows it. */
  byItem: ReadonlyMap<string, readonly ImputedPayment[]>;
  /** Whose it is, by the bank line that carries it. */
  parties: ReadonlyMap<number, string>;
}

type Money = LooseMoney & { bankLineId: number | null };

/**
 * Receipts and payments that stand in the bank or on a party's account without being matched to an
 * invoice or bill: bank lines still to confirm, and what was booked on 411 or 401 and never
 * lettered. Worked out here for the forecast, the payment patterns and the back-test, so that they
 * agree on what is open and on when it was paid.
 */
export function paymentsOnAccount(read: ReadHandle): PaymentsOnAccount {
  const items = openItems(read);
  const known = [
    ...bookedMoney(read),
    ...letteredMoney(read, items),
    ...suggestedMoney(read, items),
  ];
  if (known.length === 0) return { items, byItem: new Map(), parties: new Map() };
  const money = [...known, ...bookedBack(read, known), ...sentBack(read, known)];
  const owed = items.map(
    (item): OwedItem => ({ ...item, id: itemName(item), partyId: String(item.partyId) }),
  );
  const found = imputePayments([...ledgerDebts(read, known), ...owed], money);
  const used = new Set(found.map((p) => p.moneyId));
  const parties = money.flatMap(({ id, bankLineId, partyId }): [number, string][] =>
    used.has(id) && bankLineId !== null && partyId !== undefined ? [[bankLineId, partyId]] : [],
  );
  return { items, byItem: Map.groupBy(found, (p) => p.itemId), parties: new Map(parties) };
}

/** What such money pays of an item. */
export function onAccount({ byItem }: PaymentsOnAccount, item: OpenTradeItem): ImputedPayment[] {
  return [...(byItem.get(itemName(item)) ?? [])];
}

/** What in a suggestion speaks for its very items; failing these only its party is believed. */
const TELLS_ITEMS = new Set([
  ...["own-reference", "reference-digits", "reference-near", "structured-reference"],
  ...["exact-amount", "foreign-amount", "discount", "sum-of-items", "credit-note-netted"],
  ...["one-cent", "within-tolerance"],
]);
const TELLS_PARTY = new Set(["iban", "party-name"]);

/** Bank lines that no match holds, with what their best suggestion says of them. */
function suggestedMoney(read: ReadHandle, items: readonly OpenTradeItem[]): Money[] {
  const parties = new Map(items.map((item) => [itemName(item), String(item.partyId)]));
  const rows = read
    .reading(
      "SELECT b.id, b.booked_on AS bookedOn, b.amount_minor AS amountMinor, b.label, s.candidates " +
        "FROM suggestion s JOIN bank_line b ON b.id = s.bank_line_id WHERE NOT EXISTS (SELECT 1 " +
        "FROM match m WHERE m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL)",
    )
    .all() as (LineRow & { candidates: string })[];
  return rows.flatMap(({ candidates, ...row }): Money[] => {
    const [best] = JSON.parse(candidates) as StoredCandidate[];
    const [first] = best?.allocations ?? [];
    if (best === undefined || first === undefined) return [];
    const signals = best.reasons.map((reason) => reason.signal);
    const spareMinor = signals.includes("over-payment") ? best.differenceMinor : 0;
    const partyId = parties.get(itemName(first));
    if (signals.some((signal) => TELLS_ITEMS.has(signal))) {
      const named = best.allocations.map((a) => ({
        itemId: itemName(a),
        amountMinor: a.amountMinor,
      }));
      return [{ ...moneyOf(row), partyId, named, spareMinor }];
    }
    const isKnown = partyId !== undefined && signals.some((signal) => TELLS_PARTY.has(signal));
    return isKnown ? [{ ...moneyOf(row), partyId, spareMinor: row.amountMinor }] : [];
  });
}

interface LineRow {
  id: number;
  bookedOn: string;
  amountMinor: number;
  label: string;
}

function moneyOf({ id, bookedOn, amountMinor, label }: LineRow): Money {
  const money = { on: bookedOn, amountMinor, label, named: [], spareMinor: 0 };
  return { id: `bank-line:${id}`, bankLineId: id, ...money };
}

/** Unexplained bank lines of the same cents the other way: money that may have gone back. */
function sentBack(read: ReadHandle, known: readonly Money[]): Money[] {
  const rows = read
    .reading(
      "SELECT b.id, b.booked_on AS bookedOn, b.amount_minor AS amountMinor, b.label " +
        "FROM bank_line b WHERE b.amount_minor IN (SELECT value FROM json_each(?)) AND NOT EXISTS " +
        "(SELECT 1 FROM match m WHERE m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL)",
    )
    .all(JSON.stringify(known.map((one) => -one.amountMinor))) as LineRow[];
  const isKnown = new Set(known.map((one) => one.id));
  return rows.map(moneyOf).filter((one) => !isKnown.has(one.id));
}

/** A line `l` of an entry `e` that no letter holds, here or where a later year carries it on. */
const STANDS =
  "NOT EXISTS (SELECT 1 FROM lettering_line g WHERE g.line_id = l.id) " +
  "AND NOT EXISTS (SELECT 1 FROM carried_line c JOIN lettering_line g ON g.line_id = c.line_id " +
  "WHERE c.root_id = l.id) AND NOT EXISTS (SELECT 1 FROM carried_line c WHERE c.line_id = l.id) " +
  "AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id)";

const IN_BANK = "(SELECT code FROM journal WHERE kind IN ('bank', 'cash'))";

const SIDES = [
  { from: "411", below: "412", paid: "credit", back: "debit" },
  { from: "401", below: "402", paid: "debit", back: "credit" },
] as const;

/** What the bank's journals booked on one side of parties' accounts, but for matched items. */
const booked = ({ from, below }: (typeof SIDES)[number], side: "credit" | "debit") =>
  "SELECT l.id, l.dated_on AS bookedOn, l.credit_minor - l.debit_minor AS amountMinor, l.label, " +
  "l.party_id AS partyId, m.bank_line_id AS bankLineId FROM line l " +
  "LEFT JOIN match m ON m.entry_id = l.entry_id JOIN entry e ON e.id = l.entry_id " +
  `WHERE l.account >= '${from}' AND l.account < '${below}' AND l.${side}_minor > 0 ` +
  "AND l.party_id IS NOT NULL " +
  // A match's entry has its items' lines first.
  "AND l.id % 65536 > (SELECT count(*) FROM match_allocation a WHERE a.match_id = m.id) " +
  `AND e.journal IN ${IN_BANK}`;

type BookedRow = LineRow & { partyId: number; bankLineId: number | null };

/** Lines of a bank's journal on 411 or 401 that neither a letter nor a match gives to an item. */
function bookedMoney(read: ReadHandle): Money[] {
  const rows = SIDES.flatMap(
    (side) => read.reading(`${booked(side, side.paid)} AND ${STANDS}`).all() as BookedRow[],
  );
  return rows.map(bookedOf);
}

/** What went back to those who paid, or came back from those who were paid. */
function bookedBack(read: ReadHandle, known: readonly Money[]): Money[] {
  const parties = JSON.stringify([
    ...new Set(known.flatMap(({ partyId }) => (partyId === undefined ? [] : Number(partyId)))),
  ]);
  const rows = SIDES.flatMap(
    (side) =>
      read
        .reading(
          `${booked(side, side.back)} AND l.party_id IN (SELECT value FROM json_each(?)) ` +
            `AND ${STANDS}`,
        )
        .all(parties) as BookedRow[],
  );
  return rows.map((row) => ({ ...bookedOf(row), isBack: true }));
}

function bookedOf({ id, partyId, bankLineId, ...row }: BookedRow): Money {
  return {
    ...moneyOf({ id, ...row }),
    ...{ id: `line:${id}`, bankLineId, partyId: String(partyId), spareMinor: row.amountMinor },
  };
}

/** Lines of a bank's journal that a letter gives to the entry of an invoice or bill. */
function letteredMoney(read: ReadHandle, items: readonly OpenTradeItem[]): Money[] {
  const open = new Map(items.map((item) => [itemName(item), item.openMinor]));
  const idsOf = (kind: OpenTradeItem["itemKind"]) =>
    JSON.stringify(items.flatMap((item) => (item.itemKind === kind ? [item.itemId] : [])));
  const lettered = (["invoice", "bill"] as const).flatMap(
    (kind) =>
      read
        .reading(
          `SELECT DISTINCT g.lettering_id AS letter, '${kind}' AS itemKind, t.id AS itemId ` +
            `FROM json_each(?) j JOIN ${kind} t ON t.id = j.value JOIN lettering_line g ` +
            "ON g.line_id BETWEEN t.entry_id * 65536 AND t.entry_id * 65536 + 65535",
        )
        .all(idsOf(kind)) as { letter: number; itemKind: typeof kind; itemId: number }[],
  );
  if (lettered.length === 0) return [];
  const itemsOf = Map.groupBy(lettered, (row) => row.letter);
  const letters = JSON.stringify([...itemsOf.keys()]);
  const rows = SIDES.flatMap(
    (side) =>
      read
        .reading(
          "SELECT g.lettering_id AS letter, b.* FROM json_each(?) j CROSS JOIN lettering_line g " +
            `ON g.lettering_id = j.value JOIN (${booked(side, side.paid)}) b ON b.id = g.line_id`,
        )
        .all(letters) as (BookedRow & { letter: number })[],
  );
  return rows.flatMap(({ letter, id, partyId, bankLineId, ...row }): Money[] => {
    let left = row.amountMinor;
    const named = (itemsOf.get(letter) ?? []).flatMap((item) => {
      const openMinor = open.get(itemName(item)) ?? 0;
      if (Math.sign(openMinor) !== Math.sign(left)) return [];
      const amountMinor = Math.sign(left) * Math.min(Math.abs(left), Math.abs(openMinor));
      left -= amountMinor;
      return [{ itemId: itemName(item), amountMinor }];
    });
    if (named.length === 0) return [];
    const known = { ...moneyOf({ id, ...row }), bankLineId, partyId: String(partyId), named };
    return [{ ...known, id: `line:${id}` }];
  });
}

/**
 * Debts of these parties that the ledger alone knows (openings, entries taken over), less what the
 * ledger sets against the oldest of them (credit notes, bills of exchange, write-offs): money on
 * account pays them too, in their turn, so that it does not fall on younger invoices.
 */
function ledgerDebts(read: ReadHandle, known: readonly Money[]): OwedItem[] {
  const parties = [...new Set(known.flatMap(({ partyId }) => partyId ?? []))].map(Number);
  const rows = read
    .reading(
      "SELECT l.id, l.account, l.party_id AS partyId, l.dated_on AS issuedOn, " +
        "coalesce(l.due_on, l.dated_on) AS dueOn, l.debit_minor - l.credit_minor AS openMinor " +
        "FROM line l JOIN entry e ON e.id = l.entry_id " +
        "WHERE l.party_id IN (SELECT value FROM json_each(?)) AND (" +
        "l.account >= '411' AND l.account < '412' OR l.account >= '401' AND l.account < '402') " +
        `AND ${STANDS} AND e.journal NOT IN ${IN_BANK} ` +
        "AND coalesce(e.origin_kind, '') NOT IN ('invoice', 'bill') ORDER BY dueOn, l.id",
    )
    .all(JSON.stringify(parties)) as (Omit<OwedItem, "id" | "partyId"> & {
    id: number;
    account: string;
    partyId: number;
  })[];
  return [...Map.groupBy(rows, (row) => row.partyId).values()].flatMap((own) => {
    const isDebt = (row: (typeof own)[number]) =>
      row.openMinor > 0 === row.account.startsWith("411");
    let set = own.filter((row) => !isDebt(row)).reduce((sum, row) => sum + row.openMinor, 0);
    return own.filter(isDebt).flatMap(({ account: _, ...row }): OwedItem[] => {
      const taken = Math.sign(set) * Math.min(Math.abs(set), Math.abs(row.openMinor));
      set -= taken;
      const openMinor = row.openMinor + taken;
      const id = `line:${row.id}`;
      return openMinor === 0 ? [] : [{ ...row, openMinor, id, partyId: String(row.partyId) }];
    });
  });
}
