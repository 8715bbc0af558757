import { parseAmount } from "#contract/amount.ts";
import type { ForeignAmount } from "./model.ts";

/** Currencies that French banks change most; three letters alone would find words. */
const CODES =
  "USD|GBP|CHF|CAD|AUD|NZD|JPY|CNY|HKD|SGD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|MAD|TND|ZAR|BRL|MXN|INR|KRW|ILS|AED|EUR";
const NUMBER = "\\d{1,3}(?:[ .,\\u00a0\\u202f]?\\d{3})*(?:[.,]\\d{1,2})?(?![\\d])";
const AFTER = new RegExp(`(${NUMBER}) ?(${CODES})\\b`);
const BEFORE = new RegExp(`\\b(${CODES}) ?(${NUMBER})`);
/** Currencies without a minor unit (ISO 4217). */
const WHOLE = new Set(["JPY", "KRW"]);

/**
 * The amount in another currency in a label (`USD 1,234.56`, `1 234,56 USD`), without its sign, in
 * its minor unit; undefined when there is none, or only one in the line's own currency.
 */
export function readForeign(label: string, ownCurrency: string): ForeignAmount | undefined {
  for (const [pattern, code, number] of [
    [BEFORE, 1, 2],
    [AFTER, 2, 1],
  ] as const) {
    const found = pattern.exec(label);
    const currency = found?.[code] ?? "";
    if (found === null || currency === ownCurrency) continue;
    const cents = parseAmount(found[number] ?? "");
    if (cents === undefined || cents === 0) continue;
    return { currency, amountMinor: WHOLE.has(currency) ? Math.round(cents / 100) : cents };
  }
  return undefined;
}

/** A foreign amount as reasons tell it: `USD 1234.56`. */
export function foreignWords({ currency, amountMinor }: ForeignAmount): string {
  const size = Math.abs(amountMinor);
  return `${currency} ${WHOLE.has(currency) ? size : (size / 100).toFixed(2)}`;
}
