import type { ReadHandle } from "#main/store/handle.ts";
import { resultAccount } from "../closing/result.ts";
import { previousOpenYear } from "../provisional-year.ts";
import { movements } from "./movements.ts";

/** A balance at a date, debit positive; party accounts are split by party, as none may net. */
export interface Standing {
  account: string;
  partyId: number | null;
  minor: number;
}

export interface Position {
  standings: Standing[];
  /** Profit positive, from the first day of the fiscal year. */
  resultMinor: number;
  yearStartsOn: string;
  /** First day of the earliest year whose openings are not posted yet. */
  sinceOn: string;
}

interface Year {
  id: number;
  startsOn: string;
  endsOn: string;
}

/** The fiscal year of a day. */
export function yearOfDay(read: ReadHandle, date: string): Year | undefined {
  return read
    .reading(
      "SELECT id, starts_on AS startsOn, ends_on AS endsOn FROM fiscal_year " +
        "WHERE ? BETWEEN starts_on AND ends_on",
    )
    .get(date) as Year | undefined;
}

/**
 * The balances of classes 1 to 5 on a day. Years whose openings are not posted are added up from
 * the first of them on, and their results stand on 120 or 129.
 */
export function positionAt(read: ReadHandle, toOn: string): Position | undefined {
  const year = yearOfDay(read, toOn);
  if (year === undefined) return undefined;
  const chain = [year];
  for (let first = year; ; ) {
    const id = previousOpenYear(read, first.id);
    if (id === undefined) break;
    first = yearById(read, id);
    chain.unshift(first);
  }
  const sinceOn = chain[0]!.startsOn;
  const sums = new Map<string, number>();
  for (const m of movements(read, { fromOn: sinceOn, toOn }).values()) {
    if (/^[1-5]/.test(m.account)) sums.set(m.account, m.debitMinor - m.creditMinor);
  }
  for (const { startsOn, endsOn } of chain.slice(0, -1)) {
    const resultMinor = resultOver(read, { fromOn: startsOn, toOn: endsOn });
    const account = resultAccount(resultMinor);
    sums.set(account, (sums.get(account) ?? 0) - resultMinor);
  }
  const { startsOn: yearStartsOn } = year;
  return {
    standings: splitByParty(read, sums, { sinceOn, toOn }),
    resultMinor: resultOver(read, { fromOn: yearStartsOn, toOn }),
    yearStartsOn,
    sinceOn,
  };
}

/** Income less expenses over a span. */
export function resultOver(read: ReadHandle, span: { fromOn: string; toOn: string }): number {
  let minor = 0;
  for (const m of movements(read, span).values()) {
    if (/^[67]/.test(m.account)) minor += m.creditMinor - m.debitMinor;
  }
  return minor;
}

function splitByParty(
  read: ReadHandle,
  sums: ReadonlyMap<string, number>,
  span: { sinceOn: string; toOn: string },
): Standing[] {
  const parties = read
    .reading(
      "SELECT account, party_id AS partyId, sum(debit_minor - credit_minor) AS minor FROM line " +
        "WHERE party_id IS NOT NULL AND dated_on BETWEEN ? AND ? GROUP BY account, party_id",
    )
    .all(span.sinceOn, span.toOn) as (Standing & { partyId: number })[];
  const left = new Map(sums);
  for (const { account, minor } of parties) left.set(account, (left.get(account) ?? 0) - minor);
  const whole = [...left].map(([account, minor]) => ({ account, partyId: null, minor }));
  return [...whole, ...parties]
    .filter((one) => one.minor !== 0 && /^[1-5]/.test(one.account))
    .toSorted((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0));
}

function yearById(read: ReadHandle, id: number): Year {
  return read
    .reading("SELECT id, starts_on AS startsOn, ends_on AS endsOn FROM fiscal_year WHERE id = ?")
    .get(id) as Year;
}
