import { coreBook } from "../core/core-book.ts";
import { draftsOf } from "./ledger-book.ts";

/** Posts entries one at a time into a new book, to be watched from outside. */
const core = await coreBook();
for (const draft of draftsOf(core.customerId, Number(process.argv[2]))) await core.post(draft);
core.remove();
