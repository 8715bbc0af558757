import type { ProgressEvent } from "#contract/procedure.ts";
import { startWork } from "./work.ts";

/**
 * Runs a long command to its end, showing it among the running work with its progress and its
 * cancel: `await runStream(w.importing, (signal) => office.banking.sync(input, { signal }))`.
 * @returns the command's result; throws what the command refused, or an AbortError when stopped
 */
export async function runStream<R>(
  label: string,
  start: (signal: AbortSignal) => Promise<AsyncIterator<ProgressEvent, R, void>>,
): Promise<R> {
  const stop = new AbortController();
  const work = startWork(label, () => stop.abort());
  try {
    const events = await start(stop.signal);
    for (;;) {
      const event = await events.next();
      // A stopped stream may end quietly, without the result that its type promises.
      stop.signal.throwIfAborted();
      if (event.done === true) return event.value;
      work.progress(event.value.done, event.value.total === 0 ? undefined : event.value.total);
    }
  } finally {
    work.end();
  }
}
