import { formatCount, formatMoney, formatRate } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import type { Language } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";

/** What the values of a chart are: cents, days, basis points, a ratio around 1, or a count. */
export type ValueKind = "money" | "days" | "percent" | "index" | "count";

/** A value in full, as it is read under a chart: cents are never rounded. */
export function exactValue(value: number, kind: ValueKind, language: Language): string {
  switch (kind) {
    case "money":
      return formatMoney(value, language);
    case "percent":
      return formatRate(value, language);
    case "days":
      return pickWords(chartWords, language).days(
        decimal(value, Number.isInteger(value) ? 0 : 1, language),
      );
    case "index":
      return decimal(value, 2, language);
    default:
      return formatCount(value, language);
  }
}

/** Labels of an axis: one unit (€, k€ or M€) and one precision for all its ticks. */
export function axisLabels(ticks: readonly number[], kind: ValueKind, language: Language) {
  const largest = Math.max(...ticks.map(Math.abs));
  const unit = unitOf(largest, kind);
  const digits = digitsOf(ticks.map((tick) => tick / unit.size));
  return ticks.map((tick) => {
    const number = decimal(tick / unit.size, tick === 0 ? 0 : digits, language);
    // Nothing is nothing in any unit: `0 €`, not `0 k€`.
    return withUnit(number, tick === 0 ? "" : unit.mark, { kind, language });
  });
}

function unitOf(largest: number, kind: ValueKind): { size: number; mark: "" | "k" | "M" } {
  if (kind === "percent") return { size: 100, mark: "" };
  if (kind !== "money") return { size: 1, mark: "" };
  if (largest < 1_000_00) return { size: 100, mark: "" };
  if (largest < 1_000_000_00) return { size: 1_000_00, mark: "k" };
  return { size: 1_000_000_00, mark: "M" };
}

function withUnit(number: string, mark: string, told: { kind: ValueKind; language: Language }) {
  const isFrench = told.language === "fr";
  if (told.kind === "percent") return isFrench ? `${number}\u202f%` : `${number}%`;
  if (told.kind === "days") return pickWords(chartWords, told.language).days(number);
  if (told.kind !== "money") return number;
  if (isFrench) return `${number}\u00a0${mark}€`;
  return number.startsWith("\u2212") ? `\u2212€${number.slice(1)}${mark}` : `€${number}${mark}`;
}

/** Fewest decimals that tell the ticks apart, three at most. */
function digitsOf(values: readonly number[]): number {
  const fits = (digits: number) =>
    values.every((value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-6);
  return [0, 1, 2].find(fits) ?? 3;
}

function decimal(value: number, digits: number, language: Language): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  return (value + 0).toLocaleString(locale, options).replace("-", "\u2212");
}
