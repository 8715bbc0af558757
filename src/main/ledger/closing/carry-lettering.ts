import type { Transaction } from "#main/store/book.ts";
import { type LetterGroup, letterLines, unletterLines } from "../lettering.ts";

interface Carried {
  lineId: number;
  originId: number;
}

interface GroupRow extends Carried {
  letteringId: number;
  account: string;
  partyId: number;
  letteredOn: string;
}

/**
 * Moves lettering into the new year: a line that was lettered with later lines leaves its place
 * there to the opening line that carries it on, and keeps in its own year only the letter that it
 * shares with lines of that year.
 */
export function carryLettering(tx: Transaction, carried: readonly Carried[]): void {
  const insert = tx.writing(
    "INSERT INTO carried_line (line_id, origin_id, root_id) VALUES (?, ?, " +
      "coalesce((SELECT root_id FROM carried_line WHERE line_id = ?), ?))",
  );
  for (const { lineId, originId } of carried) insert.run(lineId, originId, originId, originId);
  const groups = Map.groupBy(letteredOf(tx, carried), (row) => row.letteringId);
  for (const [letteringId, rows] of groups) moveGroup(tx, letteringId, rows);
}

function letteredOf(tx: Transaction, carried: readonly Carried[]): GroupRow[] {
  const find = tx.reading(
    "SELECT g.id AS letteringId, g.account, g.party_id AS partyId, g.lettered_on AS letteredOn " +
      "FROM lettering_line ll JOIN lettering g ON g.id = ll.lettering_id WHERE ll.line_id = ?",
  );
  return carried.flatMap((line) => {
    const group = find.get(line.originId) as Omit<GroupRow, keyof Carried> | undefined;
    return group === undefined ? [] : [{ ...line, ...group }];
  });
}

function moveGroup(tx: Transaction, letteringId: number, rows: readonly GroupRow[]): void {
  const { account, partyId, letteredOn } = rows[0]!;
  const origins = rows.map((row) => row.originId);
  const members = tx
    .reading("SELECT line_id AS id FROM lettering_line WHERE lettering_id = ?")
    .all(letteringId) as { id: number }[];
  const later = members.map((m) => m.id).filter((id) => !origins.includes(id));
  const group: Omit<LetterGroup, "lineIds"> = { account, partyId, letteredOn };
  unletterLines(tx, origins);
  if (origins.length > 1) letterLines(tx, { ...group, lineIds: origins, isAsStands: true });
  const opened = [...rows.map((row) => row.lineId), ...later];
  if (opened.length > 1) letterLines(tx, { ...group, lineIds: opened, isAsStands: true });
}
