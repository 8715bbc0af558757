import { Worker } from "node:worker_threads";
import type { RefusalCode } from "#contract/refusals.ts";
import { Refusal, refuse } from "#main/base/refusal.ts";
import type { DocumentReading, DroppedFile, ReadingOptions } from "./read-document.ts";
import type { PlainRefusal, ReadingAnswer, ReadingRequest } from "./reading-messages.ts";

/** How the pool works; the defaults suit the office. */
export interface ReadingPoolOptions {
  /** The worker's entry; a bundled office gives its own. */
  readonly workerUrl?: URL;
  /** The thread is ended after so long without work: OCR keeps some 300 MB. */
  readonly idleMs?: number;
}

interface Task {
  readonly file: DroppedFile;
  readonly options: ReadingOptions;
  readonly resolve: (result: Refusal | DocumentReading) => void;
  readonly reject: (fault: Error) => void;
  stopListening: () => void;
}

/**
 * Reads documents in a thread of its own, one after the other. The thread starts with the first
 * document and ends when idle. Cancelling a reading ends the thread at once, and the next document
 * gets a new one; a cancelled reading answers `documents.cancelled`.
 */
export class ReadingPool {
  readonly #workerUrl: URL;
  readonly #idleMs: number;
  readonly #waiting: Task[] = [];
  #current: Task | undefined;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(options: ReadingPoolOptions = {}) {
    this.#workerUrl = options.workerUrl ?? new URL("./reading-worker.ts", import.meta.url);
    this.#idleMs = options.idleMs ?? 30_000;
  }

  /** True while the thread is alive. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** Queues a document; faults of the reader reject, everything expected resolves. */
  read(file: DroppedFile, options: ReadingOptions = {}): Promise<Refusal | DocumentReading> {
    return new Promise((resolve, reject) => {
      const task: Task = { file, options, resolve, reject, stopListening: () => undefined };
      const { signal } = options;
      if (signal?.aborted) return resolve(cancelled(task));
      const onAbort = () => this.#cancel(task);
      signal?.addEventListener("abort", onAbort, { once: true });
      task.stopListening = () => signal?.removeEventListener("abort", onAbort);
      this.#waiting.push(task);
      this.#next();
    });
  }

  /** Ends the thread; readings that wait or run answer `documents.cancelled`. */
  async close(): Promise<void> {
    for (const task of this.#waiting.splice(0)) finish(task, () => task.resolve(cancelled(task)));
    const current = this.#current;
    this.#current = undefined;
    if (current) finish(current, () => current.resolve(cancelled(current)));
    await this.#stop();
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#idle);
    const task = this.#waiting.shift();
    if (!task) {
      this.#rest();
      return;
    }
    this.#current = task;
    const { name, bytes } = task.file;
    const { ownSiren, ownVat, ownName } = task.options;
    const own = Object.entries({ ownSiren, ownVat, ownName }).filter(([, v]) => v !== undefined);
    const context: ReadingRequest["context"] = Object.fromEntries(own);
    const request: ReadingRequest = { id: ++this.#lastId, name, bytes, context };
    this.#start().postMessage(request);
  }

  #rest(): void {
    if (!this.#worker) return;
    this.#idle = setTimeout(() => void this.#stop(), this.#idleMs);
    this.#idle.unref();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#workerUrl);
    worker.on("message", (answer: ReadingAnswer) => this.#take(worker, answer));
    worker.on("error", (error: unknown) => this.#fail(worker, asError(error)));
    worker.on("exit", (code) => this.#fail(worker, new Error(`reading thread ended (${code})`)));
    this.#worker = worker;
    return worker;
  }

  #take(worker: Worker, answer: ReadingAnswer): void {
    const task = this.#current;
    if (worker !== this.#worker || !task || answer.id !== this.#lastId) return;
    if ("progress" in answer) {
      task.options.onProgress?.(answer.progress);
      return;
    }
    this.#current = undefined;
    finish(task, () => {
      if ("result" in answer) task.resolve(answer.result);
      else if ("refusal" in answer) task.resolve(rebuilt(answer.refusal));
      else task.reject(new Error(answer.fault));
    });
    this.#next();
  }

  /** A thread that dies takes its document with it, not the queue. */
  #fail(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    const task = this.#current;
    this.#current = undefined;
    if (task) finish(task, () => task.reject(error));
    this.#next();
  }

  #cancel(task: Task): void {
    const at = this.#waiting.indexOf(task);
    if (at >= 0) this.#waiting.splice(at, 1);
    else if (this.#current === task) {
      this.#current = undefined;
      void this.#stop();
    } else return;
    finish(task, () => task.resolve(cancelled(task)));
    this.#next();
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

function finish(task: Task, settle: () => void): void {
  task.stopListening();
  settle();
}

function cancelled(task: Task): Refusal {
  return refuse("documents.cancelled", { file: task.file.name });
}

function rebuilt({ code, facts }: PlainRefusal): Refusal {
  return new Refusal(code as RefusalCode, facts as never);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
