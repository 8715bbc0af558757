import { formatMonth } from "#renderer/format.ts";
import type { Language } from "#renderer/words/language.ts";

/** `mars` from 3; a civil year stands for any. */
export function monthName(month: number, language: Language): string {
  return formatMonth(`2026-${String(month).padStart(2, "0")}`, language).replace(" 2026", "");
}

/** `lundi` from 1, Monday first. */
export function weekdayName(weekday: number, language: Language): string {
  // 5 January 2026 is a Monday.
  const day = new Date(Date.UTC(2026, 0, 4 + weekday));
  return day.toLocaleDateString(language, { weekday: "long", timeZone: "UTC" });
}
