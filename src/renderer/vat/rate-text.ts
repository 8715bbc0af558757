/** A rate in basis points as people write it: `5,5 %`; nothing for none. */
export function rateText(rateBps: number | null, language: "fr" | "en"): string {
  if (rateBps === null || rateBps === 0) return "";
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(
    rateBps / 10_000,
  );
}
