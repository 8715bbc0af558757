import { isRefusal, type Refusal } from "#main/base/refusal.ts";
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
import {
  type BankAccountRow,
  bankAccount,
  bankAccounts,
  type FeedSettings,
  listBankAccounts,
  setMatching,
} from "./bank-accounts.ts";
import { connectFeed, disconnectFeed } from "./connect-feed.ts";
import { feedKey, feedOf, setFeed } from "./feed-settings.ts";
import { importStatement } from "./import-statement.ts";
import type { BankFeed } from "./port.ts";
import { sourceOf } from "./statement/statement-source.ts";
import { listStatementImports, undoStatementImport } from "./statement-imports.ts";
import { readFeed, takeFeed } from "./sync-feed.ts";
import type { UploadSpool } from "./upload-spool.ts";

/** Makes the feed of a provider from its settings and its key. */
export type OpenFeed = (settings: FeedSettings, secret: string) => BankFeed;

const o = office.banking;

/** The bank's procedures; `openFeed` is the only way out to a provider; large files wait in `spool`. */
export function bankingHandlers(openFeed: OpenFeed, spool: UploadSpool) {
  return {
    beginUpload: o.beginUpload.handler(({ input }) => answer(spool.begin(input))),
    putPart: o.putPart.handler(async ({ input }) => {
      const { uploadId, part } = input;
      const refused = spool.put(uploadId, new Uint8Array(await part.arrayBuffer()));
      return answer(refused ?? {});
    }),
    listAccounts: o.listAccounts.handler(({ context }) => listBankAccounts(readOf(context))),
    addAccount: o.addAccount.handler(({ context, input }) =>
      run(context, "banking.addAccount", (tx) => {
        const added = addBankAccount(tx, input);
        if (isRefusal(added)) return added;
        return { result: added, audit: { subject: `bank account ${input.name}`, after: input } };
      }),
    ),
    setMatching: o.setMatching.handler(({ context, input }) =>
      run(context, "banking.setMatching", (tx) => {
        const refused = setMatching(tx, input);
        if (refused !== undefined) return refused;
        const subject = `bank account ${input.bankAccountId}`;
        return { result: {}, audit: { subject, after: input } };
      }),
    ),
    importStatement: o.importStatement.handler(async function* ({ context, input, signal }) {
      const command = "banking.importStatement";
      const { preview } = input;
      const { uploadId } = input;
      const source = uploadId === undefined ? sourceOf(input.file) : answer(spool.source(uploadId));
      const work = importStatement(actOf(context, command), source, input);
      const report = yield* stream({ context, command, signal, preview }, work);
      if (uploadId !== undefined && !preview) spool.drop(uploadId);
      return report;
    }),
    listImports: o.listImports.handler(({ context, input }) =>
      listStatementImports(readOf(context), input.limit),
    ),
    undoImport: o.undoImport.handler(({ context, input }) =>
      run(context, "banking.undoImport", (tx) => {
        const undone = undoStatementImport(tx, input.importRunId);
        if (isRefusal(undone)) return undone;
        const { fileName, lines } = undone;
        return { result: { lines }, audit: { subject: `import ${fileName}`, after: { lines } } };
      }),
    ),
    testFeed: o.testFeed.handler(({ context, input, signal }) =>
      testFeed(openFeed, context, { ...input, signal }),
    ),
    connectFeed: o.connectFeed.handler(({ context, input }) => {
      const { bankAccountId, secret, iban, ...settings } = input;
      return connectFeed(context, { bankAccountId, secret, iban, settings });
    }),
    disconnectFeed: o.disconnectFeed.handler(({ context, input }) =>
      disconnectFeed(context, input.bankAccountId),
    ),
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
  const reading = yield* readConnected(openFeed, context, {
    account: account!,
    settings,
    signal: signal ?? new AbortController().signal,
  });
  if (isRefusal(reading)) {
    if (signal?.aborted !== true) await keepProblem(context, { bankAccountId, settings }, reading);
    return answer(reading);
  }
  const work = takeFeed(actOf(context, command), { account: account!, settings, reading });
  return yield* stream({ context, command, signal }, work);
}

async function* readConnected(
  openFeed: OpenFeed,
  context: OfficeContext,
  asked: { account: BankAccountRow; settings: FeedSettings; signal: AbortSignal },
) {
  const { account, settings, signal } = asked;
  const { bookId = "" } = context.session;
  const { provider } = settings;
  const secret = await feedKey(context.keychain, bookId, { bankAccountId: account.id, provider });
  if (isRefusal(secret)) return secret;
  return yield* readFeed(openFeed(settings, secret), { account, settings }, signal);
}

/** Keeps why the last reading failed, for the person who was not looking. */
function keepProblem(
  context: OfficeContext,
  asked: { bankAccountId: number; settings: FeedSettings },
  { code, facts }: Refusal,
): Promise<object> {
  const { bankAccountId, settings } = asked;
  const lastProblem = { code, facts: { ...facts }, atMs: context.now() };
  return run(context, "banking.syncFeed", (tx) => {
    const refused = setFeed(tx, bankAccountId, { ...settings, lastProblem });
    if (isRefusal(refused)) return refused;
    return { result: {}, audit: { subject: `bank account ${bankAccountId}`, after: lastProblem } };
  });
}
