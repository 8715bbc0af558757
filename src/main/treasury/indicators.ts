import { addDays, addMonths } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { movements } from "#main/ledger/statements/movements.ts";
import { positionAt } from "#main/ledger/statements/position.ts";
import { openItems } from "#main/reconciliation/open-items.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import {
  baseIndicators,
  type IndicatorInput,
  type Indicators,
  type MonthlyGross,
} from "./engines/base-indicators.ts";
import { cashPosition } from "./forecast.ts";

/** The base indicators of the book on a day. */
export function indicatorsOf(
  read: ReadHandle,
  asOn: string,
): (Indicators & { asOn: string }) | Refusal {
  const input = indicatorInput(read, asOn);
  return isRefusal(input) ? input : { asOn, ...baseIndicators(input) };
}

/** The rows behind the indicators; refused where no fiscal year holds the day. */
export function indicatorInput(read: ReadHandle, asOn: string): IndicatorInput | Refusal {
  const position = positionAt(read, asOn);
  if (position === undefined) return refuse("statements.outside-years", { date: asOn });
  const items = openItems(read, asOn);
  const sumOf = (kind: "invoice" | "bill", isKept: (dueOn: string) => boolean = () => true) =>
    items
      .filter((item) => item.itemKind === kind && isKept(item.dueOn))
      .reduce((sum, item) => sum + item.openMinor, 0);
  return {
    asOn,
    balances: position.standings,
    resultMinor: position.resultMinor,
    billing: monthly(read, "invoice", asOn),
    purchases: monthly(read, "bill", asOn),
    receivableMinor: sumOf("invoice"),
    receivableNotDueMinor: sumOf("invoice", (dueOn) => dueOn >= asOn),
    payableMinor: 0 - sumOf("bill"),
    ...yearOf(read, asOn),
    netFlows: netFlows(read, asOn),
    cashMinor: cashPosition(read).balanceMinor,
  };
}

function monthly(read: ReadHandle, table: "invoice" | "bill", asOn: string): MonthlyGross[] {
  return read
    .reading(
      `SELECT substr(issued_on, 1, 7) AS month, sum(gross_minor) AS grossMinor, ` +
        `count(*) AS documents FROM ${table} ` +
        "WHERE issued_on <= ? GROUP BY 1 ORDER BY 1",
    )
    .all(asOn) as MonthlyGross[];
}

/** Net sales (70) and cost of goods (60 without its supplies) of the twelve months before. */
function yearOf(read: ReadHandle, asOn: string) {
  const span = { fromOn: addDays(addMonths(asOn, -12), 1), toOn: asOn };
  let netSalesMinor = 0;
  let costOfGoodsMinor = 0;
  for (const { account, debitMinor, creditMinor } of movements(read, span).values()) {
    if (account.startsWith("70")) netSalesMinor += creditMinor - debitMinor;
    if (/^60[1237]/.test(account)) costOfGoodsMinor += debitMinor - creditMinor;
  }
  return { netSalesMinor, costOfGoodsMinor };
}

/** What the bank lines of each of the last twelve full months came to, the latest last. */
function netFlows(read: ReadHandle, asOn: string): number[] {
  const rows = read
    .reading(
      "SELECT substr(booked_on, 1, 7) AS month, sum(amount_minor) AS minor FROM bank_line " +
        "WHERE booked_on < ? AND booked_on >= ? GROUP BY 1 ORDER BY 1",
    )
    .all(`${addDays(asOn, 1).slice(0, 7)}-01`, `${addMonths(asOn, -12).slice(0, 7)}-01`) as {
    month: string;
    minor: number;
  }[];
  return rows.map((row) => row.minor);
}
