import { isValidIBAN } from "ibantools";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { openAccount } from "#main/ledger/open-account.ts";
import type { Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";

/** Adds a bank account with its own 512 account and its own bank journal (BQ1, BQ2, …). */
export function addBankAccount(
  tx: Transaction,
  asked: { name: string; iban?: string | undefined; openingMinor: number },
): { bankAccountId: number; account: string; journal: string } | Refusal {
  const iban = asked.iban?.replaceAll(/\s/g, "").toUpperCase();
  if (iban !== undefined && !isValidIBAN(iban)) return refuse("banking.bad-iban", { iban });
  const { n } = tx.reading("SELECT count(*) AS n FROM bank_account").get() as { n: number };
  const twin = tx.reading("SELECT name FROM bank_account WHERE iban = ?").get(iban ?? null);
  if (twin !== undefined) {
    return refuse("banking.iban-known", {
      iban: iban ?? "",
      name: (twin as { name: string }).name,
    });
  }
  const account = `512${String(n + 1).padStart(3, "0")}`;
  const journal = `BQ${n + 1}`;
  const opened = openAccount(tx, { number: account, label: asked.name });
  if (isRefusal(opened)) return opened;
  tx.run(
    sqlBuilder.insertInto("journal").values({ code: journal, label: asked.name, kind: "bank" }),
  );
  const { id } = tx.run(
    sqlBuilder.insertInto("bank_account").values({
      name: asked.name,
      iban: iban ?? null,
      account,
      journal,
      opening_minor: asked.openingMinor,
      feed: null,
    }),
  );
  return { bankAccountId: id, account, journal };
}
