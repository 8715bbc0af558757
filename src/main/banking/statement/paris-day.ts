import { dateOf, weekday } from "#contract/date.ts";

const UTC_TEXT = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})/;

/**
 * The day in Paris of an instant written in UTC (`2026-03-13 23:30:00` is the 14th): banks on the
 * web date their exports in UTC, other files and the law count French days. Summer time runs from
 * the last Sunday of March to that of October, 01:00 UTC (directive 2000/84/CE).
 * @returns undefined when the text has no time of day
 */
export function parisDay(text: string): string | undefined {
  const m = UTC_TEXT.exec(text.trim());
  if (!m) return undefined;
  const [year, month, day, hour, minute] = m.slice(1).map(Number) as number[];
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute);
  const summer = at >= changeAtMs(year ?? 0, 3) && at < changeAtMs(year ?? 0, 10);
  const real = dateOf(year ?? 0, month ?? 0, day ?? 0);
  return real && new Date(at + (summer ? 2 : 1) * 3_600_000).toISOString().slice(0, 10);
}

function changeAtMs(year: number, month: 3 | 10): number {
  const backToSunday =
    weekday(`${String(year).padStart(4, "0")}-${month === 3 ? "03" : "10"}-31`) % 7;
  return Date.UTC(year, month - 1, 31 - backToSunday, 1);
}
