import type { Transaction } from "#main/store/book.ts";
import type { EntryDraft } from "./model.ts";

interface Sum {
  yearId: number;
  account: string;
  month: string;
  journal: string;
  debitMinor: number;
  creditMinor: number;
}

/**
 * Balances kept by account, month and journal, in the same SQL transaction as the lines that
 * move them: gathered here while entries are posted and written once before the commit.
 */
export class BalanceSums {
  readonly #tx: Transaction;
  readonly #sums = new Map<string, Sum>();

  constructor(tx: Transaction) {
    this.#tx = tx;
    tx.beforeCommit("ledger.balances", () => this.#flush());
  }

  add(yearId: number, draft: EntryDraft): void {
    const month = draft.datedOn.slice(0, 7);
    const { journal } = draft;
    for (const { account, debitMinor, creditMinor } of draft.lines) {
      const key = `${yearId} ${account} ${month} ${journal}`;
      const sum = this.#sums.get(key);
      if (sum === undefined) {
        this.#sums.set(key, { yearId, account, month, journal, debitMinor, creditMinor });
      } else {
        sum.debitMinor += debitMinor;
        sum.creditMinor += creditMinor;
      }
    }
  }

  #flush(): void {
    const upsert = this.#tx.writing(
      "INSERT INTO balance (fiscal_year_id, account, month, journal, debit_minor, credit_minor) " +
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET " +
        "debit_minor = debit_minor + excluded.debit_minor, " +
        "credit_minor = credit_minor + excluded.credit_minor",
    );
    for (const s of this.#sums.values()) {
      upsert.run(s.yearId, s.account, s.month, s.journal, s.debitMinor, s.creditMinor);
    }
    this.#sums.clear();
  }
}
