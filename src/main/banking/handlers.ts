import { readUpload } from "#main/automation/import-run.ts";
import { isRefusal, refuse } from "#main/base/refusal.ts";
import {
  actOf,
  answer,
  type OfficeContext,
  office,
  readOf,
  run,
  stream,
  writableOf,
} from "#main/security/office-context.ts";
import { addBankAccount } from "./add-bank-account.ts";
import { bankAccount, bankAccounts, type FeedSettings, listBankAccounts } from "./bank-accounts.ts";
import { feedKey, feedKeyName, feedOf, setFeed } from "./feed-settings.ts";
import { importStatement } from "./import-statement.ts";
import type { BankFeed } from "./port.ts";
import { readFeed, takeFeed } from "./sync-feed.ts";

/** Makes the feed of a provider from its settings and its key. */
export type OpenFeed = (settings: FeedSettings, secret: string) => BankFeed;

const o = office.banking;

/** The bank's procedures; `openFeed` is the only way out to a provider. */
export function bankingHandlers(openFeed: OpenFeed) {
  return {
    listAccounts: o.listAccounts.handler(({ context }) => listBankAccounts(readOf(context))),
    addAccount: o.addAccount.handler(({ context, input }) =>
      run(context, "banking.addAccount", (tx) => {
        const added = addBankAccount(tx, input);
        if (isRefusal(added)) return added;
        return { result: added, audit: { subject: `bank account ${input.name}`, after: input } };
      }),
    ),
    importStatement: o.importStatement.handler(async function* ({ context, input, signal }) {
      const command = "banking.importStatement";
      const { preview } = input;
      const file = await readUpload(input.file);
      const work = importStatement(actOf(context, command), file, input);
      return yield* stream({ context, command, signal, preview }, work);
    }),
    testFeed: o.testFeed.handler(({ context, input, signal }) =>
      testFeed(openFeed, context, { ...input, signal }),
    ),
    connectFeed: o.connectFeed.handler(async ({ context, input }) => {
      const { bankAccountId, secret, ...settings } = input;
      const { bookId = "" } = context.session;
      const { read } = writableOf(context);
      if (bankAccount(read, bankAccountId) === undefined) {
        answer(refuse("banking.unknown-account", { bankAccountId }));
      }
      answer(await context.keychain.write(feedKeyName(bookId, bankAccountId), secret));
      return run(context, "banking.connectFeed", (tx) => {
        const refused = setFeed(tx, bankAccountId, settings);
        if (isRefusal(refused)) return refused;
        const subject = `bank account ${bankAccountId}`;
        return { result: { bankAccountId }, audit: { subject, after: settings } };
      });
    }),
    disconnectFeed: o.disconnectFeed.handler(async ({ context, input }) => {
      const { bankAccountId } = input;
      const { bookId = "" } = context.session;
      await context.keychain.remove(feedKeyName(bookId, bankAccountId));
      return run(context, "banking.disconnectFeed", (tx) => {
        const refused = setFeed(tx, bankAccountId, null);
        if (isRefusal(refused)) return refused;
        return { result: {}, audit: { subject: `bank account ${bankAccountId}` } };
      });
    }),
    syncFeed: o.syncFeed.handler(({ context, input, signal }) =>
      syncFeed(openFeed, context, { ...input, signal }),
    ),
  };
}

/** What a key opens at the bank, beside the accounts of the book. */
async function testFeed(
  openFeed: OpenFeed,
  context: OfficeContext,
  asked: Omit<FeedSettings, "sinceOn"> & { secret: string; signal: AbortSignal | undefined },
) {
  const { secret, signal, ...settings } = asked;
  const known = new Map(bankAccounts(readOf(context)).map((account) => [account.iban, account.id]));
  const feed = openFeed({ ...settings, sinceOn: "" }, secret);
  const found = answer(await feed.accounts(signal ?? new AbortController().signal));
  return found
    .filter((account) => !account.closed)
    .map(({ iban, name, currency, balanceMinor }) => {
      const bankAccountId = known.get(iban) ?? null;
      return { iban, name, currency, balanceMinor, bankAccountId };
    });
}

async function* syncFeed(
  openFeed: OpenFeed,
  context: OfficeContext,
  asked: { bankAccountId: number; signal: AbortSignal | undefined },
) {
  const { bankAccountId, signal } = asked;
  const command = "banking.syncFeed";
  const account = bankAccount(writableOf(context).read, bankAccountId);
  const settings = answer(feedOf(account, bankAccountId));
  const { provider } = settings;
  const { bookId = "" } = context.session;
  const secret = answer(await feedKey(context.keychain, bookId, { bankAccountId, provider }));
  const feed = openFeed(settings, secret);
  const untilCancelled = signal ?? new AbortController().signal;
  const reading = answer(yield* readFeed(feed, { account: account!, settings }, untilCancelled));
  const work = takeFeed(actOf(context, command), { account: account!, settings, reading });
  return yield* stream({ context, command, signal }, work);
}
