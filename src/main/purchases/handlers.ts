import { readUpload } from "#main/automation/import-run.ts";
import { isRefusal, refuse } from "#main/base/refusal.ts";
import { getTrade, listTrade, paymentsOf, vatLinesOf } from "#main/parties/list-trade.ts";
import {
  actOf,
  answer,
  bookOf,
  office,
  readOf,
  run,
  stream,
} from "#main/security/office-context.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { bookDocument } from "./book-document.ts";
import {
  documentBytes,
  getDocument,
  listDocuments,
  reviewableDocument,
  setDocumentState,
} from "./documents.ts";
import { dropDocument } from "./drop-document.ts";
import { importBills } from "./import-bills.ts";
import { renderPage } from "./reading/page-pictures.ts";
import { SCREEN_DPI } from "./reading/read-document.ts";
import type { ReadingPool } from "./reading/reading-pool.ts";

const o = office.purchases;

/** The procedures of supplier bills and documents; `pool` reads documents in its own thread. */
export function purchasesHandlers(pool: ReadingPool) {
  return {
    listBills: o.listBills.handler(({ context, input }) =>
      bookOf(context).snapshot((read) => listTrade(read, "bill", input)),
    ),
    getBill: o.getBill.handler(({ context, input }) =>
      answer(bookOf(context).snapshot((read) => getBill(read, input.billId))),
    ),
    importBills: o.importBills.handler(async function* ({ context, input, signal }) {
      const command = "purchases.importBills";
      const file = await readUpload(input.file);
      const act = { ...actOf(context, command), isLate: input.late };
      const work = importBills(act, file, input);
      return yield* stream({ context, command, signal, preview: input.preview }, work);
    }),
    dropDocument: o.dropDocument.handler(({ context, input, signal }) =>
      dropDocument(pool, context, { file: input.file, signal }),
    ),
    listDocuments: o.listDocuments.handler(({ context, input }) =>
      listDocuments(readOf(context), input),
    ),
    getDocument: o.getDocument.handler(({ context, input }) =>
      answer(getDocument(readOf(context), input.documentId)),
    ),
    getDocumentPage: o.getDocumentPage.handler(async ({ context, input }) => ({
      file: await pagePicture(readOf(context), input),
    })),
    bookDocument: o.bookDocument.handler(({ context, input }) =>
      run(context, "purchases.bookDocument", (tx) => {
        const booked = bookDocument(tx, actOf(context, "purchases.bookDocument"), input);
        if (isRefusal(booked)) return booked;
        return { result: booked, audit: { subject: `bill ${input.bill.number}`, after: input } };
      }),
    ),
    setDocumentAside: o.setDocumentAside.handler(({ context, input }) =>
      run(context, "purchases.setDocumentAside", (tx) => {
        const document = reviewableDocument(tx, input.documentId);
        if (isRefusal(document)) return document;
        setDocumentState(tx, input.documentId, "set-aside");
        return { result: {}, audit: { subject: `document ${document.fileName}` } };
      }),
    ),
  };
}

function getBill(read: ReadHandle, billId: number) {
  const row = getTrade(read, "bill", billId);
  if (row === undefined) return refuse("purchases.unknown-bill", { billId });
  const more = read
    .reading(
      "SELECT vat_treatment AS vatTreatment, expense_account AS expenseAccount, " +
        "document_id AS documentId FROM bill WHERE id = ?",
    )
    .get(billId) as { vatTreatment: string; expenseAccount: string; documentId: number | null };
  return {
    ...row,
    ...more,
    vatLines: vatLinesOf(read, "bill", billId),
    payments: paymentsOf(read, "bill", billId),
  };
}

/** A page of a PDF is drawn; an image is its own page. */
async function pagePicture(
  read: ReadHandle,
  asked: { documentId: number; page: number },
): Promise<File> {
  const { bytes, mediaType, fileName } = answer(documentBytes(read, asked.documentId));
  if (mediaType !== "application/pdf") {
    return new File([new Uint8Array(bytes)], fileName, { type: mediaType });
  }
  const { png } = await renderPage(bytes, asked.page, SCREEN_DPI);
  return new File([new Uint8Array(png)], `page-${asked.page}.png`, { type: "image/png" });
}
