import type { Instalment, Loan } from "#contract/assets.ts";
import { addMonths } from "#contract/date.ts";

export type LoanTerms = Omit<Loan, "loanId" | "leftMinor" | "nextOn" | "toPost">;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The amortisation table of a loan: constant instalments, constant principal, or principal at the
 * end; interest at the proportional rate of the period, each row to the cent, the last row taking
 * what rounding left.
 */
export function loanSchedule(loan: LoanTerms): Omit<Instalment, "entryId">[] {
  const months = MONTHS[loan.every];
  const rate = (loan.rateBps / 10_000) * (months / 12);
  const n = loan.instalments;
  const payment =
    rate === 0 ? loan.principalMinor / n : (loan.principalMinor * rate) / (1 - (1 + rate) ** -n);
  const rows: Omit<Instalment, "entryId">[] = [];
  let leftMinor = loan.principalMinor;
  for (let number = 1; number <= n; number++) {
    const interestMinor = Math.round(leftMinor * rate);
    const principalMinor =
      number === n ? leftMinor : Math.min(leftMinor, repaid(loan, payment, interestMinor));
    leftMinor -= principalMinor;
    rows.push({
      number,
      dueOn: addMonths(loan.firstOn, months * (number - 1)),
      paymentMinor: principalMinor + interestMinor + loan.insuranceMinor,
      interestMinor,
      principalMinor,
      insuranceMinor: loan.insuranceMinor,
      leftMinor,
    });
  }
  return rows;
}

function repaid(loan: LoanTerms, payment: number, interestMinor: number): number {
  if (loan.kind === "bullet") return 0;
  if (loan.kind === "principal") return Math.round(loan.principalMinor / loan.instalments);
  return Math.round(payment) - interestMinor;
}

/** Interest run from the last instalment (or one period before the first) to a day, by days. */
export function accruedInterest(loan: LoanTerms, onDay: string): number {
  const months = MONTHS[loan.every];
  const rows = loanSchedule(loan);
  const next = rows.find((row) => row.dueOn > onDay);
  if (next === undefined) return 0;
  const from = addMonths(loan.firstOn, months * (next.number - 2));
  if (onDay <= from) return 0;
  const days = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
  return Math.round((next.interestMinor * days(from, onDay)) / days(from, next.dueOn));
}
