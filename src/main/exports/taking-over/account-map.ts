import { readFileSync } from "node:fs";
import { z } from "zod";
import { resourcePath } from "#main/base/resource-path.ts";
import { addAccountToYear } from "#main/ledger/open-year.ts";
import type { Transaction } from "#main/store/book.ts";
import type { TakenRow } from "./taken-row.ts";

/** The first day of the fiscal years that the chart of ANC regulation 2022-06 applies to. */
export const CHART_BREAK_ON = "2025-01-01";

/** An account of the file with the account of the book that takes its place. */
export interface MappedAccount {
  from: string;
  to: string;
  label: string;
  isNew: boolean;
  /** No account of the chart is above it. */
  isUnknown: boolean;
  line: number;
  why: "same" | "asked" | "chart" | "form";
}

const tableSchema = z.object({
  source: z.string(),
  accounts: z.array(z.tuple([z.string(), z.string()])),
});
const USABLE = /^[1-9]\d\d[0-9A-Z]*$/;

/**
 * Gives every account of a file its account in a fiscal year of the book, and opens those that
 * are missing there with the file's label. Years before 2025 go through the table of what the
 * regulation renamed (`resources/chart/before-2025.json`); a person's own choice goes first.
 */
export class AccountMap {
  readonly #known = new Map<string, MappedAccount | undefined>();
  readonly #tx: Transaction;
  readonly #year: { id: number; startsOn: string };
  readonly #asked: Readonly<Record<string, string>>;
  readonly #table: readonly (readonly [string, string])[];

  constructor(
    tx: Transaction,
    year: { id: number; startsOn: string },
    asked: Readonly<Record<string, string>>,
  ) {
    this.#tx = tx;
    this.#year = year;
    this.#asked = asked;
    this.#table = year.startsOn < CHART_BREAK_ON ? readTable() : [];
  }

  /** @returns nothing when the account cannot be one and no other was asked for */
  of(row: TakenRow): MappedAccount | undefined {
    if (!this.#known.has(row.account)) this.#known.set(row.account, this.#make(row));
    return this.#known.get(row.account);
  }

  all(): MappedAccount[] {
    return [...this.#known.values()].filter((m) => m !== undefined);
  }

  #make(row: TakenRow): MappedAccount | undefined {
    const from = row.account;
    const chosen = this.#choose(from);
    if (!USABLE.test(chosen.to)) return undefined;
    const isNew = !this.#has(chosen.to);
    const isUnknown = isNew && !this.#hasParent(chosen.to);
    const label = (chosen.why === "chart" ? "" : row.accountLabel) || row.accountLabel || chosen.to;
    if (isNew) {
      addAccountToYear(this.#tx, { yearId: this.#year.id, number: chosen.to, label });
    }
    return { from, ...chosen, label, isNew, isUnknown, line: row.line };
  }

  #choose(from: string): { to: string; why: MappedAccount["why"] } {
    const asked = this.#asked[from];
    if (asked !== undefined) return { to: asked.trim(), why: "asked" };
    const plain = from.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
    const to = /^\d{1,2}$/.test(plain) ? plain.padEnd(3, "0") : plain;
    const renamed = longest(this.#table, to);
    if (renamed !== undefined) {
      const [old, now] = renamed;
      const rest = to.slice(old.length).replace(/0+$/, "");
      return { to: (now + rest).padEnd(Math.min(to.length, 6), "0"), why: "chart" };
    }
    return { to, why: to === from ? "same" : "form" };
  }

  #has(number: string): boolean {
    return (
      this.#tx
        .reading("SELECT 1 FROM account_year WHERE fiscal_year_id = ? AND account = ?")
        .get(this.#year.id, number) !== undefined
    );
  }

  #hasParent(number: string): boolean {
    for (let length = number.length - 1; length >= 3; length--) {
      if (this.#has(number.slice(0, length))) return true;
    }
    return false;
  }
}

function longest(table: readonly (readonly [string, string])[], account: string) {
  return table
    .filter(([old]) => account.startsWith(old))
    .sort((a, b) => b[0].length - a[0].length)[0];
}

function readTable(): readonly (readonly [string, string])[] {
  const text = readFileSync(resourcePath("chart", "before-2025.json"), "utf8");
  return tableSchema.parse(JSON.parse(text)).accounts;
}
