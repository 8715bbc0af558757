import type { ClosingPoint } from "#contract/closing.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** A year as its checks see it. */
export interface ClosingYear {
  id: number;
  startsOn: string;
  endsOn: string;
}

/** What a check found: nothing to say, or a count with the first example. */
export interface Found {
  count: number;
  /** A name of the book, or a sentence in both languages. */
  detail: string | { fr: string; en: string };
  /** Where it is put right. */
  address?: string;
}

/** One point of the list; domains above the ledger bring their own. */
export interface ClosingCheck {
  point: string;
  /** No answer replaces it: the year does not close before it is green. */
  isBlocking?: boolean;
  find: (read: ReadHandle, year: ClosingYear) => Promise<Found | undefined> | Found | undefined;
}

/** Every point of a year with its state, and what a person answered to those not green. */
export async function checklist(
  read: ReadHandle,
  asked: { fiscalYearId: number; checks: readonly ClosingCheck[] },
): Promise<ClosingPoint[] | Refusal> {
  const { fiscalYearId } = asked;
  const year = closingYear(read, fiscalYearId);
  if (year === undefined) return refuse("exports.unknown-year", { fiscalYearId });
  const points: ClosingPoint[] = [];
  for (const check of asked.checks) {
    const found = await check.find(read, year);
    const answered = read
      .reading(
        "SELECT text AS answer, answered_by AS answeredBy FROM closing_answer " +
          "WHERE fiscal_year_id = ? AND point = ?",
      )
      .get(fiscalYearId, check.point) as Pick<ClosingPoint, "answer" | "answeredBy"> | undefined;
    points.push({
      point: check.point,
      state: stateOf(check, found),
      count: found?.count ?? 0,
      detail: bothOf(found?.detail ?? ""),
      address: found?.address ?? null,
      answer: answered?.answer ?? null,
      answeredBy: answered?.answeredBy ?? null,
    });
  }
  return points;
}

/** Keeps a person's answer to a point; a later one replaces it. */
export function answerPoint(
  tx: Transaction,
  act: Act,
  asked: { fiscalYearId: number; point: string; text: string },
): Refusal | undefined {
  if (closingYear(tx, asked.fiscalYearId) === undefined) {
    return refuse("exports.unknown-year", { fiscalYearId: asked.fiscalYearId });
  }
  tx.writing(
    "INSERT INTO closing_answer (fiscal_year_id, point, text, answered_by, answered_at_ms) " +
      "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, " +
      "answered_by = excluded.answered_by, answered_at_ms = excluded.answered_at_ms",
  ).run(asked.fiscalYearId, asked.point, asked.text, act.person, act.nowMs);
  return undefined;
}

/** The first point that still stands in the way. */
export function openPoint(points: readonly ClosingPoint[]): ClosingPoint | undefined {
  return points.find(
    (p) => p.state === "blocking" || (p.state === "attention" && p.answer === null),
  );
}

/** A fiscal year's days. */
export function closingYear(read: ReadHandle, fiscalYearId: number): ClosingYear | undefined {
  return read
    .reading("SELECT id, starts_on AS startsOn, ends_on AS endsOn FROM fiscal_year WHERE id = ?")
    .get(fiscalYearId) as ClosingYear | undefined;
}

function bothOf(detail: Found["detail"]): { fr: string; en: string } {
  return typeof detail === "string" ? { fr: detail, en: detail } : detail;
}

function stateOf(check: ClosingCheck, found: Found | undefined): ClosingPoint["state"] {
  if (found === undefined) return "green";
  return check.isBlocking === true ? "blocking" : "attention";
}
