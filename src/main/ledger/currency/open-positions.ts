import type { Position } from "#contract/currency.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { euroMinorOf } from "./convert.ts";
import { rateOn } from "./exchange-rates.ts";

type BarePosition = Pick<
  Position,
  | "account"
  | "accountLabel"
  | "partyId"
  | "partyName"
  | "currency"
  | "currencyMinor"
  | "bookMinor"
  | "lines"
>;

/** A position at a rate: what it is worth in euro, and by how much that differs from the books. */
export interface ValuedPosition extends BarePosition {
  unitsPerEuroMicro: number;
  rateOn: string;
  valueMinor: number;
  differenceMinor: number;
}

/**
 * What is still open in foreign currencies at a date: unlettered lines of party accounts, and the
 * whole of banks, cash and loans held in a currency. Lines of years before the one that holds the
 * date count only while that year has no opening entry, which stands for them.
 */
export function openPositions(read: ReadHandle, asOn: string): BarePosition[] {
  return read
    .reading(
      `SELECT l.account, coalesce(max(n.label), l.account) AS accountLabel, l.party_id AS partyId,
         p.name AS partyName, l.currency, sum(l.currency_minor) AS currencyMinor,
         sum(l.debit_minor - l.credit_minor) AS bookMinor, count(*) AS lines
       FROM line l
       LEFT JOIN lettering_line ll ON ll.line_id = l.id
       LEFT JOIN lettering g ON g.id = ll.lettering_id AND g.code = upper(g.code)
         AND g.lettered_on <= @asOn
       LEFT JOIN party p ON p.id = l.party_id
       LEFT JOIN fiscal_year y ON @asOn BETWEEN y.starts_on AND y.ends_on
       LEFT JOIN account_year n ON n.fiscal_year_id = y.id AND n.account = l.account
       WHERE l.currency IS NOT NULL AND l.currency <> 'EUR' AND l.dated_on <= @asOn
         AND g.id IS NULL AND substr(l.account, 1, 1) IN ('1', '2', '4', '5')
         AND (l.dated_on >= y.starts_on OR NOT EXISTS (
           SELECT 1 FROM entry o JOIN journal j ON j.code = o.journal AND j.kind = 'opening'
           WHERE o.fiscal_year_id = y.id))
       GROUP BY l.account, l.party_id, l.currency
       HAVING sum(l.currency_minor) <> 0 OR sum(l.debit_minor - l.credit_minor) <> 0
       ORDER BY l.account, p.name, l.currency`,
    )
    .all({ asOn }) as BarePosition[];
}

/** The same positions with their value at the date's rate, where there is one. */
export function valuedPositions(read: ReadHandle, asOn: string): Position[] {
  return openPositions(read, asOn).map((position) => {
    const valued = valuePosition(read, position, asOn);
    return isRefusal(valued) ? position : valued;
  });
}

/** A position at the rate of a date; refuses when no rate is known. */
export function valuePosition(
  read: ReadHandle,
  position: BarePosition,
  asOn: string,
): ValuedPosition | Refusal {
  const rate = rateOn(read, { currency: position.currency, on: asOn });
  if (isRefusal(rate)) return rate;
  const { unitsPerEuroMicro, datedOn } = rate;
  const valueMinor = euroMinorOf({ ...position, unitsPerEuroMicro });
  const differenceMinor = valueMinor - position.bookMinor;
  return { ...position, unitsPerEuroMicro, rateOn: datedOn, valueMinor, differenceMinor };
}
