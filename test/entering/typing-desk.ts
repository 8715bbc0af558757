import { afterEach, beforeEach, expect } from "vitest";
import { typedEntrySchema } from "#contract/typed-entry.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { saveDraft } from "#main/ledger/draft-entries.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import type { Transaction } from "#main/store/book.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

export const typed = (entry: object) => typedEntrySchema.parse(entry);

/** A new book for each test, to type in; after each test every whole-book check must hold. */
export function typingDesk() {
  let core: CoreBook;
  beforeEach(async () => {
    core = await coreBook();
  });
  afterEach(() => {
    const found = bookChecks.map((check) => [check.name, check.find(core.book.read)]);
    expect(found.filter(([, example]) => example !== undefined)).toEqual([]);
    core.remove();
  });
  async function write<T>(work: (tx: Transaction) => T | Refusal, preview = false) {
    const done = await core.book.transact({ ...core.act, preview }, (tx) => {
      const result = work(tx);
      return isRefusal(result) ? result : { result, audit: { subject: "test" } };
    });
    return done as T | Refusal;
  }
  async function sure<T>(work: (tx: Transaction) => T | Refusal): Promise<T> {
    const done = await write(work);
    if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
    return done;
  }
  const save = (entry: object) => sure((tx) => saveDraft(tx, core.act, { entry: typed(entry) }));
  const supplier = (name: string) =>
    sure((tx) => ensureParty(tx, { kind: "supplier", code: name.slice(0, 4), name }));
  return { core: () => core, write, sure, save, supplier };
}
