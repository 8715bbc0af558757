import { parentPort } from "node:worker_threads";
import { isRefusal } from "#main/base/refusal.ts";
import { readDocument } from "./read-document.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";
import type { ReadingProgress } from "./reading-progress.ts";

/**
 * Entry of the thread that reads documents: takes one `ReadingRequest` after the other and answers
 * with progress, then a result, a refusal or a fault. It is stopped by terminating the thread.
 */
const port = parentPort;
if (!port) throw new Error("reading-worker runs as a worker thread");
const answer = (message: ReadingAnswer) => port.postMessage(message);

port.on("message", (request: ReadingRequest) => void serve(request));

async function serve({ id, name, bytes, context }: ReadingRequest): Promise<void> {
  try {
    const onProgress = (progress: ReadingProgress) => answer({ id, progress });
    const result = await readDocument({ name, bytes }, { ...context, onProgress });
    if (!isRefusal(result)) answer({ id, result });
    else answer({ id, refusal: { code: result.code, facts: result.facts } });
  } catch (error) {
    answer({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
