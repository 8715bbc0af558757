import type { StressFinding } from "#contract/treasury-stress.ts";
import { WorkerQueue } from "#main/base/worker-queue.ts";
import type { StressProgress, StressRequest } from "./stress-messages.ts";

/** A warm thread answers in a third of a cold one's time; idle, it keeps some 15 MB. */
const IDLE_MS = 600_000;

/**
 * The runs live in arrays outside the heap; a heap left free would grow by 30 MB for nothing. No
 * model comes near the bound of the old generation: a thread that has one collects what tests
 * leave as soon as it is a few megabytes, not after some twenty tests.
 */
const SMALL_HEAP = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 1024 };

export type StressQueue = WorkerQueue<StressRequest, StressFinding[], StressProgress>;

/** The stress test's own thread; a bundled office gives its module. */
export function stressQueue(workerUrl?: URL): StressQueue {
  const url = workerUrl ?? new URL("./stress-worker.ts", import.meta.url);
  return new WorkerQueue({ workerUrl: url, idleMs: IDLE_MS, resourceLimits: SMALL_HEAP });
}
