import type { RefusalCode } from "#contract/refusals.ts";
import { Refusal, refuse } from "#main/base/refusal.ts";
import { STOPPED, WorkerQueue } from "#main/base/worker-queue.ts";
import type { DocumentReading, DroppedFile, ReadingOptions } from "./read-document.ts";
import type { PlainRefusal, ReadingAnswer, ReadingRequest } from "./reading-messages.ts";
import type { ReadingProgress } from "./reading-progress.ts";

/** How the pool works; the defaults suit the office. */
export interface ReadingPoolOptions {
  /** The worker's entry; a bundled office gives its own. */
  readonly workerUrl?: URL;
  /** The thread is ended after so long without work: OCR keeps some 300 MB. */
  readonly idleMs?: number;
}

/**
 * Reads documents in a thread of its own, one after the other. The thread starts with the first
 * document and ends when idle. Cancelling a reading ends the thread at once, and the next document
 * gets a new one; a cancelled reading answers `documents.cancelled`.
 */
export class ReadingPool {
  readonly #queue: WorkerQueue<ReadingRequest, ReadingAnswer, ReadingProgress>;

  constructor(options: ReadingPoolOptions = {}) {
    this.#queue = new WorkerQueue({
      workerUrl: options.workerUrl ?? new URL("./reading-worker.ts", import.meta.url),
      idleMs: options.idleMs ?? 30_000,
    });
  }

  /** True while the thread is alive. */
  get isRunning(): boolean {
    return this.#queue.isRunning;
  }

  /** Queues a document; faults of the reader reject, everything expected resolves. */
  async read(file: DroppedFile, options: ReadingOptions = {}): Promise<Refusal | DocumentReading> {
    const { ownSiren, ownVat, ownName, signal, onProgress } = options;
    const own = Object.entries({ ownSiren, ownVat, ownName }).filter(([, v]) => v !== undefined);
    const context: ReadingRequest["context"] = Object.fromEntries(own);
    const request = { name: file.name, bytes: file.bytes, context };
    const answer = await this.#queue.run(request, { signal, onProgress });
    if (answer === STOPPED) return refuse("documents.cancelled", { file: file.name });
    return "refusal" in answer ? rebuilt(answer.refusal) : answer.document;
  }

  /** Ends the thread; readings that wait or run answer `documents.cancelled`. */
  close(): Promise<void> {
    return this.#queue.close();
  }
}

function rebuilt({ code, facts }: PlainRefusal): Refusal {
  return new Refusal(code as RefusalCode, facts as never);
}
