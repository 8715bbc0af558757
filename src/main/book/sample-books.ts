import type { BookCalls } from "./book-calls.ts";
import { bookPayroll } from "./sample-payroll.ts";

const YEAR_CLOSED = "2025-12-31";
/** The last VAT return that the sample has filed when its story ends. */
const DECLARED_UNTIL = "2026-11-30";
/** Months of use by the beginning of the account. */
const LIVES: readonly [prefix: string, months: number][] = [
  ["218", 36],
  ["2", 60],
];

/**
 * Keeps the sample's books as its accountant would have: presses and computers in the register,
 * the loan with its table, payroll, VAT returns month by month, the first year closed and opened again.
 */
export async function keepSampleBooks(office: BookCalls): Promise<void> {
  await bookPayroll(office, { fromOn: "2025-01-01", toOn: "2026-12-31" });
  await enterAssets(office);
  await enterLoan(office);
  const years = await office.closing.listYears({});
  const { fiscalYearId } = years.find((year) => year.endsOn === YEAR_CLOSED)!;
  await office.assets.depreciate({ fiscalYearId });
  await office.assets.accrueLoans({ fiscalYearId });
  await declareVat(office);
  await closeYear(office, fiscalYearId);
  // Months declared are locked; the sample's are opened again so that one may try things in them.
  await office.closing.setPeriods({ month: "2026-01", state: "open" });
}

async function enterAssets({ assets }: BookCalls): Promise<void> {
  for (const line of await assets.candidates({})) {
    const [, months] = LIVES.find(([prefix]) => line.account.startsWith(prefix))!;
    const { lineId, label, account, datedOn, amountMinor: costMinor } = line;
    const dates = { boughtOn: datedOn, inServiceOn: datedOn };
    await assets.add({ lineId, label, account, costMinor, ...dates, method: "linear", months });
  }
}

async function enterLoan({ assets }: BookCalls): Promise<void> {
  const { loanId } = await assets.addLoan({
    ...{ label: "Prêt presse 00718204", account: "164", principalMinor: 14_000_000 },
    ...{ rateBps: 385, firstOn: "2025-03-10", every: "month", instalments: 60, kind: "annuity" },
  });
  await assets.postLoan({ loanId, untilOn: "2026-12-31" });
}

async function declareVat({ vat }: BookCalls): Promise<void> {
  await vat.setRegime({
    ...{ fromOn: "2025-01-01", regime: "ca3-month", coefficientBps: 10_000 },
    ...{ salesOnDebits: true, boughtOnDebits: true },
  });
  for (;;) {
    const { endsOn } = await vat.getReturn({});
    if (endsOn > DECLARED_UNTIL) return;
    await vat.declare({ endsOn });
  }
}

async function closeYear({ closing }: BookCalls, fiscalYearId: number): Promise<void> {
  for (const { point, state, answer } of await closing.checklist({ fiscalYearId })) {
    if (state !== "attention" || answer !== null) continue;
    await closing.answerPoint({
      fiscalYearId,
      point,
      text: "Vu avec le cabinet : sans incidence.",
    });
  }
  await closing.closeYear({ fiscalYearId });
}
