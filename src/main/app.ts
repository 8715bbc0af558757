import { randomUUID } from "node:crypto";
import { ORPCError } from "@orpc/server";
import { bookHandlers } from "./book/handlers.ts";
import { closeBook, type WriterState } from "./book/open-book.ts";
import { followWriter, ReaderLink } from "./book/reader-link.ts";
import type { OfficeWorkerData } from "./doors/office-threads.ts";
import { ledgerChecks } from "./ledger/checks.ts";
import { ledgerHandlers } from "./ledger/handlers.ts";
import { systemKeychain } from "./security/keychain.ts";
import type { OfficeContext } from "./security/office-context.ts";

/** The only wiring: gives the domains what they need and makes the contract's router. */
export function openApp(worker: OfficeWorkerData) {
  const context: OfficeContext = { session: {}, now: Date.now, keychain: systemKeychain() };
  const writer: WriterState | undefined =
    worker.role === "writer" ? { reader: new ReaderLink(worker.peer) } : undefined;
  if (writer === undefined) followWriter(worker.peer, context.session);
  return {
    context,
    guard: catchFault,
    router: {
      book: bookHandlers({
        writer,
        checks: ledgerChecks,
        openSample: async function* () {
          throw new Error("later");
        },
      }),
      ledger: ledgerHandlers,
    },
    async close() {
      if (writer !== undefined) await closeBook(context, writer);
      else context.session.readable?.close();
    },
  };
}

/** Faults are caught once, here: logged with a reference, shown with that reference only. */
async function catchFault<R>(options: { next: () => Promise<R> }): Promise<R> {
  try {
    return await options.next();
  } catch (fault) {
    if (fault instanceof ORPCError) throw fault;
    const reference = randomUUID();
    const stack = fault instanceof Error ? fault.stack : String(fault);
    process.stderr.write(`${JSON.stringify({ level: "fault", reference, stack })}\n`);
    throw new ORPCError("FAULT", { status: 500, data: { reference } });
  }
}
