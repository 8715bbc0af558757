import type { TradeRow } from "#contract/invoicing.ts";
import { dateWords, moneyWords } from "#contract/sentence.ts";

/** An invoice with everything that its page must mention. */
export interface PrintedInvoice extends TradeRow {
  seller: {
    name: string;
    legalForm: string | null;
    address: string;
    siren: string;
    siret: string | null;
    vatNumber: string | null;
    capitalMinor: number | null;
  };
  customer: { code: string; name: string; siren: string | null; vatNumber: string | null };
  vatTreatment: string;
  iban: string | null;
  vatLines: { rateBps: number; netMinor: number; vatMinor: number }[];
}

const LEFT = 50;
const WIDTH = 495;
const INK = "#1a2027";
const QUIET = "#5c6670";
const RULE = "#d4d9de";

/** Why no VAT is charged, in the words the law wants (CGI ann. II art. 242 nonies A). */
const NO_VAT: Readonly<Record<string, string>> = {
  "reverse-charge": "Autoliquidation (CGI art. 283)",
  "intra-community": "Exonération de TVA, livraison intracommunautaire (CGI art. 262 ter I)",
  export: "Exonération de TVA, exportation (CGI art. 262 I)",
  exempt: "Exonération de TVA (CGI art. 261)",
};

/** Draws an invoice on one A4 page, with the mentions of C. com. L441-9 and CGI 242 nonies A. */
export function drawInvoice(doc: PDFKit.PDFDocument, invoice: PrintedInvoice): void {
  drawSeller(doc, invoice);
  drawHead(doc, invoice);
  const below = drawLines(doc, invoice);
  drawTotals(doc, invoice, below + 12);
  drawFoot(doc, invoice);
}

function drawSeller(doc: PDFKit.PDFDocument, { seller }: PrintedInvoice): void {
  doc.font("bold").fontSize(14).fillColor(INK).text(seller.name, LEFT, 50, { width: 240 });
  const lines = [
    seller.address.replaceAll(", ", "\n"),
    `SIREN ${seller.siren}`,
    ...(seller.vatNumber === null ? [] : [`TVA ${seller.vatNumber}`]),
  ];
  doc.font("regular").fontSize(9).fillColor(QUIET).text(lines.join("\n"), { width: 240 });
}

function drawHead(doc: PDFKit.PDFDocument, invoice: PrintedInvoice): void {
  const title = invoice.kind === "credit-note" ? "Avoir" : "Facture";
  const at = { width: 225, align: "right" as const };
  doc.font("bold").fontSize(20).fillColor(INK).text(`${title} ${invoice.number}`, 320, 50, at);
  const dates = [
    `Date d'émission : ${dateWords(invoice.issuedOn)}`,
    `Échéance : ${dateWords(invoice.dueOn)}`,
  ];
  doc
    .font("regular")
    .fontSize(9)
    .fillColor(QUIET)
    .text(dates.join("\n"), 320, doc.y + 4, at);
  const { customer } = invoice;
  const lines = [
    `Code client ${customer.code}`,
    ...(customer.siren === null ? [] : [`SIREN ${customer.siren}`]),
    ...(customer.vatNumber === null ? [] : [`TVA ${customer.vatNumber}`]),
  ];
  doc.font("bold").fontSize(10).fillColor(INK).text(customer.name, 320, 160, { width: 225 });
  doc.font("regular").fontSize(9).fillColor(QUIET).text(lines.join("\n"), { width: 225 });
}

const COLUMNS = [
  { title: "Désignation", x: LEFT, width: 235, align: "left" as const },
  { title: "Taux", x: 285, width: 60, align: "right" as const },
  { title: "Montant HT", x: 350, width: 95, align: "right" as const },
  { title: "TVA", x: 450, width: 95, align: "right" as const },
];

function drawLines(doc: PDFKit.PDFDocument, invoice: PrintedInvoice): number {
  let y = 260;
  const row = (cells: readonly string[], font: "bold" | "regular") => {
    doc
      .font(font)
      .fontSize(9)
      .fillColor(font === "bold" ? QUIET : INK);
    let bottom = y;
    for (const [i, column] of COLUMNS.entries()) {
      doc.text(cells[i] ?? "", column.x, y, { width: column.width, align: column.align });
      bottom = Math.max(bottom, doc.y);
    }
    y = bottom + 6;
    rule(doc, y - 3);
  };
  row(
    COLUMNS.map((c) => c.title),
    "bold",
  );
  for (const vat of invoice.vatLines) {
    row(
      [invoice.label, rateWords(vat.rateBps), money(vat.netMinor), money(vat.vatMinor)],
      "regular",
    );
  }
  return y;
}

function drawTotals(doc: PDFKit.PDFDocument, invoice: PrintedInvoice, top: number): void {
  let y = top;
  const line = (name: string, amountMinor: number, font: "bold" | "regular") => {
    doc
      .font(font)
      .fontSize(font === "bold" ? 12 : 10)
      .fillColor(INK);
    doc.text(name, 300, y, { width: 140, align: "right" });
    doc.text(money(amountMinor), 445, y, { width: 100, align: "right" });
    y = doc.y + 5;
  };
  line("Total HT", invoice.netMinor, "regular");
  for (const vat of invoice.vatLines) {
    if (vat.vatMinor !== 0) line(`TVA ${rateWords(vat.rateBps)}`, vat.vatMinor, "regular");
  }
  line(
    invoice.kind === "credit-note" ? "Total TTC" : "Net à payer TTC",
    invoice.grossMinor,
    "bold",
  );
  const why = NO_VAT[invoice.vatTreatment];
  if (why !== undefined) {
    doc
      .font("regular")
      .fontSize(9)
      .text(why, LEFT, y + 6, { width: WIDTH });
  }
}

function drawFoot(doc: PDFKit.PDFDocument, invoice: PrintedInvoice): void {
  const { seller } = invoice;
  const pay = invoice.iban === null ? "" : `Règlement par virement : IBAN ${grouped(invoice.iban)}`;
  const terms =
    "Pas d'escompte pour paiement anticipé. En cas de retard, pénalités au taux de refinancement " +
    "de la BCE majoré de 10 points et indemnité forfaitaire de recouvrement de 40 € (C. com. " +
    "L441-10, D441-5).";
  const capital =
    seller.capitalMinor === null ? "" : ` au capital de ${money(seller.capitalMinor)}`;
  const identity = `${seller.name}, ${seller.legalForm ?? ""}${capital} · SIREN ${seller.siren}${
    seller.siret === null ? "" : ` · SIRET ${seller.siret}`
  }`;
  rule(doc, 712);
  doc.font("regular").fontSize(8).fillColor(QUIET);
  doc.text([pay, terms, identity].filter(Boolean).join("\n"), LEFT, 720, {
    width: WIDTH,
    lineGap: 2,
  });
}

function rule(doc: PDFKit.PDFDocument, y: number): void {
  doc
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke();
}

/** The fonts own U+00A0 but not U+202F, which Intl puts between thousands. */
function money(amountMinor: number): string {
  return moneyWords(amountMinor, "fr").replaceAll("\u202f", "\u00a0");
}

function rateWords(rateBps: number): string {
  return `${(rateBps / 100).toString().replace(".", ",")}\u00a0%`;
}

function grouped(iban: string): string {
  return iban.replaceAll(/(.{4})/g, "$1 ").trim();
}
