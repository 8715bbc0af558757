import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { bookFile } from "#main/security/book-folder.ts";
import type { OfficeContext } from "#main/security/office-context.ts";
import { openDatabase, writeVerifiedCopy } from "#main/store/open-database.ts";

/** Writes an encrypted copy of the open book into its backups, read back whole. */
export function backUpBook(context: OfficeContext, folder: string): { file: string } | Refusal {
  const { key } = context.session;
  if (key === undefined) return refuse("book.not-open", {});
  const backups = join(folder, "backups");
  mkdirSync(backups, { recursive: true });
  const stamp = new Date(context.now()).toISOString().replaceAll(/[:.]/g, "-");
  const file = join(backups, `book-${stamp}.db`);
  const database = openDatabase({ file: bookFile(folder), key, readonly: true });
  if (isRefusal(database)) return database;
  const refused = writeVerifiedCopy(database, { file, key });
  database.close();
  return refused ?? { file };
}
