import { setImmediate as nextTurn } from "node:timers/promises";
import type Database from "better-sqlite3";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { type AuditNote, auditHash, auditSeed } from "./audit-line.ts";
import { ReadHandle, WriteHandle } from "./handle.ts";
import { refusalOfFault } from "./sqlite-fault.ts";

/** How far a long command is: `done` of `total` units of its `stage`. */
export interface Progress {
  stage: string;
  done: number;
  total: number;
}

/** Who does what when: given to every command. */
export interface Act {
  command: string;
  person: string;
  nowMs: number;
  /** Cancels a long command between two of its batches. */
  signal?: AbortSignal | undefined;
  progress?: ((progress: Progress) => void) | undefined;
  /** Books on the first open day what belongs to a locked period, with its real date said. */
  isLate?: boolean | undefined;
  /** Runs everything, then rolls back: the preview is the run. */
  preview?: boolean | undefined;
}

/** What a command's work returns when it did not refuse. */
export interface Written<T> {
  result: T;
  audit: AuditNote;
}

/** Work in batches that yield their progress; asynchronous where a large file is read on the way. */
type Batches<T> =
  | Generator<Progress, Written<T> | Refusal, void>
  | AsyncGenerator<Progress, Written<T> | Refusal, void>;

/** Work inside one SQL transaction: at once, or in batches. */
export type Work<T> = (tx: Transaction) => Written<T> | Refusal | Batches<T>;

/** A write handle with what must be flushed before the commit. */
export class Transaction extends WriteHandle {
  readonly #flushes = new Map<string, () => void>();
  readonly #kept = new Map<string, unknown>();

  /** Something made once for the length of this SQL transaction (caches, sums to flush). */
  once<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /** Registers what must be written before the commit. */
  beforeCommit(key: string, flush: () => void): void {
    this.#flushes.set(key, flush);
  }

  /** Writes everything that waits, so that reads in this SQL transaction see it. */
  flush(): void {
    for (const flush of this.#flushes.values()) flush();
  }

  /** Forgets what belonged to the SQL transaction that ended. */
  clear(): void {
    this.#flushes.clear();
    this.#kept.clear();
  }
}

/** An open book for reading. */
export class ReadableBook {
  readonly folder: string;
  readonly read: ReadHandle;
  protected readonly database: Database.Database;

  constructor(folder: string, database: Database.Database) {
    this.folder = folder;
    this.database = database;
    this.read = new ReadHandle(database);
  }

  /** Runs reads on one snapshot of the book. */
  snapshot<T>(work: (read: ReadHandle) => T): T {
    return this.database.transaction(() => work(this.read))();
  }

  close(): void {
    this.database.close();
  }
}

/** An open book for writing; one per process, in the writer. */
export class WritableBook extends ReadableBook {
  readonly #tx: Transaction;
  #last: Promise<unknown> = Promise.resolve();
  /** Called after each command that was committed, with its name. */
  onCommitted: ((command: string) => void) | undefined;

  constructor(folder: string, database: Database.Database) {
    super(folder, database);
    this.#tx = new Transaction(database);
  }

  /**
   * The only way to write: one command at a time, one SQL transaction, one audit line. A refusal
   * or a fault rolls everything back.
   */
  transact<T>(act: Act, work: Work<T>): Promise<T | Refusal> {
    const turn = this.#last.then(() => this.#run(act, work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when the command that runs now, if any, is over. */
  async idle(): Promise<void> {
    await this.#last;
  }

  async #run<T>(act: Act, work: Work<T>): Promise<T | Refusal> {
    try {
      this.database.exec("BEGIN IMMEDIATE");
      const written = await this.#drive(act, work);
      if (isRefusal(written)) return written;
      this.#tx.flush();
      if (act.preview !== true) {
        appendAudit(this.#tx, act, written.audit);
        this.database.exec("COMMIT");
        this.onCommitted?.(act.command);
      }
      return written.result;
    } catch (fault) {
      const refusal = refusalOfFault(fault, this.database.name);
      if (refusal === undefined) throw fault;
      return refusal;
    } finally {
      if (this.database.inTransaction) this.database.exec("ROLLBACK");
      this.#tx.clear();
    }
  }

  async #drive<T>(act: Act, work: Work<T>): Promise<Written<T> | Refusal> {
    const first = work(this.#tx);
    if (!isGenerator(first)) return first;
    for (;;) {
      const step = await first.next();
      if (step.done === true) return step.value;
      act.progress?.(step.value);
      await nextTurn();
      if (act.signal?.aborted === true) return refuse("office.cancelled", {});
    }
  }
}

function isGenerator<T>(value: Written<T> | Refusal | Batches<T>): value is Batches<T> {
  return typeof (value as { next?: unknown }).next === "function";
}

function appendAudit(tx: WriteHandle, act: Act, note: AuditNote): void {
  const last = tx.reading("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").get() as
    | { id: number; hash: Uint8Array }
    | undefined;
  const line = {
    id: (last?.id ?? 0) + 1,
    at_ms: act.nowMs,
    person: act.person,
    command: act.command,
    subject: note.subject,
    before: note.before === undefined ? null : JSON.stringify(note.before),
    after: note.after === undefined ? null : JSON.stringify(note.after),
  };
  const previous = last === undefined ? auditSeed : Buffer.from(last.hash).toString("hex");
  tx.writing(
    "INSERT INTO audit (id, at_ms, person, command, subject, before, after, hash) " +
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(...Object.values(line), auditHash(previous, line));
}
