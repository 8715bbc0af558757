import type { MovedFigure } from "#contract/treasury-memory.ts";
import { formatDecimal, formatMoney, formatShare } from "#renderer/format.ts";
import { analysisWords } from "#renderer/words/analyses.ts";
import { indicatorWords } from "#renderer/words/indicators.ts";
import type { Language } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";

const SERIES = new Set(["billing", "receipts", "payments"]);

/** The name of a kept figure, from the key under which its engine keeps it. */
export function figureName(key: string, language: Language): string {
  const w = pickWords(analysisWords, language);
  const words = { ...pickWords(indicatorWords, language), ...w } as unknown as Record<
    string,
    string
  >;
  const parts = key.split(":");
  const [head = "", second = ""] = parts;
  if (head === "cost") return w.yearlyCost;
  if (SERIES.has(head)) {
    const series = words[head] ?? head;
    return second === "year" ? w.overYear(series) : w.inMonth(series, monthName(second, language));
  }
  const last = parts.at(-1) ?? key;
  return words[last] ?? last;
}

function monthName(month: string, language: Language): string {
  const firstMs = Date.UTC(2026, Number(month) - 1, 1);
  return new Date(firstMs).toLocaleDateString(language, { month: "long", timeZone: "UTC" });
}

/** A value of an engine in its unit. */
export function figureText(value: number, unit: MovedFigure["unit"], language: Language): string {
  const w = pickWords(analysisWords, language);
  if (unit === "minor") return formatMoney(value, language);
  const number =
    unit === "share" ? formatShare(value, language, 0) : formatDecimal(value, language);
  if (unit === "days") return w.days(number);
  if (unit === "months") return w.months(number);
  return unit === "score" ? w.score(number) : number;
}

/** A change with its sign; a share changes by points of percent, told as they are. */
export function changeText({ change, unit }: MovedFigure, language: Language): string {
  if (change === null) return "";
  const text = figureText(change, unit, language);
  return change > 0 ? `+${text}` : text;
}
