import { addDays, addMonths, daysBetween, endOfMonth } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { LINES_PER_ENTRY } from "../model.ts";
import { type Agreement, mostAgreed } from "./most-agreed.ts";

/** Lines looked through for the journal's own, and entries kept from them. */
const LOOKED_THROUGH = 200;
const KEPT = 20;
/** French VAT rates in force, in basis points (CGI art. 278, 278-0 bis, 279, 281 octies; DOM). */
const RATES_BPS = [2000, 1000, 550, 210, 850] as const;

interface HabitLine {
  account: string;
  /** Positive on debit. */
  amountMinor: number;
}

/** One of the last entries: the line of the party or account asked for, and all the others. */
export interface Habit {
  entryId: number;
  datedOn: string;
  pieceRef: string;
  label: string;
  dueOn: string | null;
  own: HabitLine;
  others: HabitLine[];
}

/** How the rest of an entry follows from its gross amount. */
export interface Shape {
  contra: string;
  rateBps: number;
  /** VAT lines by account; −1 stands on the gross amount's side, as self-assessed VAT does. */
  vat: { account: string; side: 1 | -1 }[];
}

const FILTER =
  "CROSS JOIN entry e ON e.id = l.entry_id WHERE e.journal = @journal AND e.reverses_id IS NULL " +
  `AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id) LIMIT ${KEPT}`;
const COLUMNS =
  "SELECT l.id AS lineId, l.entry_id AS entryId, e.dated_on AS datedOn, e.piece_ref AS pieceRef, " +
  "e.label AS label, l.due_on AS dueOn FROM ";
const OF_PARTY =
  `${COLUMNS}(SELECT id, entry_id, due_on FROM line WHERE party_id = @partyId ` +
  `AND account = @account ORDER BY id DESC LIMIT ${LOOKED_THROUGH}) l ${FILTER}`;
const OF_ACCOUNT =
  `${COLUMNS}(SELECT id, entry_id, due_on FROM line WHERE account = @account ` +
  `ORDER BY dated_on DESC, id DESC LIMIT ${LOOKED_THROUGH}) l ${FILTER}`;

/** The last entries of a journal on a party, or on an account; reversed ones teach nothing. */
export function habitsOf(
  read: ReadHandle,
  asked: { journal: string; account: string; partyId?: number | undefined },
): Habit[] {
  const { journal, account, partyId } = asked;
  const rows = (
    partyId === undefined
      ? read.reading(OF_ACCOUNT).all({ journal, account })
      : read.reading(OF_PARTY).all({ journal, account, partyId })
  ) as (Omit<Habit, "own" | "others"> & { lineId: number })[];
  const linesOf = read.reading(
    "SELECT id, account, debit_minor - credit_minor AS amountMinor FROM line " +
      "WHERE id BETWEEN ? AND ? ORDER BY id",
  );
  return rows.flatMap(({ lineId, ...row }) => {
    const from = row.entryId * LINES_PER_ENTRY;
    const lines = linesOf.all(from, from + LINES_PER_ENTRY - 1) as (HabitLine & { id: number })[];
    const own = lines.find((line) => line.id === lineId);
    if (own === undefined) return [];
    return [{ ...row, own, others: lines.filter((line) => line !== own) }];
  });
}

/** The shape that most of some entries have, and how many agree. */
export function usualShape(habits: readonly Habit[]): Agreement<Shape> | undefined {
  return mostAgreed(habits.map(shapeOf), (shape) => JSON.stringify(shape));
}

function shapeOf(habit: Habit): Shape | undefined {
  const vat = habit.others.filter((line) => isVat(line.account));
  const contras = habit.others.filter((line) => !isVat(line.account));
  const contra = contras.toSorted((a, b) => size(b) - size(a))[0];
  if (contra === undefined) return undefined;
  const netMinor = contras.reduce((sum, line) => sum + line.amountMinor, 0);
  const rateBps = vat[0] === undefined ? 0 : rateOf(netMinor, vat[0].amountMinor);
  if (rateBps === undefined) return undefined;
  const opposite = -Math.sign(habit.own.amountMinor);
  return {
    contra: contra.account,
    rateBps,
    vat: vat.map((line) => ({
      account: line.account,
      side: Math.sign(line.amountMinor) === opposite ? 1 : -1,
    })),
  };
}

/** Deductible and collected VAT, and what is due on purchases (PCG 4452, 4456, 4457). */
function isVat(account: string): boolean {
  return /^445[2678]/.test(account);
}

/** The rate of the law that gives a VAT amount to within two cents. */
function rateOf(netMinor: number, vatMinor: number): number | undefined {
  const [net, vat] = [Math.abs(netMinor), Math.abs(vatMinor)];
  return RATES_BPS.find((rate) => Math.abs(applyRateBps(net, rate) - vat) <= 2);
}

function size(line: HabitLine): number {
  return Math.abs(line.amountMinor);
}

/** Due dates as people agree them: a number of days, or the end of the month after it. */
interface Term {
  days: number;
  isEndOfMonth: boolean;
}
const MONTHLY_DAYS = [30, 45, 60];

/** The due date that most of some entries would give a new one. */
export function usualDueOn(habits: readonly Habit[], datedOn: string): string | undefined {
  const dated = habits.filter((habit) => habit.dueOn !== null);
  const terms = dated.flatMap((habit) => termsOf(habit.datedOn, habit.dueOn ?? habit.datedOn));
  const usual = mostAgreed(terms, (term) => `${term.days} ${term.isEndOfMonth}`);
  return usual === undefined ? undefined : dueOnOf(datedOn, usual.value);
}

function termsOf(datedOn: string, dueOn: string): Term[] {
  const monthly = MONTHLY_DAYS.map((days) => ({ days, isEndOfMonth: true }));
  return [
    { days: daysBetween(datedOn, dueOn), isEndOfMonth: false },
    ...monthly.filter((term) => dueOnOf(datedOn, term) === dueOn),
  ];
}

function dueOnOf(datedOn: string, { days, isEndOfMonth }: Term): string {
  if (!isEndOfMonth) return addDays(datedOn, days);
  const after = days % 30 === 0 ? addMonths(datedOn, days / 30) : addDays(datedOn, days);
  return endOfMonth(after);
}
