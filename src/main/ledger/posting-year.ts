import type { Transaction } from "#main/store/book.ts";
import { chainSeed } from "./entry-canon.ts";

/** A fiscal year as posting sees it inside one SQL transaction. */
export interface PostingYear {
  id: number;
  startsOn: string;
  endsOn: string;
  lastNumber: number;
  lastHashHex: string;
  /** Months that take no entry, and why. */
  lockedMonths: ReadonlyMap<string, "locked" | "closed">;
  isClosed: boolean;
  hasAccount: (account: string) => boolean;
}

interface YearRow {
  id: number;
  starts_on: string;
  ends_on: string;
}

/** Finds the fiscal years of dates, reading each year once for an SQL transaction. */
export class PostingYears {
  readonly #tx: Transaction;
  readonly #years: YearRow[];
  readonly #loaded = new Map<number, PostingYear>();

  constructor(tx: Transaction) {
    this.#tx = tx;
    const years = tx.reading("SELECT id, starts_on, ends_on FROM fiscal_year ORDER BY starts_on");
    this.#years = years.all() as YearRow[];
  }

  /** The fiscal year that holds a date. */
  at(date: string): PostingYear | undefined {
    const row = this.#years.find((y) => y.starts_on <= date && date <= y.ends_on);
    if (row === undefined) return undefined;
    let year = this.#loaded.get(row.id);
    if (year === undefined) {
      year = this.#load(row);
      this.#loaded.set(row.id, year);
    }
    return year;
  }

  #load(row: YearRow): PostingYear {
    const last = this.#tx
      .reading(
        "SELECT number, hash FROM entry WHERE fiscal_year_id = ? ORDER BY number DESC LIMIT 1",
      )
      .get(row.id) as { number: number; hash: Uint8Array } | undefined;
    const locked = this.#tx
      .reading("SELECT month, state FROM period WHERE fiscal_year_id = ? AND state <> 'open'")
      .all(row.id) as { month: string; state: "locked" | "closed" }[];
    const closing = this.#tx
      .reading("SELECT 1 FROM year_closing WHERE fiscal_year_id = ?")
      .get(row.id);
    return {
      id: row.id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      lastNumber: last?.number ?? 0,
      lastHashHex: last === undefined ? this.#seed(row) : Buffer.from(last.hash).toString("hex"),
      lockedMonths: new Map(locked.map((p) => [p.month, p.state])),
      isClosed: closing !== undefined,
      hasAccount: this.#accountsOf(row.id),
    };
  }

  #seed(row: YearRow): string {
    const company = this.#tx.reading("SELECT siren FROM company WHERE id = 1").get() as {
      siren: string;
    };
    return chainSeed(company.siren, row.starts_on);
  }

  #accountsOf(yearId: number): (account: string) => boolean {
    const known = new Set<string>();
    const find = this.#tx.reading(
      "SELECT 1 FROM account_year WHERE fiscal_year_id = ? AND account = ?",
    );
    return (account) => {
      if (known.has(account)) return true;
      if (find.get(yearId, account) === undefined) return false;
      known.add(account);
      return true;
    };
  }
}
