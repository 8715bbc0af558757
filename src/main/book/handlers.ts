import { isRefusal } from "#main/base/refusal.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import { listActions } from "#main/security/audit-chain.ts";
import {
  answer,
  bookOf,
  type OfficeContext,
  office,
  readOf,
  run,
  streamRead,
  writableOf,
} from "#main/security/office-context.ts";
import { backUpBook } from "./back-up-book.ts";
import type { BookCalls } from "./book-calls.ts";
import { bookStatus } from "./book-status.ts";
import { closeBook, createBook, openBook, type WriterState } from "./open-book.ts";
import { openSample } from "./open-sample.ts";
import { addPerson, keepKey } from "./people.ts";
import { sampleFolder } from "./sample-company.ts";
import { throwSampleAway } from "./throw-sample-away.ts";
import { verifyBook } from "./verify-book.ts";

const o = office.book;

/** The book's procedures; the reader has no writer state and never gets its commands. */
export function bookHandlers(parts: {
  writer: WriterState | undefined;
  checks: readonly BookCheck[];
  /** The contract called from inside, for filling the sample as a person would. */
  calls: (context: OfficeContext) => BookCalls;
}) {
  const writer = () => {
    if (parts.writer === undefined) throw new Error("a command reached the reader");
    return parts.writer;
  };
  return {
    status: o.status.handler(({ context }) => bookStatus(context)),
    create: o.create.handler(async ({ context, input }) =>
      answer(await createBook(context, writer(), input)),
    ),
    open: o.open.handler(async ({ context, input }) =>
      answer(await openBook(context, writer(), input)),
    ),
    close: o.close.handler(async ({ context }) => {
      await closeBook(context, writer());
      return {};
    }),
    openSample: o.openSample.handler(({ context, input, signal }) => {
      const folder = input.folder ?? sampleFolder();
      return openSample({ context, writer: writer(), calls: parts.calls(context) }, folder, signal);
    }),
    throwSampleAway: o.throwSampleAway.handler(async ({ context }) =>
      answer(await throwSampleAway(context, writer())),
    ),
    addPerson: o.addPerson.handler(({ context, input }) => givePerson(context, input)),
    keepKey: o.keepKey.handler(({ context, input }) => keepOrForgetKey(context, input.keep)),
    backUp: o.backUp.handler(({ context }) => {
      const done = answer(backUpBook(context, writableOf(context).folder));
      return run(context, "book.backUp", () => ({
        result: done,
        audit: { subject: "backup", after: done },
      }));
    }),
    verify: o.verify.handler(({ context, signal }) =>
      streamRead(verifyBook(readOf(context), parts.checks), signal),
    ),
    listActions: o.listActions.handler(({ context, input }) =>
      bookOf(context).snapshot((read) => listActions(read, input)),
    ),
  };
}

function givePerson(context: OfficeContext, input: { person: string; passphrase: string }) {
  const { folder } = writableOf(context);
  return run(context, "book.addPerson", () => {
    const people = addPerson(context, folder, input);
    if (isRefusal(people)) return people;
    return { result: { people }, audit: { subject: `person ${input.person}`, after: people } };
  });
}

async function keepOrForgetKey(context: OfficeContext, keep: boolean) {
  const kept = answer(await keepKey(context, keep));
  return run(context, "book.keepKey", () => ({
    result: kept,
    audit: { subject: "keychain", after: kept },
  }));
}
