import type { ExchangeRate } from "#contract/currency.ts";
import { daysBetween } from "#contract/date.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** The ECB does not quote on closing days; longer without a rate means that rates are missing. */
const STALE_DAYS = 7;
const COLUMNS =
  "currency, dated_on AS datedOn, units_per_euro_micro AS unitsPerEuroMicro FROM exchange_rate";

/** A currency's rate at a date: the last one published, no more than a week before. */
export function rateOn(
  read: ReadHandle,
  { currency, on }: { currency: string; on: string },
): ExchangeRate | Refusal {
  if (currency === "EUR") return { currency, datedOn: on, unitsPerEuroMicro: 1_000_000 };
  const found = read
    .reading(
      `SELECT ${COLUMNS} WHERE currency = ? AND dated_on <= ? ORDER BY dated_on DESC LIMIT 1`,
    )
    .get(currency, on) as ExchangeRate | undefined;
  if (found !== undefined && daysBetween(found.datedOn, on) <= STALE_DAYS) return found;
  return refuse("currency.no-rate", { currency, on, lastOn: found?.datedOn ?? null });
}

/** A page of rates, newest first, by date then currency. */
export function listRates(
  read: ReadHandle,
  asked: { after?: string | undefined; limit: number; currency?: string | undefined },
): { rows: ExchangeRate[]; next?: string } {
  const [on, code] = asked.after?.split(" ") ?? ["9999-12-31", ""];
  const rows = read
    .reading(
      `SELECT ${COLUMNS} WHERE (@currency IS NULL OR currency = @currency) ` +
        "AND (dated_on < @on OR (dated_on = @on AND currency > @code)) " +
        "ORDER BY dated_on DESC, currency LIMIT @limit",
    )
    .all({ currency: asked.currency ?? null, on, code, limit: asked.limit }) as ExchangeRate[];
  const last = rows.at(-1);
  if (last === undefined || rows.length < asked.limit) return { rows };
  return { rows, next: `${last.datedOn} ${last.currency}` };
}

/** Whether the person allows asking the ECB, and the newest rate in the book. */
export function rateSource(read: ReadHandle): { isOn: boolean; lastRateOn: string | null } {
  const source = read.reading("SELECT is_on AS isOn FROM rate_source").get() as { isOn: number };
  const last = read.reading("SELECT max(dated_on) AS lastRateOn FROM exchange_rate").get() as {
    lastRateOn: string | null;
  };
  return { isOn: source.isOn === 1, ...last };
}
