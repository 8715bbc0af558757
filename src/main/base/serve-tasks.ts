import { parentPort } from "node:worker_threads";
import type { WorkerAnswer, WorkerTask } from "./worker-queue.ts";

/**
 * Makes this thread the worker of a `WorkerQueue`: answers each task with its progress, then its
 * result or its fault. It is stopped by ending the thread.
 */
export function serveTasks<Q, R, P>(
  work: (request: Q, onProgress: (progress: P) => void) => R | Promise<R>,
): void {
  const port = parentPort;
  if (!port) throw new Error("a worker's entry runs as a worker thread");
  const answer = (message: WorkerAnswer<R, P>) => port.postMessage(message);
  const serve = async ({ id, request }: WorkerTask<Q>) => {
    try {
      answer({ id, result: await work(request, (progress) => answer({ id, progress })) });
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      answer({ id, fault });
    }
  };
  port.on("message", (task: WorkerTask<Q>) => void serve(task));
}
