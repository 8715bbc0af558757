import type { FiscalYear } from "#contract/book.ts";
import { addDays, addMonths, daysBetween, monthOf } from "#contract/date.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import { chartFor, officeAccounts, readChart } from "./chart.ts";
import { partyKindOf } from "./party-accounts.ts";

/** A fiscal year lasts at most 24 months (a first year may be long: C. com. L123-12). */
const LONGEST_DAYS = 731;

/**
 * Opens a fiscal year: its periods, and its chart of accounts copied so that a label belongs to
 * its year. Years follow one another without a gap; history that is taken over may come before
 * them, and brings the chart to keep a year under for which none is carried.
 */
export function openYear(
  tx: Transaction,
  year: { startsOn: string; endsOn: string; chart?: string },
): FiscalYear | Refusal {
  const { startsOn, endsOn } = year;
  const last = tx.get(
    sqlBuilder.selectFrom("fiscal_year").select(["id", "ends_on"]).orderBy("ends_on", "desc"),
  );
  const days = daysBetween(startsOn, endsOn);
  const follows =
    last === undefined ||
    addDays(last.ends_on, 1) === startsOn ||
    (year.chart !== undefined && startsFirstOn(tx) === addDays(endsOn, 1));
  if (!follows || days < 1 || days > LONGEST_DAYS) {
    return refuse("ledger.year-overlap", { startsOn, endsOn });
  }
  const chart = chartFor(startsOn) ?? year.chart;
  if (chart === undefined) return refuse("ledger.no-chart", { startsOn });
  const { id } = tx.run(
    sqlBuilder.insertInto("fiscal_year").values({ starts_on: startsOn, ends_on: endsOn, chart }),
  );
  for (const month of monthsOf(startsOn, endsOn)) {
    tx.run(sqlBuilder.insertInto("period").values({ fiscal_year_id: id, month }));
  }
  const openings = [...readChart(chart).accounts, ...officeAccounts, ...ownAccounts(tx, last?.id)];
  for (const [number, label] of openings) {
    if (number.length >= 3) addAccountToYear(tx, { yearId: id, number, label });
  }
  return { id, startsOn, endsOn, chart };
}

function startsFirstOn(tx: Transaction): string | undefined {
  const first = tx.reading("SELECT min(starts_on) AS startsOn FROM fiscal_year").get();
  return (first as { startsOn: string | null }).startsOn ?? undefined;
}

/** Adds an account to one fiscal year's list; keeps the label that is already there. */
export function addAccountToYear(
  tx: Transaction,
  account: { yearId: number; number: string; label: string },
): void {
  tx.writing("INSERT INTO account (number, party_kind) VALUES (?, ?) ON CONFLICT DO NOTHING").run(
    account.number,
    partyKindOf(account.number) ?? null,
  );
  tx.writing(
    "INSERT INTO account_year (fiscal_year_id, account, label) VALUES (?, ?, ?) " +
      "ON CONFLICT DO NOTHING",
  ).run(account.yearId, account.number, account.label);
}

/** The company's own subdivisions of the year before, so that they go on. */
function ownAccounts(tx: Transaction, previousYearId: number | undefined): [string, string][] {
  if (previousYearId === undefined) return [];
  const rows = tx.all(
    sqlBuilder
      .selectFrom("account_year")
      .select(["account", "label"])
      .where("fiscal_year_id", "=", previousYearId)
      .where(({ eb, fn }) => eb(fn<number>("length", ["account"]), ">=", 6)),
  );
  return rows.map((r) => [r.account, r.label]);
}

function monthsOf(startsOn: string, endsOn: string): string[] {
  const months: string[] = [];
  const first = `${monthOf(startsOn)}-01`;
  for (let i = 0; ; i++) {
    const month = monthOf(addMonths(first, i));
    if (month > monthOf(endsOn)) return months;
    months.push(month);
  }
}
