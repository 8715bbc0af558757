import type { ProgressEvent } from "#contract/procedure.ts";
import { startWork } from "./work.ts";

/** What else shows the work: its own progress bar and its own way to stop it. */
export interface ShownWork {
  stop?: AbortController;
  onProgress?: (event: ProgressEvent) => void;
}

/**
 * Runs a long command to its end, showing it among the running work with its progress and its
 * cancel: `await runStream(w.importing, (signal) => office.banking.sync(input, { signal }))`.
 * @returns the command's result; throws what the command refused, or an AbortError when stopped
 */
export async function runStream<R>(
  label: string,
  start: (signal: AbortSignal) => Promise<AsyncIterator<ProgressEvent, R, void>>,
  shown: ShownWork = {},
): Promise<R> {
  const stop = shown.stop ?? new AbortController();
  const work = startWork(label, () => stop.abort());
  try {
    const events = await start(stop.signal);
    for (;;) {
      const event = await events.next();
      // A stopped stream may end quietly, without the result that its type promises.
      stop.signal.throwIfAborted();
      if (event.done === true) return event.value;
      shown.onProgress?.(event.value);
      work.progress(event.value.done, event.value.total === 0 ? undefined : event.value.total);
    }
  } catch (error) {
    // Once the person has stopped it, whatever the broken stream says means that.
    stop.signal.throwIfAborted();
    throw error;
  } finally {
    work.end();
  }
}
