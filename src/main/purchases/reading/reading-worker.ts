import { isRefusal } from "#main/base/refusal.ts";
import { serveTasks } from "#main/base/serve-tasks.ts";
import { readDocument } from "./read-document.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";
import type { ReadingProgress } from "./reading-progress.ts";

/** Entry of the thread that reads documents. */
serveTasks<ReadingRequest, ReadingAnswer, ReadingProgress>(
  async ({ name, bytes, context }, onProgress) => {
    const read = await readDocument({ name, bytes }, { ...context, onProgress });
    if (!isRefusal(read)) return { document: read };
    return { refusal: { code: read.code, facts: read.facts } };
  },
);
