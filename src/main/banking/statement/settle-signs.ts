import type { RefusedRow } from "#main/base/table/refused-row.ts";
import type { CsvMovement } from "./csv-movement.ts";
import { type ParsedStatement, type StatementLine, withBalanceGap } from "./parsed-statement.ts";

/** A way to turn the columns of a row into a signed amount. */
type Reading = (amount: CsvMovement["amount"]) => number;

/**
 * The readings met in real files, the most common first. Some banks write debits with a minus,
 * some without, some both in one file; card exports may count spending as positive; exports of an
 * accounting program use its sides, the mirror of the bank's.
 */
const READINGS: readonly Reading[] = [
  (a) => ("signedMinor" in a ? a.signedMinor : a.creditMinor - Math.abs(a.debitMinor)),
  (a) => ("signedMinor" in a ? -a.signedMinor : a.creditMinor - a.debitMinor),
  (a) => ("signedMinor" in a ? a.signedMinor : Math.abs(a.creditMinor) - Math.abs(a.debitMinor)),
  (a) => ("signedMinor" in a ? a.signedMinor : Math.abs(a.debitMinor) - Math.abs(a.creditMinor)),
];

/**
 * Makes the statement of one account out of its rows. A balance column settles what the signs
 * mean and whether the file runs forwards or backwards: the reading under which most balances
 * follow from their neighbour wins, the common one when nothing tells. The balances at both ends
 * then give the opening and the closing, and `balanceGapMinor` what is missing between.
 */
export function settleSigns(
  movements: readonly CsvMovement[],
  options: { refused: RefusedRow[]; inverted: boolean },
): ParsedStatement {
  const { read, backwards } = options.inverted
    ? { read: READINGS[1] as Reading, backwards: runsBackwards(movements) }
    : bestReading(movements);
  const lines: StatementLine[] = movements.map((m) => ({ ...m.line, amountMinor: read(m.amount) }));
  const account = movements[0]?.account ?? { currency: "EUR" };
  const { refused } = options;
  const statement: ParsedStatement = { format: "csv", account, lines, refused };
  const inOrder = backwards ? movements.toReversed() : movements;
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first?.balanceMinor === undefined || last?.balanceMinor === undefined) return statement;
  return withBalanceGap({
    ...statement,
    openingMinor: first.balanceMinor - read(first.amount),
    openingOn: first.line.bookedOn,
    closingMinor: last.balanceMinor,
    closingOn: last.line.bookedOn,
  });
}

function bestReading(movements: readonly CsvMovement[]): { read: Reading; backwards: boolean } {
  const dated = runsBackwards(movements);
  let best = { read: READINGS[0] as Reading, backwards: dated, held: 0 };
  for (const read of READINGS) {
    for (const backwards of [dated, !dated]) {
      const held = balancesHeld(movements, read, backwards);
      if (held > best.held) best = { read, backwards, held };
    }
  }
  return best;
}

/** How many balances follow from the one before, in time. */
function balancesHeld(
  movements: readonly CsvMovement[],
  read: Reading,
  backwards: boolean,
): number {
  let held = 0;
  for (let i = 1; i < movements.length; i++) {
    const [earlier, later] = backwards
      ? [movements[i], movements[i - 1]]
      : [movements[i - 1], movements[i]];
    if (earlier?.balanceMinor === undefined || later?.balanceMinor === undefined) continue;
    if (earlier.balanceMinor + read(later.amount) === later.balanceMinor) held++;
  }
  return held;
}

function runsBackwards(movements: readonly CsvMovement[]): boolean {
  const first = movements[0]?.line.bookedOn ?? "";
  const last = movements.at(-1)?.line.bookedOn ?? "";
  return first > last;
}
