import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { WritableBook } from "#main/store/book.ts";
import { migrate, newestVersion, versionOf } from "#main/store/migrate.ts";
import { openDatabase } from "#main/store/open-database.ts";
import { refusalOfFault } from "#main/store/sqlite-fault.ts";
import { type BookLock, takeBookLock } from "./book-lock.ts";
import {
  type KeyFile,
  keyFileSchema,
  newBookKey,
  passphraseSlot,
  recoverySlot,
  unwrapBookKey,
} from "./key-slots.ts";
import { newRecoveryKey } from "./recovery-key.ts";

export const MINIMUM_PASSPHRASE = 10;

/** A book that is open for writing, with what closing it must undo. */
export interface OpenedBook {
  book: WritableBook;
  key: Uint8Array;
  bookId: string;
  person: string;
  lock: BookLock;
}

/**
 * Makes a company folder: the encrypted file at the newest schema and its key slots. Nothing is
 * left behind when a step is refused.
 */
export function createBookFolder(
  folder: string,
  owner: { person: string; passphrase: string; nowMs: number },
): (OpenedBook & { recoveryKey: string }) | Refusal {
  const path = resolve(folder);
  if (existsSync(bookFile(path)) || existsSync(keyFile(path))) {
    return refuse("book.exists", { folder: path });
  }
  if ([...owner.passphrase].length < MINIMUM_PASSPHRASE) {
    return refuse("book.weak-passphrase", { minimum: MINIMUM_PASSPHRASE });
  }
  const isNew = !existsSync(path);
  const made = makeFolder(path);
  if (isRefusal(made)) return made;
  const lock = takeBookLock(path, owner.nowMs);
  if (isRefusal(lock)) return lock;
  const opened = fillFolder(path, owner);
  if (!isRefusal(opened)) return { ...opened, lock };
  lock.release();
  discardFolder(path, isNew);
  return opened;
}

/** Removes a folder that was only half made. */
export function discardFolder(folder: string, whole: boolean): void {
  for (const file of [bookFile(folder), keyFile(folder)]) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  }
  if (whole) rmSync(folder, { recursive: true, force: true });
}

/** Removes a book with its keys and backups; the folder goes too unless it holds other files. */
export function removeBookFolder(folder: string): void {
  discardFolder(folder, false);
  rmSync(join(folder, "backups"), { recursive: true, force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Opens a company folder with a passphrase, a recovery key, or the book key itself. */
export function openBookFolder(
  folder: string,
  secret: {
    person?: string | undefined;
    passphrase?: string | undefined;
    key?: Uint8Array | undefined;
    nowMs: number;
  },
): (OpenedBook & { backup?: string }) | Refusal {
  const path = resolve(folder);
  const keys = readKeyFile(path);
  if (isRefusal(keys)) return keys;
  const lock = takeBookLock(path, secret.nowMs);
  if (isRefusal(lock)) return lock;
  const opened = openLocked(path, keys, secret);
  if (isRefusal(opened)) {
    lock.release();
    return opened;
  }
  return { ...opened, lock };
}

/** The key slots of a folder, checked; refuses when it holds no book. */
export function readKeyFile(folder: string): KeyFile | Refusal {
  if (!existsSync(bookFile(folder)) || !existsSync(keyFile(folder))) {
    return refuse("book.missing", { folder });
  }
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(keyFile(folder), "utf8")));
  } catch {
    return refuse("book.damaged", { file: keyFile(folder) });
  }
}

/** Replaces the key slots in one rename, forced to the disk. */
export function writeKeyFile(folder: string, keys: KeyFile): void {
  const draft = `${keyFile(folder)}.new`;
  const descriptor = openSync(draft, "w", 0o600);
  writeSync(descriptor, `${JSON.stringify(keys, undefined, 2)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(draft, keyFile(folder));
}

export function bookFile(folder: string): string {
  return join(folder, "book.db");
}

function keyFile(folder: string): string {
  return join(folder, "keys.json");
}

function makeFolder(path: string): undefined | Refusal {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return undefined;
  } catch (fault) {
    const refusal = refusalOfFault(fault, path);
    if (refusal === undefined) throw fault;
    return refusal;
  }
}

function fillFolder(
  folder: string,
  owner: { person: string; passphrase: string; nowMs: number },
): (Omit<OpenedBook, "lock"> & { recoveryKey: string }) | Refusal {
  const { bookId, key } = newBookKey();
  const recoveryKey = newRecoveryKey();
  const database = openDatabase({ file: bookFile(folder), key, create: true });
  if (isRefusal(database)) return database;
  try {
    const migrated = migrate(database, { folder, key, nowMs: owner.nowMs });
    if (isRefusal(migrated)) {
      database.close();
      return migrated;
    }
    const { person, passphrase } = owner;
    const slots = [
      passphraseSlot(bookId, person, { passphrase, key }),
      recoverySlot(bookId, recoveryKey, key),
    ];
    writeKeyFile(folder, { version: 1, bookId, slots });
    return { book: new WritableBook(folder, database), key, bookId, person, recoveryKey };
  } catch (fault) {
    database.close();
    const refusal = refusalOfFault(fault, folder);
    if (refusal === undefined) throw fault;
    return refusal;
  }
}

function openLocked(
  folder: string,
  keys: KeyFile,
  secret: {
    person?: string | undefined;
    passphrase?: string | undefined;
    key?: Uint8Array | undefined;
    nowMs: number;
  },
): (Omit<OpenedBook, "lock"> & { backup?: string }) | Refusal {
  const unwrapped = bookKeyOf(folder, keys, secret);
  if (isRefusal(unwrapped)) return unwrapped;
  const { key, person } = unwrapped;
  const database = openDatabase({ file: bookFile(folder), key });
  if (isRefusal(database)) return database;
  const found = versionOf(database);
  const migrated =
    found === 0
      ? refuse("book.damaged", { file: bookFile(folder) })
      : migrate(database, { folder, key, nowMs: secret.nowMs });
  if (isRefusal(migrated) || found > newestVersion) {
    database.close();
    return isRefusal(migrated) ? migrated : refuse("book.newer", { found, known: newestVersion });
  }
  const book = new WritableBook(folder, database);
  return { book, key, bookId: keys.bookId, person, ...migrated };
}

function bookKeyOf(
  folder: string,
  keys: KeyFile,
  secret: {
    person?: string | undefined;
    passphrase?: string | undefined;
    key?: Uint8Array | undefined;
  },
): { key: Uint8Array; person: string } | Refusal {
  if (secret.passphrase !== undefined) {
    const opened = unwrapBookKey(keys, { person: secret.person, passphrase: secret.passphrase });
    return opened ?? refuse("book.wrong-passphrase", { folder });
  }
  if (secret.key === undefined) return refuse("book.passphrase-needed", { folder });
  const owner = keys.slots.find((s) => s.kind === "passphrase")?.person ?? "owner";
  return { key: secret.key, person: secret.person ?? owner };
}
