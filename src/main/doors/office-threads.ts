import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";

export type OfficeRole = "reader" | "writer";

/** What an office worker is started with. */
export interface OfficeWorkerData {
  role: OfficeRole;
  /** The other worker: the writer tells the reader which book is open. */
  peer: MessagePort;
  /**
   * The document reader's module, when it does not stand beside its caller (a built office); the
   * other threads' modules stand beside it.
   */
  readingUrl?: string | undefined;
}

/** A message to an office worker: serve the contract on this port. */
export interface ConnectMessage {
  connect: MessagePort;
}

/** The office behind a door: two worker threads over the same code. */
export interface OfficeThreads {
  /** A new port to the reader (queries) or the writer (commands). */
  connect(role: OfficeRole): MessagePort;
  /** Resolves with the fault when a worker dies; never otherwise. */
  failed: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * Starts the office's two workers.
 * @param entry the worker's module: `office.ts` from source, `office.js` when built
 */
export function startOffice(entry: URL, readingUrl?: string): OfficeThreads {
  const { port1, port2 } = new MessageChannel();
  const workers: Record<OfficeRole, RunningWorker> = {
    writer: startWorker(entry, { role: "writer", peer: port1, readingUrl }),
    reader: startWorker(entry, { role: "reader", peer: port2, readingUrl }),
  };
  const failed = new Promise<Error>((resolve) => {
    workers.writer.thread.once("error", resolve);
    workers.reader.thread.once("error", resolve);
  });
  return {
    failed,
    connect(role) {
      const channel = new MessageChannel();
      const message: ConnectMessage = { connect: channel.port2 };
      workers[role].thread.postMessage(message, [channel.port2]);
      return channel.port1;
    },
    async stop() {
      // The writer first: closing its book still asks the reader to close its own handle.
      await stopWorker(workers.writer);
      await stopWorker(workers.reader);
    },
  };
}

/** A worker and the promise of its end, taken before it can end. */
interface RunningWorker {
  thread: Worker;
  gone: Promise<void>;
}

function startWorker(entry: URL, data: OfficeWorkerData): RunningWorker {
  const thread = new Worker(entry, { workerData: data, transferList: [data.peer] });
  const gone = new Promise<void>((resolve) => thread.once("exit", () => resolve()));
  return { thread, gone };
}

/** Asks a worker to close its book and end; ends it when it does not within five seconds. */
async function stopWorker({ thread, gone }: RunningWorker): Promise<void> {
  thread.postMessage("stop");
  const timer = setTimeout(() => void thread.terminate(), 5000);
  await gone;
  clearTimeout(timer);
}
