import { addDays, addMonths, endOfMonth } from "#contract/date.ts";
import type { BookCalls } from "./book-calls.ts";

/** What is paid in the month itself: net wages. */
const WAGES = ["421"] as const;
/** What is paid in the month after: tax withheld and contributions. */
const CHARGES = ["4421", "431", "437"] as const;
/** What a debt is the other side of: gross wages, or the employer's contributions. */
const EXPENSE: Readonly<Record<string, string>> = { "421": "6411", "4421": "6411" };

/**
 * Books the payroll of each month of a span from what the bank paid of it: the sample has no
 * payslips, and wages paid without their expense would stand as receivables.
 */
export async function bookPayroll(
  { ledger }: BookCalls,
  span: { fromOn: string; toOn: string },
): Promise<void> {
  const paid = new Map<string, number>();
  for (const account of [...WAGES, ...CHARGES]) {
    for (let after: string | undefined; ; ) {
      const page = await ledger.listAccountLines({ account, limit: 500, ...(after && { after }) });
      for (const { datedOn, debitMinor } of page.rows) {
        const key = `${account} ${datedOn.slice(0, 7)}`;
        paid.set(key, (paid.get(key) ?? 0) + debitMinor);
      }
      after = page.next;
      if (after === undefined) break;
    }
  }
  let day = endOfMonth(span.fromOn);
  while (day <= span.toOn) {
    await bookMonth(ledger, day, paid);
    day = endOfMonth(addDays(day, 1));
  }
}

async function bookMonth(
  ledger: BookCalls["ledger"],
  datedOn: string,
  paid: ReadonlyMap<string, number>,
): Promise<void> {
  const month = datedOn.slice(0, 7);
  const next = addMonths(`${month}-01`, 1).slice(0, 7);
  const owed = [...WAGES, ...CHARGES].map((account) => {
    const inMonth = paid.get(`${account} ${month}`) ?? 0;
    const isWage = WAGES.some((one) => one === account);
    // The last month's contributions are not paid yet when the story ends: as much as the last.
    const creditMinor = isWage ? inMonth : (paid.get(`${account} ${next}`) ?? inMonth);
    return { account, debitMinor: 0, creditMinor };
  });
  const lines = owed.filter((line) => line.creditMinor > 0);
  if (lines.length === 0) return;
  const sum = (expense: string) =>
    lines
      .filter((line) => (EXPENSE[line.account] ?? "6451") === expense)
      .reduce((total, line) => total + line.creditMinor, 0);
  const debits = ["6411", "6451"]
    .map((account) => ({ account, debitMinor: sum(account), creditMinor: 0 }))
    .filter((line) => line.debitMinor > 0);
  await ledger.postEntry({
    entry: {
      ...{ journal: "OD", datedOn, pieceRef: `PAIE ${month}`, label: `Paie ${month}` },
      lines: [...debits, ...lines],
    },
  });
}
