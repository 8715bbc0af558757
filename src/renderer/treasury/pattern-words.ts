import type { PartyPatternRow } from "#contract/treasury.ts";
import { formatDecimal } from "#renderer/format.ts";
import type { StateWord } from "#renderer/ui/column.ts";
import type { indicatorWords } from "#renderer/words/indicators.ts";
import type { Language } from "#renderer/words/language.ts";
import type { Words } from "#renderer/words/words.ts";

type W = Words<typeof indicatorWords>;

/** A trend is told when chance alone would make it less than once in ten. */
const TOLD_CHANCE = 0.1;
/** Monday, so that a weekday can be named in any language. */
const MONDAY_MS = Date.UTC(2026, 0, 5);

/** Whether a party pays later and later, as a chip; nothing where the rows do not tell. */
export function trendWord({ trend }: PartyPatternRow, w: W, language: Language): StateWord | null {
  if (trend === null) return null;
  const days = Math.abs(trend.theilSenDays);
  if (trend.pValue > TOLD_CHANCE || days < 0.1) return { word: w.steady, tone: "neutral" };
  const told = formatDecimal(days, language);
  return trend.theilSenDays > 0
    ? { word: w.worse(told), tone: "wait" }
    : { word: w.better(told), tone: "done" };
}

/** The day on which a party usually pays, of the month or of the week. */
export function habitWords({ habit }: PartyPatternRow, w: W, language: Language): string | null {
  if (habit === null) return null;
  if (habit.kind === "day-of-month") return w.dayOfMonth(String(habit.day));
  const day = new Date(MONDAY_MS + (habit.day - 1) * 86_400_000);
  return w.weekday(day.toLocaleDateString(language, { weekday: "long", timeZone: "UTC" }));
}
