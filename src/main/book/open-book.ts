import type { z } from "zod";
import type { newBankAccountSchema } from "#contract/book.ts";
import { addBankAccount } from "#main/banking/add-bank-account.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { createCompany, type NewCompany, wrongIdentity } from "#main/ledger/create-company.ts";
import {
  createBookFolder,
  discardFolder,
  type OpenedBook,
  openBookFolder,
  readKeyFile,
} from "#main/security/book-folder.ts";
import type { OfficeContext } from "#main/security/office-context.ts";
import type { WritableBook } from "#main/store/book.ts";
import { DailyWork } from "./daily-work.ts";
import type { ReaderLink } from "./reader-link.ts";
import { SAMPLE_NOW_MS } from "./sample-company.ts";

/** What the writer keeps of the open book beside the session. */
export interface WriterState {
  reader: ReaderLink;
  opened?: OpenedBook | undefined;
  daily?: DailyWork | undefined;
}

export interface NewBook {
  folder: string;
  person: string;
  passphrase: string;
  company: NewCompany;
  years: readonly { startsOn: string; endsOn: string }[];
  bankAccounts: readonly z.output<typeof newBankAccountSchema>[];
}

/** Creates a company's book and opens it; nothing stays on the disk when anything is refused. */
export async function createBook(
  context: OfficeContext,
  writer: WriterState,
  asked: NewBook,
): Promise<{ folder: string; recoveryKey: string } | Refusal> {
  const refused = alreadyOpen(writer) ?? wrongIdentity(asked.company);
  if (isRefusal(refused)) return refused;
  const nowMs = asked.company.sample ? Math.max(context.now(), SAMPLE_NOW_MS) : context.now();
  const { person, passphrase } = asked;
  const made = createBookFolder(asked.folder, { person, passphrase, nowMs });
  if (isRefusal(made)) return made;
  const filled = await fillBook(made.book, { person, nowMs }, asked);
  if (isRefusal(filled)) {
    made.book.close();
    made.lock.release();
    discardFolder(made.book.folder, true);
    return filled;
  }
  await adopt(context, writer, made);
  return { folder: made.book.folder, recoveryKey: made.recoveryKey };
}

/** Opens a book with a secret, else with the key that the keychain keeps for it. */
export async function openBook(
  context: OfficeContext,
  writer: WriterState,
  asked: { folder: string; person?: string | undefined; passphrase?: string | undefined },
): Promise<{ folder: string; person: string; backup?: string } | Refusal> {
  const refused = alreadyOpen(writer);
  if (isRefusal(refused)) return refused;
  const keys = readKeyFile(asked.folder);
  if (isRefusal(keys)) return keys;
  const kept =
    asked.passphrase === undefined ? await context.keychain.read(keys.bookId) : undefined;
  const key = kept === undefined ? undefined : Buffer.from(kept, "base64");
  const opened = openBookFolder(asked.folder, { ...asked, key, nowMs: context.now() });
  if (isRefusal(opened)) return opened;
  await adopt(context, writer, opened);
  const { person, backup } = opened;
  const { folder } = opened.book;
  return backup === undefined ? { folder, person } : { folder, person, backup };
}

/** Closes the open book, if any, after the command that runs now. */
export async function closeBook(context: OfficeContext, writer: WriterState): Promise<void> {
  const { opened } = writer;
  if (opened === undefined) return;
  writer.daily?.stop();
  await opened.book.idle();
  await writer.reader.close();
  opened.book.close();
  opened.lock.release();
  writer.opened = undefined;
  Object.assign(context.session, {
    writable: undefined,
    person: undefined,
    bookId: undefined,
    key: undefined,
    isSample: undefined,
  });
}

async function adopt(
  context: OfficeContext,
  writer: WriterState,
  opened: OpenedBook,
): Promise<void> {
  const { book, key, bookId, person } = opened;
  await writer.reader.open({ folder: book.folder, key, bookId, person });
  writer.opened = opened;
  const company = book.read.reading("SELECT sample FROM company").get() as { sample: number };
  const isSample = company.sample === 1;
  Object.assign(context.session, { writable: book, person, bookId, key, isSample });
  writer.daily ??= new DailyWork();
  writer.daily.start(context);
}

function alreadyOpen(writer: WriterState): Refusal | undefined {
  const folder = writer.opened?.book.folder;
  return folder === undefined ? undefined : refuse("book.already-open", { folder });
}

function fillBook(
  book: WritableBook,
  at: { person: string; nowMs: number },
  asked: NewBook,
): Promise<null | Refusal> {
  return book.transact<null>({ command: "book.create", ...at }, (tx) => {
    const refused = createCompany(tx, asked.company, { years: asked.years, nowMs: at.nowMs });
    if (isRefusal(refused)) return refused;
    for (const account of asked.bankAccounts) {
      const added = addBankAccount(tx, account);
      if (isRefusal(added)) return added;
    }
    const after = { company: asked.company, years: asked.years };
    return { result: null, audit: { subject: `company ${asked.company.name}`, after } };
  });
}
