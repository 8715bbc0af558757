import type { ClosingPoint } from "#contract/closing.ts";
import { addDays } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { lineId, type PostedEntry } from "../model.ts";
import { postEntry } from "../post-entry.ts";
import { carryLettering } from "./carry-lettering.ts";
import { type ClosingYear, closingYear, openPoint } from "./checklist.ts";
import { type OpeningLine, openingLines } from "./opening-lines.ts";
import { yearResult } from "./result.ts";

/** What a closing did, or would do. */
export interface ClosedYear {
  resultMinor: number;
  openingNumber: number | null;
  openingEntryId: number | null;
  openingLines: number;
  openPartyLines: number;
}

/**
 * Closes a fiscal year for good (PCG art. 1031-4): every month is closed, no entry enters any
 * more, and the next year opens with its balances in journal AN on its first day.
 */
export function closeYear(
  tx: Transaction,
  act: Act,
  asked: { fiscalYearId: number; points: readonly ClosingPoint[]; todayOn: string },
): ClosedYear | Refusal {
  const year = closingYear(tx, asked.fiscalYearId);
  if (year === undefined) {
    return refuse("exports.unknown-year", { fiscalYearId: asked.fiscalYearId });
  }
  const refused = mayNotClose(tx, year, asked);
  if (isRefusal(refused)) return refused;
  const resultMinor = yearResult(tx, year.id);
  const lines = openingLines(tx, year.id);
  const opening = lines.length === 0 ? undefined : postOpening(tx, act, { year, lines });
  if (isRefusal(opening)) return opening;
  tx.writing(
    "UPDATE period SET state = 'closed' WHERE fiscal_year_id = ? AND state <> 'closed'",
  ).run(year.id);
  tx.writing(
    "INSERT INTO year_closing (fiscal_year_id, closed_at_ms, closed_by, result_minor, " +
      "opening_entry_id) VALUES (?, ?, ?, ?, ?)",
  ).run(year.id, act.nowMs, act.person, resultMinor, opening?.entryId ?? null);
  return {
    resultMinor,
    openingNumber: opening?.number ?? null,
    openingEntryId: opening?.entryId ?? null,
    openingLines: lines.length,
    openPartyLines: lines.filter((line) => line.originId !== undefined).length,
  };
}

function mayNotClose(
  tx: Transaction,
  year: ClosingYear,
  asked: { points: readonly ClosingPoint[]; todayOn: string },
): Refusal | undefined {
  const { endsOn } = year;
  const isClosed = tx.reading("SELECT 1 FROM year_closing WHERE fiscal_year_id = ?").get(year.id);
  if (isClosed !== undefined) return refuse("closing.already-closed", { endsOn });
  const previous = tx
    .reading(
      "SELECT ends_on AS endsOn FROM fiscal_year y WHERE ends_on < ? AND NOT EXISTS " +
        "(SELECT 1 FROM year_closing c WHERE c.fiscal_year_id = y.id) ORDER BY ends_on LIMIT 1",
    )
    .get(year.startsOn) as { endsOn: string } | undefined;
  if (previous !== undefined) return refuse("closing.previous-open", previous);
  if (asked.todayOn <= endsOn) return refuse("closing.not-over", { endsOn });
  const startsOn = addDays(endsOn, 1);
  const next = tx.reading("SELECT 1 FROM fiscal_year WHERE starts_on = ?").get(startsOn);
  if (next === undefined) return refuse("closing.no-next-year", { startsOn });
  const open = openPoint(asked.points);
  return open === undefined
    ? undefined
    : refuse("closing.point-open", { point: open.point, detail: open.detail.fr });
}

function postOpening(
  tx: Transaction,
  act: Act,
  asked: { year: ClosingYear; lines: readonly OpeningLine[] },
): PostedEntry | Refusal {
  const { year, lines } = asked;
  const datedOn = addDays(year.endsOn, 1);
  const posted = postEntry(tx, act, {
    draft: {
      journal: "AN",
      datedOn,
      pieceRef: `AN ${datedOn.slice(0, 4)}`,
      label: "À-nouveaux",
      lines: lines.map(({ originId: _, ...line }) => line),
    },
    origin: { kind: "closing", id: year.id },
    isOpening: true,
  });
  if (isRefusal(posted)) return posted;
  const carried = lines.flatMap(({ originId }, i) =>
    originId === undefined ? [] : [{ lineId: lineId(posted.entryId, i + 1), originId }],
  );
  carryLettering(tx, carried);
  return posted;
}
