import { type ResourceLimits, Worker } from "node:worker_threads";

/** What the thread is sent: a task and its number. */
export interface WorkerTask<Q> {
  readonly id: number;
  readonly request: Q;
}

/** What the thread answers: progress any number of times, then a result or a fault. */
export type WorkerAnswer<R, P> =
  | { readonly id: number; readonly progress: P }
  | { readonly id: number; readonly result: R }
  | { readonly id: number; readonly fault: string };

export interface WorkerQueueOptions {
  /** The thread's entry. */
  readonly workerUrl: URL;
  /** The thread is ended after so long without work. */
  readonly idleMs: number;
  /** Bounds of its heap; without them it takes what it likes. */
  readonly resourceLimits?: ResourceLimits;
}

export interface Listening<P> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: P) => void) | undefined;
}

/** What a task that was stopped answers. */
export const STOPPED = Symbol("stopped");

interface Task<Q, R, P> {
  readonly request: Q;
  readonly listening: Listening<P>;
  readonly resolve: (result: R | typeof STOPPED) => void;
  readonly reject: (fault: Error) => void;
  stopListening: () => void;
}

/**
 * Runs tasks in a thread of its own, one after the other. The thread starts with the first task
 * and is kept for the next until it is idle for long. Stopping the task under way ends the thread
 * at once, and the next task gets a new one.
 */
export class WorkerQueue<Q, R, P> {
  readonly #options: WorkerQueueOptions;
  readonly #waiting: Task<Q, R, P>[] = [];
  #current: Task<Q, R, P> | undefined;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(options: WorkerQueueOptions) {
    this.#options = options;
  }

  /** True while the thread is alive. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** Queues a task; it answers `STOPPED` when its signal aborts, and rejects on a fault. */
  run(request: Q, listening: Listening<P> = {}): Promise<R | typeof STOPPED> {
    return new Promise((resolve, reject) => {
      const task: Task<Q, R, P> = {
        ...{ request, listening, resolve, reject },
        stopListening: () => undefined,
      };
      const { signal } = listening;
      if (signal?.aborted) return resolve(STOPPED);
      const onAbort = () => this.#stopTask(task);
      signal?.addEventListener("abort", onAbort, { once: true });
      task.stopListening = () => signal?.removeEventListener("abort", onAbort);
      this.#waiting.push(task);
      this.#next();
    });
  }

  /** Ends the thread; tasks that wait or run answer `STOPPED`. */
  async close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    for (const task of [...this.#waiting.splice(0), ...(current ? [current] : [])]) {
      finish(task, () => task.resolve(STOPPED));
    }
    await this.#end();
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
    const message: WorkerTask<Q> = { id: ++this.#lastId, request: task.request };
    this.#start().postMessage(message);
  }

  #rest(): void {
    if (!this.#worker) return;
    this.#idle = setTimeout(() => void this.#end(), this.#options.idleMs);
    this.#idle.unref();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const { workerUrl, resourceLimits } = this.#options;
    const worker = new Worker(workerUrl, resourceLimits === undefined ? {} : { resourceLimits });
    worker.on("message", (answer: WorkerAnswer<R, P>) => this.#take(worker, answer));
    worker.on("error", (error: unknown) => this.#fail(worker, asError(error)));
    worker.on("exit", (code) => this.#fail(worker, new Error(`worker thread ended (${code})`)));
    this.#worker = worker;
    return worker;
  }

  #take(worker: Worker, answer: WorkerAnswer<R, P>): void {
    const task = this.#current;
    if (worker !== this.#worker || !task || answer.id !== this.#lastId) return;
    if ("progress" in answer) {
      task.listening.onProgress?.(answer.progress);
      return;
    }
    this.#current = undefined;
    finish(task, () => {
      if ("result" in answer) task.resolve(answer.result);
      else task.reject(new Error(answer.fault));
    });
    this.#next();
  }

  /** A thread that dies takes its task with it, not the queue. */
  #fail(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    const task = this.#current;
    this.#current = undefined;
    if (task) finish(task, () => task.reject(error));
    this.#next();
  }

  #stopTask(task: Task<Q, R, P>): void {
    const at = this.#waiting.indexOf(task);
    if (at >= 0) this.#waiting.splice(at, 1);
    else if (this.#current === task) {
      this.#current = undefined;
      void this.#end();
    } else return;
    finish(task, () => task.resolve(STOPPED));
    this.#next();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

function finish<Q, R, P>(task: Task<Q, R, P>, settle: () => void): void {
  task.stopListening();
  settle();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
