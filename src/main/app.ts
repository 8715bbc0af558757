import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createRouterClient, ORPCError } from "@orpc/server";
import { automationHandlers } from "./automation/handlers.ts";
import type { FeedSettings } from "./banking/bank-accounts.ts";
import { bankingHandlers } from "./banking/handlers.ts";
import type { BankFeed } from "./banking/port.ts";
import { UploadSpool } from "./banking/upload-spool.ts";
import type { BookCalls } from "./book/book-calls.ts";
import { bookChecks } from "./book/book-checks.ts";
import { closingChecks } from "./book/closing-checks.ts";
import { bookHandlers } from "./book/handlers.ts";
import { closeBook, type WriterState } from "./book/open-book.ts";
import { followWriter, ReaderLink } from "./book/reader-link.ts";
import { SAMPLE_NOW_MS } from "./book/sample-company.ts";
import type { OfficeWorkerData } from "./doors/office-threads.ts";
import { fecHandlers } from "./exports/fec-handlers.ts";
import { exportsHandlers } from "./exports/handlers.ts";
import { packHandlers } from "./exports/pack/handlers.ts";
import { statementsHandlers } from "./exports/report/handlers.ts";
import { invoicingHandlers } from "./invoicing/handlers.ts";
import { assetsHandlers } from "./ledger/assets/handlers.ts";
import { closingHandlers } from "./ledger/closing/handlers.ts";
import { currencyHandlers } from "./ledger/currency/handlers.ts";
import { enteringHandlers } from "./ledger/entering/handlers.ts";
import { ledgerHandlers } from "./ledger/handlers.ts";
import { letteringHandlers } from "./ledger/lettering/handlers.ts";
import { vatHandlers } from "./ledger/vat/handlers.ts";
import { ecbClient } from "./providers/ecb/client.ts";
import { ecbRates } from "./providers/ecb/provider.ts";
import { openWriter } from "./providers/open-writer.ts";
import { qontoClient } from "./providers/qonto/client.ts";
import { qontoFeed } from "./providers/qonto/provider.ts";
import { purchasesHandlers } from "./purchases/handlers.ts";
import { ReadingPool } from "./purchases/reading/reading-pool.ts";
import { reconciliationHandlers } from "./reconciliation/handlers.ts";
import { systemKeychain } from "./security/keychain.ts";
import { type OfficeContext, office, type Session } from "./security/office-context.ts";
import { treasuryHandlers } from "./treasury/handlers.ts";
import { reportHandlers } from "./treasury/report/report-handlers.ts";
import { stressHandlers } from "./treasury/stress-handlers.ts";
import { stressQueue } from "./treasury/stress-queue.ts";
import { writerHandlers } from "./treasury/writer-handlers.ts";

const ECB_URL = "https://www.ecb.europa.eu";
const QONTO_URL = "https://thirdparty.qonto.com";

/** The only wiring: gives the domains what they need and makes the contract's router. */
export function openApp(worker: OfficeWorkerData) {
  const session: Session = {};
  const context: OfficeContext = {
    session,
    now: () => (session.isSample === true ? Math.max(Date.now(), SAMPLE_NOW_MS) : Date.now()),
    keychain: systemKeychain(),
  };
  const writer: WriterState | undefined =
    worker.role === "writer" ? { reader: new ReaderLink(worker.peer) } : undefined;
  if (writer === undefined) followWriter(worker.peer, session);
  const pool = new ReadingPool(
    worker.readingUrl === undefined ? {} : { workerUrl: new URL(worker.readingUrl) },
  );
  const stress = stressQueue(
    worker.readingUrl === undefined ? undefined : new URL("stress-worker.js", worker.readingUrl),
  );
  const spool = new UploadSpool();
  const calls = (own: OfficeContext): BookCalls => createRouterClient(router, { context: own });
  const router = office.router({
    book: bookHandlers({ writer, checks: bookChecks, calls }),
    ledger: ledgerHandlers,
    entry: enteringHandlers,
    invoicing: invoicingHandlers,
    purchases: purchasesHandlers(pool),
    banking: bankingHandlers(openQonto, spool),
    lettering: letteringHandlers,
    vat: vatHandlers,
    assets: assetsHandlers,
    closing: closingHandlers(closingChecks),
    currency: currencyHandlers(ecbRates(ecbClient({ baseUrl: ECB_URL, fetch }))),
    reconciliation: reconciliationHandlers,
    treasury: {
      ...treasuryHandlers,
      ...stressHandlers(stress),
      ...reportHandlers(stress),
      ...writerHandlers(openWriter),
    },
    fec: fecHandlers(bookChecks),
    statements: statementsHandlers,
    exports: exportsHandlers,
    pack: packHandlers(bookChecks),
    automation: automationHandlers,
  });
  return {
    context,
    guard: catchFault,
    router,
    async close() {
      spool.close();
      await pool.close();
      await stress.close();
      if (writer !== undefined) await closeBook(context, writer);
      else session.readable?.close();
    },
  };
}

/** The feed of a Qonto account; turned on, it is the only thing here that asks the network. */
function openQonto({ login, baseUrl }: FeedSettings, secretKey: string): BankFeed {
  return qontoFeed(
    qontoClient({
      baseUrl: baseUrl ?? QONTO_URL,
      login,
      secretKey,
      fetch,
      sleep: (ms, signal) => wait(ms, undefined, { signal }),
      random: Math.random,
      nowMs: Date.now,
    }),
  );
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
