import type { ProgressEvent } from "#contract/procedure.ts";
import { isRefusal, refuse } from "#main/base/refusal.ts";
import { discardFolder, readKeyFile } from "#main/security/book-folder.ts";
import { answer, type OfficeContext, refusalError } from "#main/security/office-context.ts";
import type { BookCalls } from "./book-calls.ts";
import { closeBook, openBook, type WriterState } from "./open-book.ts";
import { fillSample, SAMPLE_PASSPHRASE } from "./sample-company.ts";

/** Documents read while the sample is prepared; the others are there to be dropped. */
const DOCUMENTS = 3;

interface OpenedSample {
  folder: string;
  passphrase: string;
  recoveryKey?: string;
}

/**
 * Opens the sample company, making it first when it is not there. Stopped on the way, it leaves
 * nothing behind.
 */
export async function* openSample(
  office: { context: OfficeContext; writer: WriterState; calls: BookCalls },
  folder: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProgressEvent, OpenedSample, void> {
  const { context, writer, calls } = office;
  const passphrase = SAMPLE_PASSPHRASE;
  if (!isRefusal(readKeyFile(folder))) {
    const opened = answer(await openBook(context, writer, { folder, passphrase }));
    return { folder: opened.folder, passphrase };
  }
  const filling = fillSample(calls, { folder, documents: DOCUMENTS });
  let isHalfMade = false;
  try {
    for (;;) {
      const step = await filling.next();
      if (step.done === true) {
        isHalfMade = false;
        return { folder: step.value.folder, passphrase, recoveryKey: step.value.recoveryKey };
      }
      isHalfMade = true;
      if (signal?.aborted === true) throw refusalError(refuse("office.cancelled", {}));
      yield step.value;
    }
  } finally {
    if (isHalfMade) {
      await closeBook(context, writer);
      discardFolder(folder, true);
    }
  }
}
