import type { Instalment, Loan } from "#contract/assets.ts";
import { addDays } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { postEntry } from "../post-entry.ts";
import { reverseEntry } from "../reverse-entry.ts";
import { signedLine } from "../side.ts";
import { fiscalSpans } from "./asset-rows.ts";
import { accruedInterest, type LoanTerms, loanSchedule } from "./loan-schedule.ts";

type StoredLoan = LoanTerms & { loanId: number };

const COLUMNS =
  "SELECT id AS loanId, label, account, principal_minor AS principalMinor, rate_bps AS rateBps, " +
  "first_on AS firstOn, every, instalments, kind, insurance_minor AS insuranceMinor FROM loan ";

/** The loans with what is left of each on a day. */
export function listLoans(read: ReadHandle, asOn: string): Loan[] {
  return storedLoans(read).map((loan) => {
    const rows = scheduleWithEntries(read, loan);
    const past = rows.filter((row) => row.dueOn <= asOn);
    return {
      ...loan,
      leftMinor: past.at(-1)?.leftMinor ?? loan.principalMinor,
      nextOn: rows.find((row) => row.dueOn > asOn)?.dueOn ?? null,
      toPost: past.filter((row) => row.entryId === null).length,
    };
  });
}

function storedLoans(read: ReadHandle): StoredLoan[] {
  return read.reading(`${COLUMNS} ORDER BY first_on, id`).all() as StoredLoan[];
}

export function storedLoan(read: ReadHandle, loanId: number): StoredLoan | Refusal {
  const row = read.reading(`${COLUMNS} WHERE id = ?`).get(loanId) as StoredLoan | undefined;
  return row ?? refuse("assets.unknown-loan", { loanId });
}

/** The table of a loan with the entries that booked its interest. */
export function scheduleWithEntries(read: ReadHandle, loan: StoredLoan): Instalment[] {
  const rows = read
    .reading("SELECT number, entry_id AS entryId FROM loan_posting WHERE loan_id = ?")
    .all(loan.loanId) as { number: number; entryId: number }[];
  const posted = new Map(rows.map((row) => [row.number, row.entryId]));
  return loanSchedule(loan).map((row) => ({ ...row, entryId: posted.get(row.number) ?? null }));
}

export function addLoan(tx: Transaction, loan: LoanTerms): { loanId: number } {
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO loan (label, account, principal_minor, rate_bps, first_on, every, instalments, " +
        "kind, insurance_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      ...[loan.label, loan.account, loan.principalMinor, loan.rateBps, loan.firstOn],
      ...[loan.every, loan.instalments, loan.kind, loan.insuranceMinor],
    );
  return { loanId: Number(lastInsertRowid) };
}

export function removeLoan(tx: Transaction, loanId: number): Refusal | undefined {
  const loan = storedLoan(tx, loanId);
  if (isRefusal(loan)) return loan;
  const used = tx.reading("SELECT 1 FROM loan_posting WHERE loan_id = ?").get(loanId);
  if (used !== undefined) return refuse("assets.loan-posted", { label: loan.label });
  tx.writing("DELETE FROM loan WHERE id = ?").run(loanId);
  return undefined;
}

/**
 * Books interest (6611) and insurance (616) of the instalments due by a day. The bank's debit stands
 * whole on the loan's account: what is not principal is taken from it.
 */
export function postLoan(
  tx: Transaction,
  act: Act,
  asked: { loanId: number; untilOn: string },
): { entryIds: number[]; interestMinor: number } | Refusal {
  const loan = storedLoan(tx, asked.loanId);
  if (isRefusal(loan)) return loan;
  const insert = tx.writing(
    "INSERT INTO loan_posting (loan_id, number, entry_id) VALUES (?, ?, ?)",
  );
  const entryIds: number[] = [];
  let interestMinor = 0;
  for (const row of scheduleWithEntries(tx, loan)) {
    const costMinor = row.interestMinor + row.insuranceMinor;
    if (row.dueOn > asked.untilOn || row.entryId !== null || costMinor === 0) continue;
    const posted = postEntry(tx, act, {
      draft: {
        ...{ journal: "OD", datedOn: row.dueOn, pieceRef: `EMPRUNT ${loan.loanId}-${row.number}` },
        label: `Intérêts ${loan.label}, échéance ${row.number}`,
        lines: [
          ...signedLine(row.interestMinor, { account: "6611" }),
          ...signedLine(row.insuranceMinor, { account: "616" }),
          ...signedLine(-costMinor, { account: loan.account }),
        ],
      },
    });
    if (isRefusal(posted)) return posted;
    insert.run(loan.loanId, row.number, posted.entryId);
    entryIds.push(posted.entryId);
    interestMinor += row.interestMinor;
  }
  return { entryIds, interestMinor };
}

/** Books interest accrued on the last day of a year (1688), reversed on the day after. */
export function accrueLoans(
  tx: Transaction,
  act: Act,
  fiscalYearId: number,
): { entryId: number | null; amountMinor: number } | Refusal {
  const year = fiscalSpans(tx).find((one) => one.id === fiscalYearId);
  if (year === undefined) return refuse("exports.unknown-year", { fiscalYearId });
  const { endsOn } = year;
  const lines = storedLoans(tx).flatMap((loan) => {
    const minor = accruedInterest(loan, endsOn);
    return [
      ...signedLine(minor, { account: "6611", label: loan.label }),
      ...signedLine(-minor, { account: accruedAccount(loan.account), label: loan.label }),
    ];
  });
  const amountMinor = lines.reduce((sum, line) => sum + line.debitMinor, 0);
  const pieceRef = `ICNE ${endsOn.slice(0, 4)}`;
  const done = tx
    .reading("SELECT id FROM entry WHERE piece_ref = ? AND dated_on = ? AND reverses_id IS NULL")
    .get(pieceRef, endsOn) as { id: number } | undefined;
  if (done !== undefined || amountMinor === 0) return { entryId: done?.id ?? null, amountMinor: 0 };
  const label = `Intérêts courus au ${endsOn.split("-").toReversed().join("/")}`;
  const posted = postEntry(tx, act, {
    draft: { journal: "OD", datedOn: endsOn, pieceRef, label, lines },
  });
  if (isRefusal(posted)) return posted;
  const { entryId } = posted;
  const reversed = reverseEntry(tx, act, { entryId, datedOn: addDays(endsOn, 1) });
  return isRefusal(reversed) ? reversed : { entryId, amountMinor };
}

/** Accrued interest of each kind of loan: 1648 for banks, 1688 for the others. */
function accruedAccount(account: string): string {
  return account.startsWith("164") ? "1648" : "1688";
}
