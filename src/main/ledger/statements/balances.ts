import { addDays } from "#contract/date.ts";
import type { StatementAsked, StatementRow } from "#contract/statements.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { agedBalance } from "../lettering/aged-balance.ts";
import { accountLabels, partyNames } from "./account-labels.ts";
import { movements } from "./movements.ts";
import { type Position, positionAt, yearOfDay } from "./position.ts";
import { fromList, moneyColumn, type StatementSheet, say, textColumn } from "./statement-sheet.ts";

interface Sums {
  openingMinor: number;
  debitMinor: number;
  creditMinor: number;
}

/** The trial balance (balance générale) of any period, with a subtotal by class. */
export function generalBalance(read: ReadHandle, asked: StatementAsked): StatementSheet | Refusal {
  const sums = sumsByAccount(read, asked);
  if (sums === undefined) return refuse("statements.outside-years", { date: asked.fromOn });
  const labels = accountLabels(read);
  const accounts = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows: StatementRow[] = [];
  for (const [digit, own] of Map.groupBy(accounts, ([account]) => account[0]!)) {
    for (const [account, sum] of own) {
      const cells = [account, labels.get(account) ?? "", ...figures(sum)];
      rows.push({ id: account, kind: "line", cells, account });
    }
    const name = say(asked, `Classe ${digit}`, `Class ${digit}`);
    const cells = ["", name, ...figures(total(own.map(([, sum]) => sum)))];
    rows.push({ id: `class-${digit}`, kind: "subtotal", cells });
  }
  const all = figures(total(accounts.map(([, sum]) => sum)));
  rows.push({ id: "total", kind: "total", cells: ["", say(asked, "Total", "Total"), ...all] });
  return {
    title: say(asked, "Balance générale", "Trial balance"),
    filter: [],
    columns: [
      textColumn("account", say(asked, "Compte", "Account"), 1.2),
      ...balanceColumns(asked),
    ],
    rows: fromList(rows),
  };
}

/** The balance of customers or suppliers (balance auxiliaire) of any period. */
export function partyBalance(read: ReadHandle, asked: StatementAsked): StatementSheet | Refusal {
  const opening = positionBefore(read, asked.fromOn);
  if (opening === undefined) return refuse("statements.outside-years", { date: asked.fromOn });
  const names = partyNames(read);
  const sums = new Map<string, Sums & { account: string; partyId: number }>();
  const at = (account: string, partyId: number) => {
    const key = `${account} ${partyId}`;
    const known = sums.get(key) ?? { account, partyId, ...NOTHING };
    sums.set(key, known);
    return known;
  };
  const wanted = kindOf(read, asked.partyKind);
  for (const { account, partyId, minor } of opening.standings) {
    if (partyId !== null && wanted.has(partyId)) at(account, partyId).openingMinor += minor;
  }
  for (const row of partyMovements(read, asked)) {
    if (!wanted.has(row.partyId)) continue;
    const sum = at(row.account, row.partyId);
    sum.debitMinor += row.debitMinor;
    sum.creditMinor += row.creditMinor;
  }
  const list = [...sums.values()]
    .map((sum) => ({ ...sum, name: names.get(sum.partyId) ?? "" }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
  const rows: StatementRow[] = list.map((sum) => ({
    id: `${sum.account} ${sum.partyId}`,
    kind: "line",
    cells: [sum.account, sum.name, ...figures(sum)],
    account: sum.account,
    partyId: sum.partyId,
  }));
  rows.push({
    id: "total",
    kind: "total",
    cells: ["", say(asked, "Total", "Total"), ...figures(total(list))],
  });
  return {
    title:
      asked.partyKind === "customer"
        ? say(asked, "Balance des clients", "Customers' balance")
        : say(asked, "Balance des fournisseurs", "Suppliers' balance"),
    filter: [],
    columns: [
      textColumn("account", say(asked, "Compte", "Account"), 1.2),
      ...balanceColumns(asked),
    ],
    rows: fromList(rows),
  };
}

/** What is open by age (balance âgée) on the last day of the period. */
export function agedStatement(read: ReadHandle, asked: StatementAsked): StatementSheet {
  const found = agedBalance(read, { kind: asked.partyKind, asOn: asked.toOn });
  const ages = [
    "notDueMinor",
    "to30Minor",
    "to60Minor",
    "to90Minor",
    "over90Minor",
    "totalMinor",
  ] as const;
  const words = [
    say(asked, "Non échu", "Not due"),
    ...["1–30 j", "31–60 j", "61–90 j", "> 90 j"],
    say(asked, "Total", "Total"),
  ];
  const rows: StatementRow[] = found.map((row) => ({
    id: `${row.account} ${row.partyId}`,
    kind: "line",
    cells: [row.partyName, row.account, ...ages.map((age) => row[age])],
    account: row.account,
    partyId: row.partyId,
  }));
  const sums = ages.map((age) => found.reduce((sum, row) => sum + row[age], 0));
  rows.push({ id: "total", kind: "total", cells: [say(asked, "Total", "Total"), "", ...sums] });
  return {
    title:
      asked.partyKind === "customer"
        ? say(asked, "Balance âgée des clients", "Customers' aged balance")
        : say(asked, "Balance âgée des fournisseurs", "Suppliers' aged balance"),
    filter: [],
    columns: [
      textColumn("party", say(asked, "Tiers", "Party"), 4),
      textColumn("account", say(asked, "Compte", "Account"), 1.2),
      ...ages.map((age, i) => moneyColumn(age, words[i] ?? "", 1.6)),
    ],
    rows: fromList(rows),
  };
}

const NOTHING: Sums = { openingMinor: 0, debitMinor: 0, creditMinor: 0 };

/** Openings and movements of each account; income and expenses open at zero each year. */
function sumsByAccount(read: ReadHandle, asked: StatementAsked): Map<string, Sums> | undefined {
  const opening = positionBefore(read, asked.fromOn);
  if (opening === undefined) return undefined;
  const sums = new Map<string, Sums>();
  const add = (account: string, more: Partial<Sums>) => {
    if (asked.account !== undefined && !account.startsWith(asked.account)) return;
    const sum = sums.get(account) ?? NOTHING;
    sums.set(account, {
      openingMinor: sum.openingMinor + (more.openingMinor ?? 0),
      debitMinor: sum.debitMinor + (more.debitMinor ?? 0),
      creditMinor: sum.creditMinor + (more.creditMinor ?? 0),
    });
  };
  for (const { account, minor } of opening.standings) add(account, { openingMinor: minor });
  const { yearStartsOn } = opening;
  const before = addDays(asked.fromOn, -1);
  if (yearStartsOn <= before) {
    for (const m of movements(read, { fromOn: yearStartsOn, toOn: before }).values()) {
      if (/^[67]/.test(m.account)) add(m.account, { openingMinor: m.debitMinor - m.creditMinor });
    }
  }
  for (const m of movements(read, asked, "operations").values()) add(m.account, m);
  return sums;
}

/**
 * What a period opens with: the day before within the same year; on a year's first day its opening
 * entries, or what the year before leaves.
 */
function positionBefore(read: ReadHandle, fromOn: string): Position | undefined {
  const year = yearOfDay(read, fromOn);
  if (year === undefined) return undefined;
  const before = addDays(fromOn, -1);
  if (fromOn > year.startsOn) return positionAt(read, before);
  const first = positionAt(read, fromOn);
  if (first === undefined) return undefined;
  const standings = first.sinceOn < fromOn ? leftBy(read, first, before) : openings(read, fromOn);
  return { standings, resultMinor: 0, yearStartsOn: fromOn, sinceOn: first.sinceOn };
}

function leftBy(read: ReadHandle, first: Position, before: string): Position["standings"] {
  const left = positionAt(read, before);
  if (left === undefined || first.sinceOn > before) return [];
  if (left.resultMinor === 0) return left.standings;
  const account = left.resultMinor > 0 ? "120" : "129";
  return [...left.standings, { account, partyId: null, minor: -left.resultMinor }];
}

function openings(read: ReadHandle, fromOn: string): Position["standings"] {
  return read
    .reading(
      "SELECT l.account, l.party_id AS partyId, sum(l.debit_minor - l.credit_minor) AS minor " +
        "FROM entry e JOIN journal j ON j.code = e.journal AND j.kind = 'opening' " +
        "JOIN line l ON l.id BETWEEN e.id * 65536 AND e.id * 65536 + 65535 " +
        "WHERE e.fiscal_year_id = (SELECT id FROM fiscal_year WHERE starts_on = ?) " +
        "GROUP BY l.account, l.party_id",
    )
    .all(fromOn) as Position["standings"];
}

function partyMovements(read: ReadHandle, span: { fromOn: string; toOn: string }) {
  return read
    .reading(
      "SELECT l.account, l.party_id AS partyId, sum(l.debit_minor) AS debitMinor, " +
        "sum(l.credit_minor) AS creditMinor FROM line l JOIN entry e ON e.id = l.entry_id " +
        "JOIN journal j ON j.code = e.journal AND j.kind <> 'opening' WHERE l.party_id IS NOT NULL " +
        "AND l.dated_on BETWEEN ? AND ? GROUP BY l.account, l.party_id",
    )
    .all(span.fromOn, span.toOn) as {
    account: string;
    partyId: number;
    debitMinor: number;
    creditMinor: number;
  }[];
}

function kindOf(read: ReadHandle, kind: "customer" | "supplier"): Set<number> {
  const rows = read.reading("SELECT id FROM party WHERE kind = ?").all(kind) as { id: number }[];
  return new Set(rows.map((row) => row.id));
}

function balanceColumns(asked: StatementAsked) {
  return [
    textColumn("label", say(asked, "Libellé", "Label"), 4),
    moneyColumn("opening", say(asked, "À-nouveau", "Opening")),
    moneyColumn("debit", say(asked, "Débit", "Debit")),
    moneyColumn("credit", say(asked, "Crédit", "Credit")),
    moneyColumn("debtor", say(asked, "Solde débiteur", "Debit balance")),
    moneyColumn("creditor", say(asked, "Solde créditeur", "Credit balance")),
  ];
}

/** Opening, both sides, and the balance on its own side; totals keep both. */
function figures(sum: Sums & { debtorMinor?: number; creditorMinor?: number }): number[] {
  const minor = sum.openingMinor + sum.debitMinor - sum.creditMinor;
  const debtor = sum.debtorMinor ?? Math.max(0, minor);
  const creditor = sum.creditorMinor ?? Math.max(0, -minor);
  return [sum.openingMinor, sum.debitMinor, sum.creditMinor, debtor, creditor];
}

function total(sums: readonly Sums[]) {
  const all = { ...NOTHING, debtorMinor: 0, creditorMinor: 0 };
  for (const sum of sums) {
    const [opening = 0, debit = 0, credit = 0, debtor = 0, creditor = 0] = figures(sum);
    all.openingMinor += opening;
    all.debitMinor += debit;
    all.creditMinor += credit;
    all.debtorMinor += debtor;
    all.creditorMinor += creditor;
  }
  return all;
}
