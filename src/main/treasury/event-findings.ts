import { daysBetween } from "#contract/date.ts";
import type { Figure } from "#contract/finding.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { Claim } from "./engines/causes.ts";
import { eventEffect } from "./engines/event-effect.ts";
import { gradeReliability } from "./engines/small-data.ts";

/** What happened in the company on a day, in a person's words. */
export interface ToldEvent {
  on: string;
  label: string;
}

export interface EventFinding extends ToldEvent {
  claim: Claim;
  effect: { figure: Figure; lowMinor: number; highMinor: number } | null;
}

const WEEK = 7;

/**
 * Events near a move: each coincides with it; the effect on weekly receipts is estimated where
 * enough weeks came before it.
 */
export function eventFindings(
  read: ReadHandle,
  asked: { fromOn: string; toOn: string; events: readonly ToldEvent[] },
): EventFinding[] {
  return asked.events
    .filter(({ on }) => on > asked.fromOn && on <= asked.toOn)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.label < b.label ? -1 : 1))
    .map((event) => {
      const effect = effectOf(read, event.on, asked.toOn);
      return { ...event, claim: effect === null ? "coincides" : "estimated", effect };
    });
}

/**
 * Receipts (own transfers left out) of the whole weeks from the event to the end, against those of
 * the weeks before.
 */
function effectOf(read: ReadHandle, on: string, toOn: string): EventFinding["effect"] {
  const rows = read
    .reading(
      "SELECT booked_on AS bookedOn, sum(amount_minor) AS minor, count(*) AS lines " +
        "FROM bank_line b WHERE amount_minor > 0 AND booked_on <= ? AND NOT EXISTS (" +
        "SELECT 1 FROM match m JOIN line l ON l.entry_id = m.entry_id AND l.account GLOB '58*' " +
        "WHERE m.bank_line_id = b.id AND m.undone_by_entry_id IS NULL) GROUP BY 1 ORDER BY 1",
    )
    .all(toOn) as { bookedOn: string; minor: number; lines: number }[];
  const [first] = rows;
  if (first === undefined) return null;
  const weekOf = (day: string) => Math.floor(daysBetween(on, day) / WEEK);
  // The first week may be cut.
  const weeksBefore = -1 - weekOf(first.bookedOn);
  const points = Math.floor((daysBetween(on, toOn) + 1) / WEEK);
  if (weeksBefore < 1) return null;
  const series = Array.from({ length: weeksBefore + points }, () => 0);
  let lines = 0;
  for (const row of rows) {
    const at = weekOf(row.bookedOn) + weeksBefore;
    if (at < 0 || at >= series.length) continue;
    series[at] = (series[at] ?? 0) + row.minor;
    lines += row.lines;
  }
  const found = eventEffect(series, { at: weeksBefore, points });
  if (found === null) return null;
  const reliability = gradeReliability(lines, series.length * WEEK);
  return {
    figure: { value: Math.round(found.effect), unit: "minor", reliability, refs: [] },
    lowMinor: Math.round(found.low),
    highMinor: Math.round(found.high),
  };
}
