import { addDays, daysBetween } from "#contract/date.ts";
import { creditBpsInForce } from "#main/automation/rules-in-force.ts";
import { accountLabels, partyNames } from "#main/ledger/statements/account-labels.ts";
import { foldText, readNameWords } from "#main/reconciliation/matching/label-words.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { CreditedInvoice } from "./engines/credit-cost.ts";
import type { DirectCost, MarginPeriod, MarginSale } from "./engines/margin-rows.ts";
import { margins } from "./engines/margins.ts";

interface Span {
  fromOn: string;
  toOn: string;
}

/** Shorter names stand in other words. */
const LEAST_NAME = 5;
/** Purchases for what is sold, without supplies that are not stored (606), and subcontracting. */
const DIRECT = "(l.account GLOB '60[1-57-9]*' OR l.account GLOB '611*')";

/** A span, and what a year of credit costs where the rules do not say it. */
type Asked = Span & { creditBps?: number | undefined };

/** The sales, direct costs and payments of a span and of as many days before. */
export function marginInput(read: ReadHandle, asked: Asked) {
  const { fromOn, toOn } = asked;
  const days = daysBetween(fromOn, toOn) + 1;
  const namedIn = customersByWord(read);
  return {
    ...{ fromOn, toOn, rate: (asked.creditBps ?? creditBpsInForce(read)) / 10_000 },
    period: periodOf(read, { fromOn, toOn }, namedIn),
    before: periodOf(read, { fromOn: addDays(fromOn, -days), toOn: addDays(fromOn, -1) }, namedIn),
    credit: creditedInvoices(read, toOn),
  };
}

/**
 * Margins by customer and product family over a span, with what moved them since as many days
 * before.
 */
export function marginsOf(read: ReadHandle, asked: Asked, input = marginInput(read, asked)) {
  const { fromOn, toOn } = asked;
  const names = partyNames(read);
  const found = margins(input);
  const labels = accountLabels(read);
  const idOf = (partyId: string | null) => (partyId === null ? null : Number(partyId));
  return {
    ...{ fromOn, toOn, creditBps: Math.round(input.rate * 10_000) },
    ...found,
    clients: found.clients.map((client) => ({
      ...client,
      partyId: idOf(client.partyId),
      partyName: names.get(idOf(client.partyId) ?? 0) ?? null,
    })),
    families: found.families.map((row) => ({ ...row, label: labels.get(row.account) ?? "" })),
    whale: found.whale.map((point) => ({ ...point, partyId: idOf(point.partyId) })),
  };
}

/** Sales and direct costs of a span by entry, as the margins stand on them. */
export function marginPeriod(read: ReadHandle, span: Span): MarginPeriod {
  return periodOf(read, span, customersByWord(read));
}

function periodOf(read: ReadHandle, span: Span, namedIn: NamedCustomers): MarginPeriod {
  return { sales: salesOf(read, span), costs: costsOf(read, span, namedIn) };
}

/** Entries on sales accounts, with the one customer that they name on 41. */
function salesOf(read: ReadHandle, { fromOn, toOn }: Span): MarginSale[] {
  const rows = read
    .reading(
      "SELECT e.id AS entryId, e.dated_on AS soldOn, l.account, i.id AS invoiceId, i.kind, " +
        "sum(l.credit_minor) - sum(l.debit_minor) AS netMinor, " +
        "(SELECT min(p.party_id) FROM line p WHERE p.id BETWEEN e.id * 65536 AND " +
        "e.id * 65536 + 65535 AND p.account GLOB '41*' HAVING count(DISTINCT p.party_id) = 1) " +
        "AS partyId FROM line l JOIN entry e ON e.id = l.entry_id " +
        "JOIN journal j ON j.code = e.journal AND j.kind <> 'opening' " +
        "LEFT JOIN invoice i ON i.entry_id = e.id " +
        "WHERE l.account GLOB '70*' AND l.dated_on BETWEEN ? AND ? GROUP BY e.id, l.account",
    )
    .all(fromOn, toOn) as SaleRow[];
  return [...Map.groupBy(rows, (row) => row.entryId).values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    const { entryId, soldOn, invoiceId, partyId } = first;
    const isInvoice = invoiceId !== null;
    return [
      {
        ...{ id: String(entryId), soldOn, partyId: partyId === null ? null : String(partyId) },
        families: lines.map(({ account, netMinor }) => ({ account, netMinor })),
        ref: isInvoice
          ? { kind: first.kind ?? "invoice", id: String(invoiceId) }
          : { kind: "entry" as const, id: String(entryId) },
      },
    ];
  });
}

interface SaleRow {
  entryId: number;
  soldOn: string;
  account: string;
  invoiceId: number | null;
  kind: "invoice" | "credit-note" | null;
  netMinor: number;
  partyId: number | null;
}

function costsOf(read: ReadHandle, span: Span, namedIn: NamedCustomers): DirectCost[] {
  const rows = read
    .reading(
      "SELECT l.id, l.account, l.dated_on AS boughtOn, " +
        "l.debit_minor - l.credit_minor AS costMinor, " +
        "coalesce(b.label, l.label) AS label, p.name AS supplier FROM line l " +
        "JOIN entry e ON e.id = l.entry_id " +
        "JOIN journal j ON j.code = e.journal AND j.kind <> 'opening' " +
        "LEFT JOIN bill b ON b.entry_id = e.id LEFT JOIN party p ON p.id = b.party_id " +
        `WHERE ${DIRECT} AND l.dated_on BETWEEN ? AND ?`,
    )
    .all(span.fromOn, span.toOn) as (Omit<DirectCost, "id" | "partyId"> & {
    id: number;
    label: string;
    supplier: string | null;
  })[];
  return rows.map(({ id, label, supplier, ...cost }) => ({
    ...cost,
    id: String(id),
    partyId: namedIn(supplier === null ? label : label.replaceAll(supplier, " ")),
  }));
}

/** The one customer that a text names, if it names one. */
type NamedCustomers = (text: string) => string | null;

function customersByWord(read: ReadHandle): NamedCustomers {
  const customers = read
    .reading("SELECT id, name FROM party WHERE kind = 'customer' ORDER BY id")
    .all() as { id: number; name: string }[];
  const named = customers
    .map(({ id, name }) => ({ id, words: readNameWords(foldText(name)) }))
    .filter(({ words }) => words.join("").length >= LEAST_NAME);
  const byFirst = Map.groupBy(named, ({ words }) => words[0] ?? "");
  return (text) => {
    const words = readNameWords(foldText(text));
    const held = new Set(words);
    const found = words.flatMap((word) =>
      (byFirst.get(word) ?? []).filter((one) => one.words.every((part) => held.has(part))),
    );
    const [only] = found;
    return only !== undefined && found.length === 1 ? String(only.id) : null;
  };
}

function creditedInvoices(read: ReadHandle, toOn: string): CreditedInvoice[] {
  const payments = read
    .reading(
      "SELECT a.item_id AS invoiceId, b.booked_on AS paidOn, a.amount_minor AS amountMinor " +
        "FROM match m JOIN match_allocation a ON a.match_id = m.id AND a.item_kind = 'invoice' " +
        "JOIN bank_line b ON b.id = m.bank_line_id WHERE +m.undone_by_entry_id IS NULL",
    )
    .all() as { invoiceId: number; paidOn: string; amountMinor: number }[];
  const paid = Map.groupBy(payments, (one) => one.invoiceId);
  const rows = read
    .reading(
      "SELECT id, party_id AS partyId, issued_on AS issuedOn, gross_minor AS grossMinor " +
        "FROM invoice WHERE issued_on <= ?",
    )
    .all(toOn) as { id: number; partyId: number; issuedOn: string; grossMinor: number }[];
  return rows.map(({ id, partyId, ...invoice }) => ({
    ...invoice,
    partyId: String(partyId),
    payments: paid.get(id) ?? [],
  }));
}
