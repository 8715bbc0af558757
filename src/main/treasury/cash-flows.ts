import type { ReadHandle } from "#main/store/handle.ts";
import type { CashCategory, CashDue, CashFlow } from "./engines/cash-bridge.ts";
import { labelWords } from "./engines/label-words.ts";

interface Span {
  /** Days after this one, up to the other. */
  fromOn: string;
  toOn: string;
}

const CATEGORIES: readonly { accounts: RegExp; category: CashCategory }[] = [
  { accounts: /^41/, category: "customers" },
  { accounts: /^40/, category: "suppliers" },
  { accounts: /^(?:42|43|64)/, category: "payroll" },
  { accounts: /^(?:44|63|69)/, category: "taxes" },
  { accounts: /^(?:16|519|661)/, category: "loans" },
  { accounts: /^5[18]/, category: "transfers" },
];

const KEY_WORDS = 3;

interface LineRow {
  id: number;
  bookedOn: string;
  lineMinor: number;
  label: string;
  counterparty: string | null;
  account: string | null;
  partyId: number | null;
  partMinor: number | null;
}

/**
 * Bank lines of a span cut by the accounts of their entry; what no entry explains is `other`,
 * under the words of the bank. The parts of a line add up to it.
 */
export function cashFlows(read: ReadHandle, span: Span): CashFlow[] {
  const rows = read
    .reading(
      "SELECT b.id, b.booked_on AS bookedOn, b.amount_minor AS lineMinor, b.label, " +
        "b.counterparty_name AS counterparty, l.account, l.party_id AS partyId, " +
        "sum(l.credit_minor) - sum(l.debit_minor) AS partMinor FROM bank_line b " +
        "JOIN bank_account k ON k.id = b.bank_account_id " +
        "LEFT JOIN match m ON m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL " +
        "LEFT JOIN line l ON l.id BETWEEN m.entry_id * 65536 AND m.entry_id * 65536 + 65535 " +
        "AND l.account <> k.account WHERE b.booked_on > ? AND b.booked_on <= ? " +
        "GROUP BY b.id, l.account, l.party_id ORDER BY b.id, l.account, l.party_id",
    )
    .all(span.fromOn, span.toOn) as LineRow[];
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap(partsOf);
}

function partsOf(rows: readonly LineRow[]): CashFlow[] {
  const [line] = rows;
  if (line === undefined) return [];
  const ref = { kind: "bank-line" as const, id: String(line.id) };
  const { bookedOn } = line;
  const parts = rows.flatMap(({ account, partyId, partMinor }, i): CashFlow[] => {
    if (account === null || partMinor === null || partMinor === 0) return [];
    const found = CATEGORIES.find(({ accounts }) => accounts.test(account));
    const key = partyId === null ? `account:${account}` : `party:${partyId}`;
    const category = found?.category ?? "other";
    return [{ id: `${line.id}-${i}`, bookedOn, amountMinor: partMinor, category, key, ref }];
  });
  const left = line.lineMinor - parts.reduce((sum, part) => sum + part.amountMinor, 0);
  if (left === 0) return parts;
  const words = labelWords(line.counterparty ?? line.label).slice(0, KEY_WORDS);
  const key = words.join(" ");
  const id = `${line.id}-rest`;
  return [...parts, { id, bookedOn, amountMinor: left, category: "other", key, ref }];
}

/** What fell due in a span, as the bank would show it. */
export function dues(read: ReadHandle, span: Span): CashDue[] {
  const rows = (table: "invoice" | "bill") =>
    read
      .reading(
        "SELECT party_id AS partyId, due_on AS dueOn, gross_minor AS grossMinor " +
          `FROM ${table} WHERE due_on > ? AND due_on <= ?`,
      )
      .all(span.fromOn, span.toOn) as { partyId: number; dueOn: string; grossMinor: number }[];
  return [
    ...rows("invoice").map(({ partyId, dueOn, grossMinor }) => ({
      ...{ category: "customers" as const, key: `party:${partyId}`, dueOn },
      amountMinor: grossMinor,
    })),
    ...rows("bill").map(({ partyId, dueOn, grossMinor }) => ({
      ...{ category: "suppliers" as const, key: `party:${partyId}`, dueOn },
      amountMinor: 0 - grossMinor,
    })),
  ];
}
