import { addDays, daysBetween, weekday } from "#contract/date.ts";
import { backtest, type OriginGrade } from "#main/treasury/engines/backtest/backtest.ts";
import type { CompanyHistory } from "#main/treasury/engines/backtest/company-history.ts";
import {
  type ByHorizon,
  gradesOf,
  type MethodGrade,
} from "#main/treasury/engines/backtest/grades.ts";
import type { ReceivableRow } from "./receivables.ts";

/** How often what came lay within the 80 % band. */
export interface BandRow {
  band: string;
  coverage: ByHorizon;
}

export interface CashTables {
  origins: string[];
  cash: MethodGrade[];
  bands: BandRow[];
}

const STEP_DAYS = 7;
const FIRST_DAYS = 91;
const COMPARED_DAYS = 91;

/**
 * Rolling origins, every Monday from the middle of the history to 91 days before its end; the
 * bands' factors are learned on earlier origins alone. What came is every receipt of the table,
 * those of invoices not issued yet included.
 */
export function cashTables(rows: readonly ReceivableRow[], each: () => void): CashTables {
  const history = toHistory(rows);
  const span = spanOf(rows);
  const paid = rows.flatMap((row) => row.paidOn ?? []).sort();
  const whole = daysBetween(span.firstOn, paid.at(-1) ?? span.lastOn);
  const middle = addDays(span.firstOn, Math.round(whole / 2));
  const grades: OriginGrade[] = [];
  for (const grade of backtest(history, originsOf(span))) {
    grades.push(grade);
    each();
  }
  const tested = grades.filter((one) => one.on >= middle);
  const found = gradesOf(tested, tested.at(-1)?.on ?? middle, grades);
  const { simulated, widened } = found.coverage;
  return {
    origins: tested.map((one) => one.on),
    cash: [...found.methods.slice(1), ...found.methods.slice(0, 1)],
    bands: [
      { band: "simulated", coverage: simulated },
      { band: "simulated, adaptive factor", coverage: widened },
    ],
  };
}

function toHistory(rows: readonly ReceivableRow[]): CompanyHistory {
  const items = rows.map(({ id, partyId, issuedOn, dueOn, paidOn, amountMinor }) => ({
    ...{ id, partyId, issuedOn, dueOn, amountMinor, reference: id },
    kind: amountMinor < 0 ? ("credit-note" as const) : ("invoice" as const),
    payments: paidOn === undefined ? [] : [{ on: paidOn, amountMinor }],
  }));
  return { items, bankLines: [] };
}

/** From the first issue to the last: after it, new business is missing from the table. */
function spanOf(rows: readonly ReceivableRow[]) {
  const issued = rows.map((row) => row.issuedOn).sort();
  return { firstOn: issued[0] ?? "", lastOn: issued.at(-1) ?? "" };
}

function originsOf({ firstOn, lastOn }: { firstOn: string; lastOn: string }): string[] {
  const origins: string[] = [];
  let on = addDays(firstOn, FIRST_DAYS);
  while (weekday(on) !== MONDAY) on = addDays(on, 1);
  for (; daysBetween(on, lastOn) >= COMPARED_DAYS; on = addDays(on, STEP_DAYS)) origins.push(on);
  return origins;
}

const MONDAY = 1;
