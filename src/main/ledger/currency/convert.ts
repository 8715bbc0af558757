/** Millionths in one: rates are integers of millionths of a unit for one euro. */
export const MICRO = 1_000_000;

const digits = new Map<string, number>();

/** How many decimals a currency's minor unit has: two for USD, none for JPY (ISO 4217). */
export function digitsOf(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    known = format.resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/**
 * The value in euro cents of an amount in a currency's own minor units, at a rate quoted as units
 * for one euro; half a cent is rounded away from zero. Exact: computed in whole numbers.
 */
export function euroMinorOf(amount: {
  currency: string;
  currencyMinor: number;
  unitsPerEuroMicro: number;
}): number {
  const scale = 10n ** BigInt(digitsOf(amount.currency));
  const top = BigInt(Math.abs(amount.currencyMinor)) * 100n * BigInt(MICRO);
  const bottom = scale * BigInt(amount.unitsPerEuroMicro);
  const rounded = Number((2n * top + bottom) / (2n * bottom));
  return amount.currencyMinor < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A decimal rate (`1.0856`) in millionths; undefined when it is not one. */
export function rateMicroOf(text: string): number | undefined {
  const parts = /^(\d{1,9})(?:\.(\d{1,6})\d*)?$/.exec(text.trim());
  if (parts === null) return undefined;
  const micro = Number(parts[1]) * MICRO + Number((parts[2] ?? "").padEnd(6, "0"));
  return micro > 0 ? micro : undefined;
}
