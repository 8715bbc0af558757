import { closeSync, fsyncSync, openSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { refusalOfFault } from "./sqlite-fault.ts";

export interface OpenOptions {
  file: string;
  /** The 256-bit book key. */
  key: Uint8Array;
  readonly?: boolean;
  create?: boolean;
}

/**
 * Opens an encrypted SQLite file (SQLCipher 4 format, raw key, no derivation at open).
 * Temporary data stays in memory, so nothing in clear reaches the disk.
 */
export function openDatabase(options: OpenOptions): Database.Database | Refusal {
  const { file } = options;
  let database: Database.Database | undefined;
  try {
    database = new Database(file, {
      readonly: options.readonly ?? false,
      fileMustExist: !(options.create ?? false),
    });
    applyKey(database, options.key);
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    database.pragma("busy_timeout = 5000");
    database.pragma("temp_store = MEMORY");
    database.pragma("cache_size = -131072");
    database.pragma("foreign_keys = ON");
    database.pragma("recursive_triggers = ON");
    if (!(options.readonly ?? false)) {
      database.pragma("journal_mode = WAL");
      database.pragma("synchronous = FULL");
    }
    const damaged = findTruncation(database, file);
    if (isRefusal(damaged)) {
      database.close();
      return damaged;
    }
    return database;
  } catch (fault) {
    database?.close();
    const refusal = refusalOfFault(fault, file);
    if (refusal === undefined) throw fault;
    return refusal;
  }
}

/** Copies the book to an encrypted file, forces it to the disk and reads it back whole. */
export function writeVerifiedCopy(
  database: Database.Database,
  copy: { file: string; key: Uint8Array },
): Refusal | undefined {
  try {
    database.prepare("VACUUM INTO ?").run(copy.file);
    const descriptor = openSync(copy.file, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (fault) {
    const refusal = refusalOfFault(fault, copy.file);
    if (refusal === undefined) throw fault;
    return refusal;
  }
  const opened = openDatabase({ file: copy.file, key: copy.key, readonly: true });
  if (isRefusal(opened)) return opened;
  const check = opened.pragma("integrity_check", { simple: true });
  opened.close();
  return check === "ok" ? undefined : refuse("book.damaged", { file: copy.file });
}

function applyKey(database: Database.Database, key: Uint8Array): void {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma("legacy = 4");
  database.pragma(`key = "x'${Buffer.from(key).toString("hex")}'"`);
}

function findTruncation(database: Database.Database, file: string): Refusal | undefined {
  const pages = Number(database.pragma("page_count", { simple: true }));
  const size = Number(database.pragma("page_size", { simple: true }));
  const bytes = statSync(file).size;
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const short = bytes % size !== 0 || (wal === 0 && pages * size > bytes);
  return short ? refuse("book.damaged", { file }) : undefined;
}
