import PDFDocument from "pdfkit";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import { getTrade, vatLinesOf } from "#main/parties/list-trade.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { drawInvoice, type PrintedInvoice } from "./invoice-page.ts";

/** Prints an invoice as a tagged PDF; the same invoice always gives the same bytes. */
export async function printInvoice(
  read: ReadHandle,
  invoiceId: number,
): Promise<{ file: File } | Refusal> {
  const invoice = printedInvoice(read, invoiceId);
  if (invoice === undefined) return refuse("invoicing.unknown-invoice", { invoiceId });
  const bytes = await drawn(invoice);
  const name = `${invoice.number.replaceAll(/[^\w.-]/g, "_")}.pdf`;
  return { file: new File([bytes], name, { type: "application/pdf" }) };
}

function printedInvoice(read: ReadHandle, invoiceId: number): PrintedInvoice | undefined {
  const row = getTrade(read, "invoice", invoiceId);
  if (row === undefined) return undefined;
  const seller = read
    .reading(
      "SELECT name, legal_form AS legalForm, address, siren, siret, vat_number AS vatNumber, " +
        "capital_minor AS capitalMinor FROM company",
    )
    .get() as PrintedInvoice["seller"];
  const customer = read
    .reading("SELECT code, name, siren, vat_number AS vatNumber FROM party WHERE id = ?")
    .get(row.partyId) as PrintedInvoice["customer"];
  const { vatTreatment } = read
    .reading("SELECT vat_treatment AS vatTreatment FROM invoice WHERE id = ?")
    .get(invoiceId) as { vatTreatment: string };
  const { iban } = (read.reading("SELECT iban FROM bank_account ORDER BY id LIMIT 1").get() ?? {
    iban: null,
  }) as { iban: string | null };
  return {
    ...row,
    seller,
    customer,
    vatTreatment,
    iban,
    vatLines: vatLinesOf(read, "invoice", invoiceId),
  };
}

function drawn(invoice: PrintedInvoice): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    size: "A4",
    margin: 50,
    pdfVersion: "1.7",
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    font: resourcePath("fonts", "Inter-Regular.ttf"),
    info: {
      Title: `${invoice.kind === "credit-note" ? "Avoir" : "Facture"} ${invoice.number}`,
      Author: invoice.seller.name,
      CreationDate: new Date(`${invoice.issuedOn}T00:00:00Z`),
    },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
  doc.registerFont("regular", resourcePath("fonts", "Inter-Regular.ttf"));
  doc.registerFont("bold", resourcePath("fonts", "Inter-SemiBold.ttf"));
  drawInvoice(doc, invoice);
  doc.end();
  return done;
}
