import type { Transaction } from "#main/store/book.ts";
import { standingLine } from "./closing/carried-lines.ts";

/** Lines of one account and one party that belong together. */
export interface LetterGroup {
  account: string;
  partyId: number;
  lineIds: readonly number[];
  letteredOn: string;
  /** Letters these very lines, even where an opening line stands for one of them. */
  isAsStands?: boolean;
}

/**
 * Letters lines of one account and party (lettrage): with capitals when they cancel out, with
 * small letters while something is still open. A line that already carries a letter brings its
 * whole group along; a line carried on into a later year is lettered there. Lettering stands outside the posted lines and can be undone at any time.
 * @returns the letter
 */
export function letterLines(tx: Transaction, group: LetterGroup): string {
  const standing =
    group.isAsStands === true
      ? group.lineIds
      : group.lineIds.map((lineId) => standingLine(tx, lineId));
  const lineIds = withTheirGroups(tx, standing);
  unletterLines(tx, lineIds);
  const marks = lineIds.map(() => "?").join(", ");
  const { open } = tx
    .reading(`SELECT sum(debit_minor - credit_minor) AS open FROM line WHERE id IN (${marks})`)
    .get(...lineIds) as { open: number };
  const code = nextCode(tx, group, open === 0);
  const { lastInsertRowid } = tx
    .writing("INSERT INTO lettering (account, party_id, code, lettered_on) VALUES (?, ?, ?, ?)")
    .run(group.account, group.partyId, code, group.letteredOn);
  const insert = tx.writing("INSERT INTO lettering_line (line_id, lettering_id) VALUES (?, ?)");
  for (const lineId of lineIds) insert.run(lineId, lastInsertRowid);
  return code;
}

/** Removes the letters of the groups that hold these lines. */
export function unletterLines(tx: Transaction, lineIds: readonly number[]): void {
  const remove = tx.writing(
    "DELETE FROM lettering WHERE id = (SELECT lettering_id FROM lettering_line WHERE line_id = ?)",
  );
  for (const lineId of lineIds) remove.run(lineId);
}

/** The other lines that are lettered together with a line. */
export function groupOf(tx: Transaction, lineId: number): number[] {
  const rows = tx
    .reading(
      "SELECT line_id FROM lettering_line WHERE lettering_id = " +
        "(SELECT lettering_id FROM lettering_line WHERE line_id = ?)",
    )
    .all(lineId) as { line_id: number }[];
  return rows.map((r) => r.line_id);
}

function withTheirGroups(tx: Transaction, lineIds: readonly number[]): number[] {
  const all = new Set<number>();
  for (const lineId of lineIds) {
    all.add(lineId);
    for (const other of groupOf(tx, lineId)) all.add(other);
  }
  return [...all].sort((a, b) => a - b);
}

function nextCode(tx: Transaction, group: LetterGroup, full: boolean): string {
  const last = lastCode(tx, group, full ? "[A-Z]*" : "[a-z]*");
  const next = last === undefined ? "AA" : followingCode(last.toUpperCase());
  return full ? next : next.toLowerCase();
}

/** The newest letter of an account and party among capitals or small letters. */
export function lastCode(
  tx: Transaction,
  group: { account: string; partyId: number },
  pattern: "[A-Z]*" | "[a-z]*",
): string | undefined {
  const last = tx
    .reading(
      "SELECT code FROM lettering WHERE account = ? AND party_id = ? AND code GLOB ? " +
        "ORDER BY length(code) DESC, code DESC LIMIT 1",
    )
    .get(group.account, group.partyId, pattern) as { code: string } | undefined;
  return last?.code;
}

/** AA → AB … AZ → BA … ZZ → AAA. */
export function followingCode(code: string): string {
  const last = code.charCodeAt(code.length - 1);
  if (last < 90) return code.slice(0, -1) + String.fromCharCode(last + 1);
  return code.length === 1 ? "AA" : `${followingCode(code.slice(0, -1))}A`;
}
