import { hash } from "node:crypto";
import type { TakeOverReport } from "#contract/fec.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { type EntryDraft, type LineDraft, lineId } from "#main/ledger/model.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { AccountMap } from "./account-map.ts";
import { EntryDigests } from "./entry-digest.ts";
import { JournalMap } from "./journal-map.ts";
import { LetterGroups } from "./letter-groups.ts";
import { PartyMap } from "./party-map.ts";
import { entryKey, type TakenRows } from "./read-taken-rows.ts";
import type { TakeOverInput } from "./take-over-fec.ts";
import { netOf } from "./taken-entries.ts";
import type { TakenEntry, TakenRow } from "./taken-row.ts";
import type { TakenYear } from "./year-of-file.ts";

const SUSPENSE = "471000";
const SHOWN = 500;

/** A line of the file with what it becomes. */
interface TakenLine {
  row: TakenRow;
  account: string;
  partyId: number | undefined;
}

/** The taking over of one file inside its SQL transaction. */
export class TakeOver {
  readonly #tx: Transaction;
  readonly #act: Act;
  readonly #input: TakeOverInput;
  readonly #year: TakenYear;
  readonly #read: TakenRows;
  readonly #accounts: AccountMap;
  readonly #journals: JournalMap;
  readonly #parties: PartyMap;
  readonly #letters = new LetterGroups();
  readonly #digests: EntryDigests;
  #fileId: number | undefined;
  readonly #others: number;
  readonly #refused: RefusedRow[];
  readonly #doubtful: RefusedRow[] = [];
  #counts = { added: 0, already: 0, refused: 0, lines: 0, letters: 0 };
  #sums = { debitMinor: 0, creditMinor: 0 };

  constructor(
    tx: Transaction,
    act: Act,
    of: { input: TakeOverInput; year: TakenYear; read: TakenRows },
  ) {
    this.#tx = tx;
    this.#act = act;
    this.#input = of.input;
    this.#year = of.year;
    this.#read = of.read;
    this.#refused = [...of.read.refused];
    this.#accounts = new AccountMap(tx, of.year, of.input.accounts ?? {});
    this.#journals = new JournalMap(tx, of.input.journals ?? {});
    this.#parties = new PartyMap(tx);
    this.#digests = new EntryDigests(of.year.startsOn);
    this.#others = this.#otherEntries();
  }

  get groups(): number {
    return this.#letters.count;
  }

  /**
   * Leaves out the entries that an earlier import brought, and opens the journals of the others:
   * posting knows the journals that are there when it begins.
   */
  news(entries: readonly TakenEntry[]): { entry: TakenEntry; digest: Buffer }[] {
    const known = this.#tx.reading("SELECT 1 FROM imported_entry WHERE digest = ?");
    const fresh = entries
      .map((entry) => ({ entry, digest: this.#digests.of(entry) }))
      .filter(({ digest }) => known.get(digest) === undefined);
    this.#counts.already = entries.length - fresh.length;
    for (const { entry } of fresh) this.#journals.of(entry.rows[0]!);
    return fresh;
  }

  take({ entry, digest }: { entry: TakenEntry; digest: Buffer }): void {
    const refused = this.#refusalOf(entry) ?? this.#post(entry, digest);
    if (refused === undefined) return;
    this.#counts.refused++;
    this.#refused.push(refused);
  }

  *letter(): Generator<number, void, void> {
    this.#counts.letters = yield* this.#letters.write(this.#tx);
  }

  #refusalOf(entry: TakenEntry): RefusedRow | undefined {
    const first = entry.rows[0]!;
    const { line, number, dateOn: date, journal } = first;
    if (this.#read.broken.has(entryKey(journal, number))) {
      return refuseRow("fec.incomplete", { line, number });
    }
    if (date < this.#year.startsOn || date > this.#year.endsOn) {
      return refuseRow("fec.outside-year", { line, number, date });
    }
    const bad = entry.rows.find((row) => this.#accounts.of(row) === undefined);
    if (bad !== undefined) {
      return refuseRow("fec.bad-account", { line: bad.line, value: bad.account });
    }
    const netMinor = netOf(entry.rows);
    if (netMinor === 0) return undefined;
    if (this.#input.unbalanced === "leave-out") {
      return refuseRow("fec.unbalanced", { line, number, netMinor });
    }
    this.#doubtful.push(refuseRow("fec.suspense", { line, number, netMinor }));
    return undefined;
  }

  #post(entry: TakenEntry, digest: Buffer): RefusedRow | undefined {
    const first = entry.rows[0]!;
    const lines = entry.rows.map((row) => this.#lineOf(row));
    const posted = postEntry(this.#tx, this.#act, {
      draft: this.#draftOf(first, lines),
      origin: { kind: "fec", id: this.#file() },
      isOpening: entry.isOpening,
    });
    if (isRefusal(posted)) {
      const { line, number } = first;
      return refuseRow("fec.entry-refused", { line, number, code: posted.code });
    }
    this.#keepEntry(posted.entryId, first, digest);
    for (const [i, line] of lines.entries()) this.#keepLine(lineId(posted.entryId, i + 1), line);
    this.#counts.added++;
    return undefined;
  }

  #lineOf(row: TakenRow): TakenLine {
    const account = this.#accounts.of(row)!.to;
    return { row, account, partyId: this.#parties.of(row, account)?.id };
  }

  #draftOf(first: TakenRow, lines: readonly TakenLine[]): EntryDraft {
    const net = netOf(lines.map((l) => l.row));
    const drafts = lines.map(draftLine);
    if (net !== 0) drafts.push({ account: SUSPENSE, ...sides(-net) });
    return {
      journal: this.#journals.of(first).to,
      datedOn: first.dateOn,
      pieceRef: first.pieceRef || first.number || "-",
      pieceOn: first.pieceOn,
      label: first.label || first.pieceRef || first.accountLabel || first.account,
      lines: drafts,
    };
  }

  #keepEntry(entryId: number, first: TakenRow, digest: Buffer): void {
    const { line, number, journal, dateOn, validatedOn } = first;
    this.#tx
      .writing(
        "INSERT INTO imported_entry (entry_id, file_id, line, original_number, " +
          "original_journal, original_on, validated_on, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(entryId, this.#file(), line, number, journal, dateOn, validatedOn ?? null, digest);
  }

  #keepLine(id: number, { row, account, partyId }: TakenLine): void {
    this.#counts.lines++;
    if (row.minor > 0) this.#sums.debitMinor += row.minor;
    else this.#sums.creditMinor -= row.minor;
    if (partyId !== undefined) {
      if (row.letter !== "") this.#letters.add(row, { lineId: id, account, partyId });
      return;
    }
    if (row.party === "" && row.letter === "") return;
    const letter = row.letter === "" ? null : this.#letters.plainLetter(row, account);
    const letteredOn = letter === null ? null : (row.letteredOn ?? row.dateOn);
    this.#tx
      .writing(
        "INSERT INTO imported_line (line_id, party_code, party_name, letter, lettered_on) " +
          "VALUES (?, ?, ?, ?, ?)",
      )
      .run(id, row.party || null, row.party === "" ? null : row.partyLabel, letter, letteredOn);
  }

  /** The file's own record, made with its first entry: a second import leaves no trace. */
  #file(): number {
    this.#fileId ??= this.#keepFile();
    return this.#fileId;
  }

  #keepFile(): number {
    const { name, bytes } = this.#input.file;
    const { lastInsertRowid } = this.#tx
      .writing(
        "INSERT INTO imported_file (name, sha256, fiscal_year_id, imported_at_ms) " +
          "VALUES (?, ?, ?, ?)",
      )
      .run(name, hash("sha256", bytes, "buffer"), this.#year.id, this.#act.nowMs);
    return Number(lastInsertRowid);
  }

  #otherEntries(): number {
    const { n } = this.#tx
      .reading(
        "SELECT count(*) AS n FROM entry e WHERE e.fiscal_year_id = ? AND NOT EXISTS " +
          "(SELECT 1 FROM imported_entry i WHERE i.entry_id = e.id)",
      )
      .get(this.#year.id) as { n: number };
    return n;
  }

  report(found: number): TakeOverReport {
    const { startsOn, endsOn, isNew } = this.#year;
    const { letters, lines, added, already, refused } = this.#counts;
    const accounts = this.#accounts.all().sort((a, b) => a.from.localeCompare(b.from));
    const [journals, parties] = [this.#journals.all(), this.#parties.all()];
    const doubtful = this.#allDoubtful();
    const newOf = (list: readonly { isNew: boolean }[]) => list.filter((one) => one.isNew).length;
    return {
      fileName: this.#input.file.name,
      preview: this.#act.preview === true,
      year: { startsOn, endsOn, isNew },
      lines,
      entries: { found, added, already, refused },
      ...this.#sums,
      newAccounts: newOf(accounts),
      newJournals: newOf(journals),
      newParties: newOf(parties),
      letters,
      accounts: accounts.map(({ from, to, label, isNew, why }) => ({
        from,
        to,
        label,
        isNew,
        why,
      })),
      journals,
      parties: parties.slice(0, SHOWN).map(({ code, name, isNew }) => ({ code, name, isNew })),
      refused: this.#refused.slice(0, SHOWN).map(shown),
      refusedCount: this.#refused.length,
      doubtful: doubtful.slice(0, SHOWN).map(shown),
      doubtfulCount: doubtful.length,
    };
  }

  #allDoubtful(): RefusedRow[] {
    const unknown = this.#accounts.all().filter((a) => a.isUnknown);
    const others = { line: 1, entries: this.#others };
    return [
      ...(this.#others > 0 && this.#counts.added > 0
        ? [refuseRow("fec.other-entries", others)]
        : []),
      ...unknown.map(({ line, to: account }) =>
        refuseRow("fec.unknown-account", { line, account }),
      ),
      ...this.#doubtful,
      ...this.#letters.doubtful(),
    ];
  }
}

function draftLine({ row, account, partyId }: TakenLine): LineDraft {
  return {
    account,
    partyId,
    label: row.label || undefined,
    ...sides(row.minor),
    dueOn: row.dueOn,
    currency: row.currency,
    currencyMinor:
      row.currencyMinor === undefined
        ? undefined
        : Math.abs(row.currencyMinor) * Math.sign(row.minor),
  };
}

function sides(minor: number): { debitMinor: number; creditMinor: number } {
  return { debitMinor: Math.max(minor, 0), creditMinor: Math.max(-minor, 0) };
}

function shown(row: RefusedRow): { line: number; code: string; facts: Record<string, unknown> } {
  return { line: row.line, code: row.code, facts: { ...row.facts } };
}
