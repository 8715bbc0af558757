import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BookCalls } from "#main/book/book-calls.ts";
import { fillSample, type SampleSteps } from "#main/book/sample-company.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";

/** The sample company in a real office: two threads, an encrypted book in a temporary folder. */
export interface SampleOffice {
  calls: BookCalls;
  steps: SampleSteps;
  stop: () => Promise<void>;
}

/** Opens an office and fills it with the sample's files, without its documents. */
export async function sampleOffice(): Promise<SampleOffice> {
  const root = mkdtempSync(join(tmpdir(), "ecritoire-sample-"));
  const office = startOffice(new URL("../../src/main/office.ts", import.meta.url));
  const calls = officeClient(office);
  const steps = await resultOf(fillSample(calls, { folder: join(root, "book"), documents: 0 }));
  return {
    calls,
    steps,
    async stop() {
      await office.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Runs a streamed call to its end and gives its result. */
export async function resultOf<T>(events: AsyncIterator<unknown, T, void>): Promise<T> {
  for (;;) {
    const event = await events.next();
    if (event.done === true) return event.value;
  }
}
