import type { BankAccount } from "#contract/banking.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

export interface BankAccountRow {
  id: number;
  name: string;
  iban: string | null;
  account: string;
  journal: string;
  currency: string;
  openingMinor: number;
  matching: "automatic" | "suggest" | "off";
  feed: FeedSettings | null;
}

/** How an account is fed; the key itself is in the keychain. */
export interface FeedSettings {
  provider: "qonto";
  login: string;
  baseUrl?: string | undefined;
  sinceOn: string;
  cursor?: string | undefined;
  lastSyncAtMs?: number | undefined;
  /** Why the last reading failed; gone once one succeeds. */
  lastProblem?: FeedProblem | undefined;
}

/** A refusal of the bank or of the keychain, and when it came. */
export interface FeedProblem {
  code: string;
  facts: Record<string, unknown>;
  atMs: number;
}

/** The balance of a bank account as far as lines and statements are known. */
export interface KnownBalance {
  balanceMinor: number;
  balanceOn: string | null;
  statedMinor: number | null;
  statedOn: string | null;
}

/** After every day that a file can name. */
const LAST_DAY = "9999-12-31";

const COLUMNS =
  "SELECT id, name, iban, account, journal, currency, opening_minor AS openingMinor, matching, feed " +
  "FROM bank_account";

type StoredAccount = Omit<BankAccountRow, "feed"> & { feed: string | null };

/** Every bank account of the book. */
export function bankAccounts(read: ReadHandle): BankAccountRow[] {
  return (read.reading(`${COLUMNS} ORDER BY id`).all() as StoredAccount[]).map(withFeed);
}

/** One bank account. */
export function bankAccount(read: ReadHandle, id: number): BankAccountRow | undefined {
  const row = read.reading(`${COLUMNS} WHERE id = ?`).get(id) as StoredAccount | undefined;
  return row === undefined ? undefined : withFeed(row);
}

/**
 * The last balance that a statement gives, plus the lines after it; without any statement, the
 * opening balance typed by the person plus every line. Nothing after `onDate` counts.
 */
export function knownBalance(
  read: ReadHandle,
  account: BankAccountRow,
  onDate = LAST_DAY,
): KnownBalance {
  const stated = read
    .reading(
      "SELECT closing_minor AS minor, closing_on AS closedOn FROM statement " +
        "WHERE bank_account_id = ? AND closing_minor IS NOT NULL AND closing_on <= ? " +
        "ORDER BY closing_on DESC, id DESC LIMIT 1",
    )
    .get(account.id, onDate) as { minor: number; closedOn: string } | undefined;
  const later = read
    .reading(
      "SELECT coalesce(sum(amount_minor), 0) AS minor, max(booked_on) AS lastOn FROM bank_line " +
        "WHERE bank_account_id = ? AND booked_on > ? AND booked_on <= ?",
    )
    .get(account.id, stated?.closedOn ?? "", onDate) as { minor: number; lastOn: string | null };
  return {
    balanceMinor: (stated?.minor ?? account.openingMinor) + later.minor,
    balanceOn: later.lastOn ?? stated?.closedOn ?? null,
    statedMinor: stated?.minor ?? null,
    statedOn: stated?.closedOn ?? null,
  };
}

/** Bank accounts with their balances, as the screens list them. */
export function listBankAccounts(read: ReadHandle): BankAccount[] {
  const count = read.reading("SELECT count(*) AS n FROM bank_line WHERE bank_account_id = ?");
  return bankAccounts(read).map(({ openingMinor: _, feed, ...account }) => ({
    ...account,
    lines: (count.get(account.id) as { n: number }).n,
    ...knownBalance(read, { ...account, openingMinor: _, feed }),
    feed: feed === null ? null : stateOf(feed),
  }));
}

function stateOf({ provider, sinceOn, cursor, lastSyncAtMs, lastProblem }: FeedSettings) {
  return {
    provider,
    sinceOn,
    cursor: cursor ?? null,
    lastSyncAtMs: lastSyncAtMs ?? null,
    lastProblem: lastProblem ?? null,
  };
}

function withFeed(row: StoredAccount): BankAccountRow {
  return { ...row, feed: row.feed === null ? null : (JSON.parse(row.feed) as FeedSettings) };
}

/** Says how far matching goes by itself on an account. */
export function setMatching(
  tx: Transaction,
  asked: { bankAccountId: number; matching: BankAccountRow["matching"] },
): Refusal | undefined {
  const { bankAccountId, matching } = asked;
  if (bankAccount(tx, bankAccountId) === undefined) {
    return refuse("banking.unknown-account", { bankAccountId });
  }
  tx.writing("UPDATE bank_account SET matching = ? WHERE id = ?").run(matching, bankAccountId);
  return undefined;
}
