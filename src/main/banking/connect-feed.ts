import { isValidIBAN } from "ibantools";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { answer, type OfficeContext, run, writableOf } from "#main/security/office-context.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { bankAccount, bankAccounts, type FeedSettings } from "./bank-accounts.ts";
import { feedKeyName, setFeed } from "./feed-settings.ts";

/** An account to connect; `iban` is given when the book does not know the account's yet. */
export interface AskedConnection {
  bankAccountId: number;
  iban?: string | undefined;
  secret: string;
  settings: FeedSettings;
}

/** Connects an account: its key goes to the keychain, the rest to the book. */
export async function connectFeed(context: OfficeContext, asked: AskedConnection) {
  const { bankAccountId, settings, secret } = asked;
  const { bookId = "" } = context.session;
  const iban = plainIban(asked.iban);
  // Everything that can be refused is refused before the keychain is touched.
  answer(connectionFault(writableOf(context).read, bankAccountId, iban));
  answer(await context.keychain.write(feedKeyName(bookId, bankAccountId), secret));
  return run(context, "banking.connectFeed", (tx) => {
    const refused =
      connectionFault(tx, bankAccountId, iban) ?? setFeed(tx, bankAccountId, settings);
    if (isRefusal(refused)) return refused;
    if (iban !== undefined) setIban(tx, bankAccountId, iban);
    const subject = `bank account ${bankAccountId}`;
    return { result: { bankAccountId }, audit: { subject, after: { ...settings, iban } } };
  });
}

/**
 * Disconnects an account and erases its key. The account is disconnected whatever the keychain
 * answers, so that nothing is asked of the bank any more; `keyErased` tells what became of the key.
 */
export async function disconnectFeed(context: OfficeContext, bankAccountId: number) {
  const { bookId = "" } = context.session;
  await run(context, "banking.disconnectFeed", (tx) => {
    const refused = setFeed(tx, bankAccountId, null);
    if (isRefusal(refused)) return refused;
    return { result: {}, audit: { subject: `bank account ${bankAccountId}` } };
  });
  const refused = await context.keychain.remove(feedKeyName(bookId, bankAccountId));
  return { keyErased: refused === undefined };
}

/** Why an account cannot be connected under an IBAN. */
function connectionFault(
  read: ReadHandle,
  bankAccountId: number,
  iban: string | undefined,
): Refusal | undefined {
  const account = bankAccount(read, bankAccountId);
  if (account === undefined) return refuse("banking.unknown-account", { bankAccountId });
  const { name } = account;
  if (iban === undefined) {
    return account.iban === null ? refuse("banking.iban-needed", { name }) : undefined;
  }
  if (!isValidIBAN(iban)) return refuse("banking.bad-iban", { iban });
  if (account.iban !== null && account.iban !== iban) {
    return refuse("banking.other-iban", { name, iban: account.iban, asked: iban });
  }
  const twin = bankAccounts(read).find((a) => a.iban === iban && a.id !== bankAccountId);
  return twin && refuse("banking.iban-known", { iban, name: twin.name });
}

function setIban(tx: Transaction, bankAccountId: number, iban: string): void {
  tx.writing("UPDATE bank_account SET iban = ? WHERE id = ?").run(iban, bankAccountId);
}

function plainIban(iban: string | undefined): string | undefined {
  return iban?.replaceAll(/\s/g, "").toUpperCase();
}
