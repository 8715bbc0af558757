import { isOpeningJournal } from "../fec-opening.ts";
import type { TakenEntry, TakenRow } from "./taken-row.ts";

/** An entry's lines have a place from 1 to 65 535. */
const LONGEST_ENTRY = 65_000;

/**
 * Puts the lines of a file together into entries, openings first. Lines of one journal and number
 * are one entry, unless the numbers start again: then each day that balances by itself is one.
 * Where numbers are missing, zero or all the same, the journal, day and piece take their place.
 */
export function takenEntries(rows: readonly TakenRow[]): TakenEntry[] {
  const numbered = areNumbered(rows);
  const groups = new Map<string, TakenRow[]>();
  for (const row of rows) {
    const key = numbered && hasNumber(row) ? numberKey(row) : pieceKey(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const entries = joined([...groups.values()].flatMap(byDay))
    .flatMap(notTooLong)
    .map((lines) => ({ rows: lines, isOpening: isOpening(lines) }));
  entries.sort((a, b) => Number(b.isOpening) - Number(a.isOpening) || lineOf(a) - lineOf(b));
  return entries;
}

/** What lines net to. */
export function netOf(rows: readonly TakenRow[]): number {
  return rows.reduce((sum, row) => sum + row.minor, 0);
}

function lineOf(entry: TakenEntry): number {
  return entry.rows[0]?.line ?? 0;
}

function hasNumber(row: TakenRow): boolean {
  return row.number !== "" && !/^0+$/.test(row.number);
}

/** False when one number serves a whole file of several days: it names nothing. */
function areNumbered(rows: readonly TakenRow[]): boolean {
  const first = rows.find(hasNumber);
  if (first === undefined) return false;
  const other = rows.some((row) => hasNumber(row) && row.number !== first.number);
  return other || rows.every((row) => row.dateOn === first.dateOn);
}

function numberKey(row: TakenRow): string {
  return `${row.journal}\t${row.number}`;
}

function pieceKey(row: TakenRow): string {
  return `${row.journal}\t\t${row.dateOn}\t${row.pieceRef}`;
}

function byDay(rows: TakenRow[]): TakenRow[][] {
  const first = rows[0]?.dateOn;
  if (rows.every((row) => row.dateOn === first)) return [rows];
  const days = [...Map.groupBy(rows, (row) => row.dateOn).values()];
  return days.every((day) => netOf(day) === 0) ? days : [rows];
}

/** Groups without a number that do not balance may do so with the others of their day. */
function joined(groups: TakenRow[][]): TakenRow[][] {
  const isLoose = (rows: TakenRow[]) =>
    rows[0] !== undefined && !hasNumber(rows[0]) && netOf(rows) !== 0;
  const loose = groups.filter(isLoose);
  if (loose.length === 0) return groups;
  const days = Map.groupBy(loose.flat(), (row) => `${row.journal}\t${row.dateOn}`);
  const made = [...days.values()].map((rows) => rows.sort((a, b) => a.line - b.line));
  return [...groups.filter((rows) => !isLoose(rows)), ...made];
}

/** Cuts what is longer than an entry may be at the places where it balances. */
function notTooLong(rows: TakenRow[]): TakenRow[][] {
  if (rows.length <= LONGEST_ENTRY) return [rows];
  const parts: TakenRow[][] = [];
  let part: TakenRow[] = [];
  let net = 0;
  for (const row of rows) {
    part.push(row);
    net += row.minor;
    if (net !== 0 || part.length < 2) continue;
    parts.push(part);
    part = [];
  }
  return part.length === 0 ? parts : [...parts, part];
}

function isOpening(rows: readonly TakenRow[]): boolean {
  const [first] = rows;
  return first !== undefined && isOpeningJournal(first.journal, first.journalLabel);
}
