/** Currencies of ISO 4217 whose minor unit is not the hundredth; the book keeps hundredths only. */
const OTHER_UNITS = new Set(
  (
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF " +
    "BHD IQD JOD KWD LYD OMR TND CLF UYW"
  ).split(" "),
);

/** True for a currency code whose amounts are hundredths, hence safe as cents. */
export function keepsCents(currency: string): boolean {
  return /^[A-Z]{3}$/.test(currency) && !OTHER_UNITS.has(currency);
}
