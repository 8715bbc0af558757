import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { BalanceSums } from "./balance-sums.ts";
import { type CanonicalEntry, entryHash } from "./entry-canon.ts";
import {
  type EntryDraft,
  type EntryOrigin,
  LINES_PER_ENTRY,
  type LineDraft,
  type PostedEntry,
} from "./model.ts";
import { onFirstOpenDay } from "./on-first-open-day.ts";
import { decidePosting } from "./posting-rules.ts";
import { type PostingYear, PostingYears } from "./posting-year.ts";
import { declaredUntil } from "./vat/vat-period.ts";

/** What posting adds to a draft. */
export interface PostingDetails {
  origin?: EntryOrigin | undefined;
  /** Brings in the balances of the year before, on the first day, though its month is locked. */
  isOpening?: boolean | undefined;
  reverses?: { entryId: number; yearStartsOn: string; number: number } | undefined;
}

/**
 * Posts an entry (validation): gives it the next number of its fiscal year, its validation date
 * and its place in the hash chain, and adds it to the kept balances. This is the only writer of
 * ledger rows. PCG art. 1031-3: what is validated can no longer be changed or deleted.
 */
export function postEntry(
  tx: Transaction,
  act: Act,
  entry: { draft: EntryDraft } & PostingDetails,
): PostedEntry | Refusal {
  return posterOf(tx).post(act, entry.draft, entry);
}

function posterOf(tx: Transaction): Poster {
  return tx.once("ledger.poster", () => new Poster(tx));
}

class Poster {
  readonly #tx: Transaction;
  readonly #years: PostingYears;
  readonly #sums: BalanceSums;
  readonly #partyCodes = new Map<number, string | null>();
  readonly #journals: Set<string>;
  readonly #vatDeclaredUntilOn: string | undefined;
  #nextId: number;
  #day: { ms: number; on: string } = { ms: Number.NaN, on: "" };

  constructor(tx: Transaction) {
    this.#tx = tx;
    this.#years = new PostingYears(tx);
    this.#sums = new BalanceSums(tx);
    this.#vatDeclaredUntilOn = declaredUntil(tx);
    const journals = tx.reading("SELECT code FROM journal").all() as { code: string }[];
    this.#journals = new Set(journals.map((j) => j.code));
    const last = tx.reading("SELECT max(id) AS id FROM entry").get() as { id: number | null };
    this.#nextId = (last.id ?? 0) + 1;
  }

  post(act: Act, asked: EntryDraft, details: PostingDetails): PostedEntry | Refusal {
    const draft = act.isLate === true ? onFirstOpenDay(this.#tx, asked) : asked;
    const year = decidePosting(draft, {
      year: this.#years.at(draft.datedOn),
      hasAccount: (account) =>
        this.#tx.reading("SELECT 1 FROM account WHERE number = ?").get(account) !== undefined,
      hasJournal: (code) => this.#journals.has(code),
      hasParty: (id) => this.#partyCode(id) !== null,
      isOpening: details.isOpening === true,
      vatDeclaredUntilOn:
        details.origin?.kind === "vat-return" ? undefined : this.#vatDeclaredUntilOn,
    });
    if (isRefusal(year)) return year;
    // From here on the writing must succeed: every reason to refuse has been looked at.
    return this.#write(act, { draft, details, year });
  }

  #write(
    act: Act,
    posting: { draft: EntryDraft; details: PostingDetails; year: PostingYear },
  ): PostedEntry {
    const { draft, details, year } = posting;
    const entryId = this.#nextId++;
    const number = year.lastNumber + 1;
    const postedOn = this.#dayOf(act.nowMs);
    const canon = this.#canonical(draft, { year, number, postedOn, act, details });
    const hash = entryHash(year.lastHashHex, canon);
    this.#writeLines(entryId, draft, canon);
    this.#tx
      .writing(
        "INSERT INTO entry (id, fiscal_year_id, number, journal, dated_on, piece_ref, piece_on, " +
          "label, posted_on, posted_at_ms, origin_kind, origin_id, reverses_id, hash) " +
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(
        entryId,
        year.id,
        number,
        canon.journal,
        canon.datedOn,
        canon.pieceRef,
        canon.pieceOn,
        canon.label,
        postedOn,
        act.nowMs,
        details.origin?.kind ?? null,
        details.origin?.id ?? null,
        details.reverses?.entryId ?? null,
        hash,
      );
    this.#sums.add(year.id, draft);
    year.lastNumber = number;
    year.lastHashHex = hash.toString("hex");
    return { entryId, number, fiscalYearId: year.id };
  }

  #writeLines(entryId: number, draft: EntryDraft, canon: CanonicalEntry): void {
    const insert = this.#tx.writing(
      "INSERT INTO line (id, entry_id, position, dated_on, account, party_id, label, " +
        "debit_minor, credit_minor, due_on, currency, currency_minor) " +
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    for (const [i, line] of canon.lines.entries()) {
      insert.run(
        entryId * LINES_PER_ENTRY + i + 1,
        entryId,
        i + 1,
        canon.datedOn,
        line.account,
        draft.lines[i]?.partyId ?? null,
        line.label,
        line.debitMinor,
        line.creditMinor,
        line.dueOn,
        line.currency,
        line.currencyMinor,
      );
    }
  }

  #canonical(
    draft: EntryDraft,
    at: {
      year: PostingYear;
      number: number;
      postedOn: string;
      act: Act;
      details: PostingDetails;
    },
  ): CanonicalEntry {
    const { reverses } = at.details;
    const label = draft.label.trim() || draft.pieceRef.trim();
    return {
      yearStartsOn: at.year.startsOn,
      number: at.number,
      journal: draft.journal,
      datedOn: draft.datedOn,
      pieceRef: draft.pieceRef.trim(),
      pieceOn: draft.pieceOn ?? draft.datedOn,
      label,
      postedOn: at.postedOn,
      postedAtMs: at.act.nowMs,
      reverses: reverses === undefined ? null : `${reverses.yearStartsOn}/${reverses.number}`,
      lines: draft.lines.map((line) => this.#canonicalLine(line, label)),
    };
  }

  #canonicalLine(line: LineDraft, entryLabel: string) {
    return {
      account: line.account,
      partyCode: line.partyId === undefined ? null : this.#partyCode(line.partyId),
      label: line.label?.trim() || entryLabel,
      debitMinor: line.debitMinor,
      creditMinor: line.creditMinor,
      dueOn: line.dueOn ?? null,
      currency: line.currency ?? null,
      currencyMinor: line.currencyMinor ?? null,
    };
  }

  #partyCode(id: number): string | null {
    let code = this.#partyCodes.get(id);
    if (code === undefined) {
      const row = this.#tx.reading("SELECT code FROM party WHERE id = ?").get(id);
      code = (row as { code: string } | undefined)?.code ?? null;
      if (code !== null) this.#partyCodes.set(id, code);
    }
    return code;
  }

  #dayOf(nowMs: number): string {
    if (this.#day.ms !== nowMs) {
      this.#day = { ms: nowMs, on: localDay(nowMs) };
    }
    return this.#day.on;
  }
}

const parisDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });

/** The calendar day of an instant in metropolitan France. */
function localDay(nowMs: number): string {
  return parisDay.format(nowMs);
}
