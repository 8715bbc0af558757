import { formatMoney } from "#renderer/format.ts";
import type { Language } from "#renderer/words/language.ts";

const MICRO = 1_000_000;

/** `1 200,00 $US`: an amount in a currency's own minor units, with that currency's decimals. */
export function formatForeign(minor: number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return formatMoney(minor * 10 ** (2 - digits), language, currency);
}

/** `1,0856`: a rate as published, or a dash when there is none. */
export function formatRateOf(micro: number | undefined, language: Language): string {
  if (micro === undefined) return "–";
  const options = { minimumFractionDigits: 4, maximumFractionDigits: 6 };
  return new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", options).format(
    micro / MICRO,
  );
}
