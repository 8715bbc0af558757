import { addDays, addMonths, endOfMonth, monthOf } from "#contract/date.ts";
import { typedEntrySchema } from "#contract/typed-entry.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { saveDraft } from "../draft-entries.ts";
import { movedTo } from "./typed-of-entry.ts";

type Every = "month" | "quarter" | "year";
const MONTHS: Readonly<Record<Every, number>> = { month: 1, quarter: 3, year: 12 };
/** A century of months: a bound on what one schedule can owe. */
const MOST_DATES = 1200;

interface Schedule {
  every: Every;
  firstOn: string;
  lastOn?: string | null | undefined;
}

interface Row extends Schedule {
  recurringId: number;
  templateId: number;
  name: string;
  body: string;
  reverses: number;
}

const ROWS =
  "SELECT r.id AS recurringId, r.template_id AS templateId, t.name, t.body, r.every, " +
  "r.first_on AS firstOn, r.last_on AS lastOn, r.reverses FROM recurring_entry r " +
  "JOIN entry_template t ON t.id = r.template_id ORDER BY t.name, r.id";

/**
 * The days of a schedule up to one: counted from the first, so that the 31st comes back after
 * February; a first day that ends its month keeps to month ends.
 */
export function datesOf(schedule: Schedule, untilOn: string): string[] {
  const { firstOn, lastOn } = schedule;
  const until = lastOn !== null && lastOn !== undefined && lastOn < untilOn ? lastOn : untilOn;
  const isMonthEnd = endOfMonth(firstOn) === firstOn;
  const dates: string[] = [];
  for (let i = 0; i < MOST_DATES; i++) {
    const date = addMonths(firstOn, i * MONTHS[schedule.every]);
    const on = isMonthEnd ? endOfMonth(date) : date;
    if (on > until) break;
    dates.push(on);
  }
  return dates;
}

/** Repeats a template on a schedule. */
export function saveRecurring(
  tx: Transaction,
  asked: Schedule & { templateId: number; reverses: boolean },
): { recurringId: number } | Refusal {
  const { templateId, every, firstOn, lastOn, reverses } = asked;
  const known = tx.reading("SELECT 1 FROM entry_template WHERE id = ?").get(templateId);
  if (known === undefined) return refuse("entry.unknown-template", { templateId });
  if (lastOn !== null && lastOn !== undefined && lastOn < firstOn) {
    return refuse("entry.last-before-first", { firstOn, lastOn });
  }
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO recurring_entry (template_id, every, first_on, last_on, reverses) " +
        "VALUES (?, ?, ?, ?, ?)",
    )
    .run(templateId, every, firstOn, lastOn ?? null, reverses ? 1 : 0);
  return { recurringId: Number(lastInsertRowid) };
}

/** The schedules by their template's name. */
export function listRecurring(read: ReadHandle) {
  return rowsOf(read).map(({ body: _, ...row }) => ({
    ...row,
    lastOn: row.lastOn ?? null,
    reverses: row.reverses === 1,
  }));
}

/** Stops a schedule; what it has made stays. */
export function deleteRecurring(tx: Transaction, recurringId: number): Refusal | undefined {
  const { changes } = tx.writing("DELETE FROM recurring_entry WHERE id = ?").run(recurringId);
  return changes === 1 ? undefined : refuse("entry.unknown-recurring", { recurringId });
}

/** What the schedules owe up to a day, the oldest first. */
export function listDue(read: ReadHandle, untilOn: string) {
  return dueRows(read, untilOn).map(({ row, dueOn }) => ({
    recurringId: row.recurringId,
    name: row.name,
    dueOn,
    totalMinor: templateOf(row).lines.reduce((sum, line) => sum + line.debitMinor, 0),
  }));
}

/** Makes a draft of everything due, once for each date. */
export function makeDue(
  tx: Transaction,
  act: Act,
  untilOn: string,
): { draftIds: number[] } | Refusal {
  const note = tx.writing("INSERT INTO recurring_made (recurring_id, due_on) VALUES (?, ?)");
  const draftIds: number[] = [];
  for (const { row, dueOn } of dueRows(tx, untilOn)) {
    const typed = movedTo(templateOf(row), dueOn);
    const pieceRef = typed.pieceRef || `${row.name} ${monthOf(dueOn)}`;
    const reverseOn = row.reverses === 1 ? addDays(endOfMonth(dueOn), 1) : undefined;
    const saved = saveDraft(tx, act, { entry: { ...typed, pieceRef, reverseOn } });
    if (isRefusal(saved)) return saved;
    note.run(row.recurringId, dueOn);
    draftIds.push(saved.draftId);
  }
  return { draftIds };
}

function dueRows(read: ReadHandle, untilOn: string): { row: Row; dueOn: string }[] {
  const isMade = read.reading("SELECT 1 FROM recurring_made WHERE recurring_id = ? AND due_on = ?");
  return rowsOf(read)
    .flatMap((row) => datesOf(row, untilOn).map((dueOn) => ({ row, dueOn })))
    .filter(({ row, dueOn }) => isMade.get(row.recurringId, dueOn) === undefined)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function rowsOf(read: ReadHandle): Row[] {
  return read.reading(ROWS).all() as Row[];
}

function templateOf(row: Row) {
  return typedEntrySchema.parse(JSON.parse(row.body));
}
