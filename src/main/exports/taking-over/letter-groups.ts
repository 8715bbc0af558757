import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { letterLines } from "#main/ledger/lettering.ts";
import type { Transaction } from "#main/store/book.ts";
import type { TakenRow } from "./taken-row.ts";

interface Group {
  account: string;
  partyId: number;
  letter: string;
  line: number;
  netMinor: number;
  letteredOn: string;
  lineIds: number[];
}

/** SQLite takes so many values in one statement. */
const MOST_LINES = 30_000;

/**
 * The letters of a file, by account, party and letter: one letter used on two accounts is two
 * groups. Where the ledger letters nothing (accounts without parties) the letter stays with the
 * imported line.
 */
export class LetterGroups {
  readonly #groups = new Map<string, Group>();
  readonly #letterOfPlain = new Map<string, Map<string, string>>();

  add(row: TakenRow, at: { lineId: number; account: string; partyId: number }): void {
    const key = `${at.account}\t${at.partyId}\t${row.letter}`;
    const letteredOn = row.letteredOn ?? row.dateOn;
    const group = this.#groups.get(key);
    if (group === undefined) {
      const { line, letter, minor } = row;
      const { account, partyId, lineId } = at;
      const fresh = { account, partyId, letter, line, netMinor: minor, letteredOn };
      this.#groups.set(key, { ...fresh, lineIds: [lineId] });
      return;
    }
    group.netMinor += row.minor;
    group.lineIds.push(at.lineId);
    if (letteredOn > group.letteredOn) group.letteredOn = letteredOn;
  }

  /** The letter of a line on an account without parties, made its own within the account. */
  plainLetter(row: TakenRow, account: string): string {
    let letters = this.#letterOfPlain.get(account);
    if (letters === undefined) {
      letters = new Map();
      this.#letterOfPlain.set(account, letters);
    }
    const key = `${row.party}\t${row.letter}`;
    const known = letters.get(key);
    if (known !== undefined) return known;
    const used = new Set(letters.values());
    let letter = row.letter;
    for (let n = 2; used.has(letter); n++) letter = `${row.letter}${n}`;
    letters.set(key, letter);
    return letter;
  }

  /** Writes the groups; yields how many are done. */
  *write(tx: Transaction): Generator<number, number, void> {
    let done = 0;
    for (const group of this.#groups.values()) {
      if (group.lineIds.length <= MOST_LINES) letterLines(tx, { ...group, isAsStands: true });
      done++;
      if (done % 200 === 0) yield done;
    }
    return done + [...this.#letterOfPlain.values()].reduce((n, letters) => n + letters.size, 0);
  }

  get count(): number {
    return this.#groups.size;
  }

  /** Groups that stay open, and letters that net to zero only over several accounts. */
  doubtful(): RefusedRow[] {
    const open = [...this.#groups.values()].filter((g) => g.netMinor !== 0 && isFull(g.letter));
    const byLetter = Map.groupBy(open, (g) => g.letter);
    const rows: RefusedRow[] = [];
    for (const [letter, groups] of byLetter) {
      const net = groups.reduce((sum, g) => sum + g.netMinor, 0);
      const accounts = [...new Set(groups.map((g) => g.account))];
      const { line } = groups[0]!;
      if (net === 0 && accounts.length > 1) {
        rows.push(refuseRow("fec.letter-two-accounts", { line, letter, accounts }));
        continue;
      }
      for (const { line, account, netMinor } of groups) {
        rows.push(refuseRow("fec.letter-open", { line, letter, account, netMinor }));
      }
    }
    return rows;
  }
}

/** Small letters mean partial by usage. */
function isFull(letter: string): boolean {
  return !/[a-z]/.test(letter);
}
