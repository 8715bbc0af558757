import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import { isRefusal } from "#main/base/refusal.ts";
import { createCompany } from "#main/ledger/create-company.ts";
import type { EntryDraft, PostedEntry } from "#main/ledger/model.ts";
import { openAccount } from "#main/ledger/open-account.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import { type Act, WritableBook } from "#main/store/book.ts";
import { migrate } from "#main/store/migrate.ts";
import { openDatabase } from "#main/store/open-database.ts";

export const KEY = Buffer.alloc(32, 7);
export const NOW_MS = Date.UTC(2026, 5, 15, 10);

/** A real encrypted book in a folder of its own, through the real migrations. */
export interface CoreBook {
  folder: string;
  file: string;
  book: WritableBook;
  /** The application's own connection, for trying what triggers must refuse. */
  database: Database.Database;
  customerId: number;
  act: Act;
  post: (draft: EntryDraft) => Promise<PostedEntry | import("#main/base/refusal.ts").Refusal>;
  remove: () => void;
}

/** Opens a book with years 2025 and 2026, one bank account 512001 and one customer. */
export async function coreBook(
  asked: { years?: readonly { startsOn: string; endsOn: string }[] } = {},
): Promise<CoreBook> {
  const folder = mkdtempSync(join(tmpdir(), "ecritoire-core-"));
  const file = join(folder, "book.db");
  const database = openDatabase({ file, key: KEY, create: true });
  if (isRefusal(database)) throw new Error(database.code);
  migrate(database, { folder, key: KEY, nowMs: NOW_MS });
  const book = new WritableBook(folder, database);
  const act: Act = { command: "test", person: "essai", nowMs: NOW_MS };
  const customerId = await book.transact(act, (tx) => {
    const refused = createCompany(
      tx,
      { name: "Essai", siren: "732829320", address: "", sample: false },
      {
        nowMs: NOW_MS,
        years: asked.years ?? [
          { startsOn: "2025-01-01", endsOn: "2025-12-31" },
          { startsOn: "2026-01-01", endsOn: "2026-12-31" },
        ],
      },
    );
    if (isRefusal(refused)) return refused;
    openAccount(tx, { number: "512001", label: "Banque" });
    const id = ensureParty(tx, { kind: "customer", code: "C1", name: "Librairie Vaugrenard" });
    return { result: id, audit: { subject: "company" } };
  });
  if (isRefusal(customerId)) throw new Error(customerId.code);
  return {
    folder,
    file,
    book,
    database,
    customerId,
    act,
    post: (draft) =>
      book.transact(act, (tx) => {
        const posted = postEntry(tx, act, { draft });
        if (isRefusal(posted)) return posted;
        return { result: posted, audit: { subject: `entry ${posted.number}` } };
      }),
    remove() {
      if (database.open) book.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A sale of 120,00 € to the customer, on a day of 2026. */
export function sale(customerId: number, datedOn = "2026-03-02"): EntryDraft {
  return {
    journal: "VE",
    datedOn,
    pieceRef: "FA-1",
    label: "Vente Librairie Vaugrenard",
    lines: [
      { account: "411000", partyId: customerId, debitMinor: 12_000, creditMinor: 0 },
      { account: "706000", debitMinor: 0, creditMinor: 10_000 },
      { account: "445711", debitMinor: 0, creditMinor: 2000 },
    ],
  };
}
