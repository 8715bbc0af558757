import { addDays } from "#contract/date.ts";
import { dateWords } from "#contract/sentence.ts";
import type { StatementAsked, StatementRow } from "#contract/statements.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { accountLabels } from "./account-labels.ts";
import { movements } from "./movements.ts";
import { positionAt, yearOfDay } from "./position.ts";
import { moneyColumn, type StatementSheet, say, textColumn } from "./statement-sheet.ts";

interface LineRow {
  id: number;
  entryId: number;
  number: number;
  journal: string;
  datedOn: string;
  pieceRef: string;
  account: string;
  label: string;
  party: string | null;
  letter: string | null;
  debitMinor: number;
  creditMinor: number;
}

const LINE =
  "SELECT l.id, e.id AS entryId, e.number, e.journal, e.dated_on AS datedOn, " +
  "e.piece_ref AS pieceRef, l.account, l.label, p.name AS party, g.code AS letter, " +
  "l.debit_minor AS debitMinor, l.credit_minor AS creditMinor ";
const JOINS =
  "LEFT JOIN party p ON p.id = l.party_id LEFT JOIN lettering_line ll ON ll.line_id = l.id " +
  "LEFT JOIN lettering g ON g.id = ll.lettering_id ";
const BATCH = 2000;

/** The journals (livre-journal) of a period: each line in the order of its entry's number. */
export function journals(read: ReadHandle, asked: StatementAsked): StatementSheet {
  return {
    title: say(asked, "Journaux", "Journals"),
    filter:
      asked.journal === undefined ? [] : [`${say(asked, "Journal", "Journal")} ${asked.journal}`],
    columns: lineColumns(asked, "account"),
    rows: (after) => journalRows(read, asked, after),
  };
}

function* journalRows(read: ReadHandle, asked: StatementAsked, after?: string) {
  const codes = read.reading("SELECT code, label FROM journal ORDER BY code").all() as {
    code: string;
    label: string;
  }[];
  const [startCode = "", startLine = "0"] = after?.split("|") ?? [];
  for (const { code, label } of codes) {
    if (code < startCode || (asked.journal !== undefined && code !== asked.journal)) continue;
    const isResumed = code === startCode;
    if (isResumed && startLine === "total") continue;
    const sum = { debit: 0, credit: 0, lines: 0 };
    // The total counts every line of the journal, also those of the pages before.
    if (isResumed) countBefore(read, { ...asked, code, untilLine: Number(startLine) }, sum);
    for (const line of journalLines(read, asked, {
      code,
      afterLine: isResumed ? Number(startLine) : 0,
    })) {
      if (sum.lines === 0)
        yield heading(`${code}|0`, `${code} ${label}`, lineColumns(asked, "account").length);
      sum.lines++;
      sum.debit += line.debitMinor;
      sum.credit += line.creditMinor;
      yield lineRow(`${code}|${line.id}`, line, line.account);
    }
    if (sum.lines === 0) continue;
    const name = say(asked, `Total ${code}`, `Total ${code}`);
    yield total(`${code}|total`, name, [sum.debit, sum.credit]);
  }
}

function* journalLines(
  read: ReadHandle,
  asked: StatementAsked,
  from: { code: string; afterLine: number },
): Generator<LineRow> {
  const find = read.reading(
    // By id on both sides: the next page starts where the last ended, without a sort.
    `${LINE} FROM entry e NOT INDEXED CROSS JOIN line l ` +
      `ON l.id BETWEEN e.id * 65536 AND e.id * 65536 + 65535 ${JOINS}` +
      "WHERE e.journal = ? AND e.dated_on BETWEEN ? AND ? AND e.id >= ? AND l.id > ? " +
      `ORDER BY e.id, l.id LIMIT ${BATCH}`,
  );
  for (let after = from.afterLine; ; ) {
    const entryId = Math.floor(after / 65_536);
    const rows = find.all(from.code, asked.fromOn, asked.toOn, entryId, after) as LineRow[];
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

function countBefore(
  read: ReadHandle,
  asked: { code: string; fromOn: string; toOn: string; untilLine: number },
  sum: { debit: number; credit: number; lines: number },
): void {
  const row = read
    .reading(
      "SELECT count(*) AS lines, coalesce(sum(l.debit_minor), 0) AS debit, " +
        "coalesce(sum(l.credit_minor), 0) AS credit FROM entry e " +
        "JOIN line l ON l.id BETWEEN e.id * 65536 AND e.id * 65536 + 65535 " +
        "WHERE e.journal = ? AND e.dated_on BETWEEN ? AND ? AND l.id <= ?",
    )
    .get(asked.code, asked.fromOn, asked.toOn, asked.untilLine) as typeof sum;
  Object.assign(sum, row);
}

/** The general ledger (grand livre) of a period: each account with its opening and running balance. */
export function generalLedger(read: ReadHandle, asked: StatementAsked): StatementSheet | Refusal {
  if (yearOfDay(read, asked.fromOn) === undefined) {
    return refuse("statements.outside-years", { date: asked.fromOn });
  }
  const prefix = asked.account ?? "";
  return {
    title: say(asked, "Grand livre", "General ledger"),
    filter: prefix === "" ? [] : [`${say(asked, "Comptes", "Accounts")} ${prefix}…`],
    columns: [
      ...lineColumns(asked, "journal"),
      moneyColumn("balance", say(asked, "Solde", "Balance")),
    ],
    rows: (after) => ledgerRows(read, asked, after),
  };
}

function* ledgerRows(read: ReadHandle, asked: StatementAsked, after?: string) {
  const openings = openingsOf(read, asked.fromOn);
  const moved = movements(read, asked);
  const labels = accountLabels(read);
  const accounts = [...new Set([...openings.keys(), ...moved.keys()])]
    .filter((account) => account.startsWith(asked.account ?? ""))
    .toSorted();
  const [startAccount = "", on = "", line = "0", running = "0"] = after?.split("|") ?? [];
  const width = lineColumns(asked, "journal").length + 1;
  for (const account of accounts) {
    if (account < startAccount) continue;
    const isResumed = account === startAccount;
    if (isResumed && on === "total") continue;
    let balance = isResumed ? Number(running) : (openings.get(account) ?? 0);
    const isHeadShown = isResumed && on === "" && line === "0";
    if (!isResumed) {
      const words = `${account} ${labels.get(account) ?? ""}`;
      yield heading(`${account}||0|${balance}`, words, width);
    }
    if (balance !== 0 && (!isResumed || isHeadShown)) {
      const words = say(asked, "À-nouveau au ", "Opening on ") + dateWords(asked.fromOn);
      const cells = [null, "", "", "", "", words, "", null, null, balance];
      yield { id: `${account}||1|${balance}`, kind: "line" as const, account, cells };
    }
    for (const row of accountLines(read, asked, {
      account,
      on: isResumed ? on : "",
      line: isResumed ? Number(line) : 0,
    })) {
      balance += row.debitMinor - row.creditMinor;
      const id = `${account}|${row.datedOn}|${row.id}|${balance}`;
      const view = lineRow(id, row, row.journal);
      yield { ...view, cells: [...view.cells, balance] };
    }
    const sum = moved.get(account);
    const end = total(`${account}|total`, say(asked, `Total ${account}`, `Total ${account}`), [
      sum?.debitMinor ?? 0,
      sum?.creditMinor ?? 0,
    ]);
    yield { ...end, cells: [...end.cells, balance] };
  }
}

/** Opening balances: of the day before within a year; on its first day, of what is not posted yet. */
function openingsOf(read: ReadHandle, fromOn: string): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (account: string, minor: number) =>
    sums.set(account, (sums.get(account) ?? 0) + minor);
  const year = yearOfDay(read, fromOn);
  const before = positionAt(read, addDays(fromOn, -1));
  if (year === undefined || before === undefined) return sums;
  const isFirstDay = year.startsOn === fromOn;
  const isCarried = positionAt(read, fromOn)?.sinceOn === fromOn;
  if (isFirstDay && isCarried) return sums;
  for (const { account, minor } of before.standings) add(account, minor);
  if (isFirstDay) {
    if (before.resultMinor !== 0) add(before.resultMinor > 0 ? "120" : "129", -before.resultMinor);
    return sums;
  }
  const span = { fromOn: year.startsOn, toOn: addDays(fromOn, -1) };
  for (const m of movements(read, span).values()) {
    if (/^[67]/.test(m.account)) add(m.account, m.debitMinor - m.creditMinor);
  }
  return sums;
}

function* accountLines(
  read: ReadHandle,
  asked: StatementAsked,
  from: { account: string; on: string; line: number },
): Generator<LineRow> {
  const find = read.reading(
    `${LINE} FROM line l JOIN entry e ON e.id = l.entry_id ${JOINS} WHERE l.account = ? ` +
      "AND l.dated_on BETWEEN ? AND ? AND (l.dated_on, l.id) > (?, ?) " +
      `ORDER BY l.dated_on, l.id LIMIT ${BATCH}`,
  );
  for (let { on, line } = from; ; ) {
    const rows = find.all(from.account, asked.fromOn, asked.toOn, on, line) as LineRow[];
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    on = last.datedOn;
    line = last.id;
  }
}

function lineColumns(asked: StatementAsked, other: "account" | "journal") {
  return [
    { key: "date", label: say(asked, "Date", "Date"), type: "date" as const, share: 1.5 },
    textColumn("number", say(asked, "N°", "No."), 1),
    other === "account"
      ? textColumn("account", say(asked, "Compte", "Account"), 1.3)
      : textColumn("journal", say(asked, "Jal", "Jnl"), 0.8),
    textColumn("piece", say(asked, "Pièce", "Document"), 1.8),
    textColumn("party", say(asked, "Tiers", "Party"), 2.4),
    textColumn("label", say(asked, "Libellé", "Label"), 4),
    textColumn("letter", say(asked, "Let.", "Let."), 0.7),
    moneyColumn("debit", say(asked, "Débit", "Debit"), 1.8),
    moneyColumn("credit", say(asked, "Crédit", "Credit"), 1.8),
  ];
}

function lineRow(id: string, line: LineRow, third: string): StatementRow {
  return {
    id,
    kind: "line",
    entryId: line.entryId,
    account: line.account,
    cells: [
      ...[line.datedOn, String(line.number), third, line.pieceRef, line.party ?? ""],
      ...[line.label, line.letter ?? "", line.debitMinor || null, line.creditMinor || null],
    ],
  };
}

function heading(id: string, words: string, width: number): StatementRow {
  return { id, kind: "heading", cells: [words, ...Array<null>(width - 1).fill(null)] };
}

function total(id: string, words: string, sums: readonly number[]): StatementRow {
  return { id, kind: "subtotal", cells: [null, "", "", "", "", words, "", ...sums] };
}
