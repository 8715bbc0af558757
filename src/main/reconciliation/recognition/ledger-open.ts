import { daysBetween } from "#contract/date.ts";
import { TRANSIT } from "./transfers.ts";

/** A line of the ledger on an account that the bank settles; debit positive. */
export interface LedgerLine {
  id: number;
  account: string;
  partyId: number | null;
  datedOn: string;
  minor: number;
}

/** What is still open of a ledger line, signed as the bank will show it. */
export interface OpenLine<T extends LedgerLine> {
  line: T;
  openMinor: number;
}

/**
 * What is open on accounts that carry no letters: the same cents on both sides settle each other
 * where their dates are nearest, then what is paid goes to the oldest debts (Code civil, art. 1342-10). Money in transit (58) is
 * only ever settled by its own amount.
 * @param lines in order of date, of any accounts and parties
 */
export function openLines<T extends LedgerLine>(lines: readonly T[]): OpenLine<T>[] {
  const groups = Map.groupBy(lines, (l) => `${l.account} ${l.partyId ?? ""}`);
  return [...groups.values()].flatMap((group) => {
    const left = withoutPairs(group);
    return left[0]?.account === TRANSIT ? left.map(whole) : newest(left);
  });
}

function whole<T extends LedgerLine>(line: T): OpenLine<T> {
  return { line, openMinor: line.minor };
}

/** Takes out lines of opposite amounts by pairs, the pairs nearest in time first. */
function withoutPairs<T extends LedgerLine>(lines: readonly T[]): T[] {
  const settled = new Set<number>();
  for (const same of Map.groupBy(lines, (line) => Math.abs(line.minor)).values()) {
    for (const [debit, credit] of nearestPairs(same)) {
      if (settled.has(debit.id) || settled.has(credit.id)) continue;
      settled.add(debit.id).add(credit.id);
    }
  }
  return lines.filter((line) => !settled.has(line.id));
}

/** Each debit with the credits that stand around it in time, the shortest time first. */
function nearestPairs<T extends LedgerLine>(same: readonly T[]): [T, T][] {
  const credits = same.flatMap((line, at) => (line.minor < 0 ? [{ line, at }] : []));
  const pairs = same.flatMap((debit, at) => {
    if (debit.minor < 0) return [];
    const after = credits.findIndex((c) => c.at > at);
    const middle = after < 0 ? credits.length : after;
    const around = credits.slice(Math.max(0, middle - AROUND), middle + AROUND);
    return around.map((credit): [T, T] => [debit, credit.line]);
  });
  const gap = ([debit, credit]: [T, T]) => Math.abs(daysBetween(debit.datedOn, credit.datedOn));
  return pairs.sort((a, b) => gap(a) - gap(b));
}

/** Neighbours looked at on each side. */
const AROUND = 12;

/** The newest lines on the side of the balance, up to the balance. */
function newest<T extends LedgerLine>(lines: readonly T[]): OpenLine<T>[] {
  let rest = lines.reduce((sum, line) => sum + line.minor, 0);
  const open: OpenLine<T>[] = [];
  for (const line of lines.toReversed()) {
    if (rest === 0) break;
    if (Math.sign(line.minor) !== Math.sign(rest)) continue;
    const openMinor = Math.abs(line.minor) < Math.abs(rest) ? line.minor : rest;
    open.push({ line, openMinor });
    rest -= openMinor;
  }
  return open.reverse();
}
