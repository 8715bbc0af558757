import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Keychain } from "#main/security/keychain.ts";
import type { Transaction } from "#main/store/book.ts";
import { bankAccount, type FeedSettings } from "./bank-accounts.ts";

/** The name under which an account's key stands in the keychain. */
export function feedKeyName(bookId: string, bankAccountId: number): string {
  return `${bookId}/feed/${bankAccountId}`;
}

/** Turns an account's feed on or off; the key itself never enters the book. */
export function setFeed(
  tx: Transaction,
  bankAccountId: number,
  feed: FeedSettings | null,
): Refusal | undefined {
  if (bankAccount(tx, bankAccountId) === undefined) {
    return refuse("banking.unknown-account", { bankAccountId });
  }
  tx.writing("UPDATE bank_account SET feed = ? WHERE id = ?").run(
    feed === null ? null : JSON.stringify(feed),
    bankAccountId,
  );
  return undefined;
}

/** Reads a feed's key from the keychain. */
export async function feedKey(
  keychain: Keychain,
  bookId: string,
  feed: { bankAccountId: number; provider: string },
): Promise<string | Refusal> {
  const secret = await keychain.read(feedKeyName(bookId, feed.bankAccountId));
  return secret ?? refuse("banking.feed-key-missing", { provider: feed.provider });
}

/** The feed of an account, refused when it has none. */
export function feedOf(
  account: { id: number; feed: FeedSettings | null } | undefined,
  bankAccountId: number,
): FeedSettings | Refusal {
  if (account === undefined) return refuse("banking.unknown-account", { bankAccountId });
  return account.feed ?? refuse("banking.no-feed", { bankAccountId });
}
