import { Buffer } from "node:buffer";
import PDFDocument from "pdfkit";
import { decimalText } from "#main/base/money.ts";
import type { BillTruth } from "./bill-truth.ts";

type Sheet = InstanceType<typeof PDFDocument>;

/** The ways a bill can be laid out. */
export const LAYOUTS = ["classic", "boxes", "english", "by-rate", "letters"] as const;
export type Layout = (typeof LAYOUTS)[number];

const BUYER = ["Ma Société SARL", "12 rue du Port", "44000 Nantes"];

/** Draws a bill as a PDF with a text layer; nothing in it is read from disk. */
export async function drawBill(bill: BillTruth, layout: Layout): Promise<Uint8Array> {
  const sheet = new PDFDocument({ size: "A4", margin: 40, info: { CreationDate: new Date(0) } });
  const parts: Buffer[] = [];
  sheet.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve) => sheet.on("end", () => resolve()));
  sheet.font("Helvetica").fontSize(10);
  drawers[layout](sheet, bill);
  sheet.end();
  await done;
  return new Uint8Array(Buffer.concat(parts));
}

const drawers: Record<Layout, (sheet: Sheet, bill: BillTruth) => void> = {
  classic: drawClassic,
  boxes: drawBoxes,
  english: drawEnglish,
  "by-rate": drawByRate,
  letters: drawLetters,
};

/** `1 234,56 €` with the no-break space that French software writes. */
function euros(minor: number): string {
  const [whole = "", cents] = decimalText(minor, ",").split(",");
  return `${whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, "\u00a0")},${cents} €`;
}

function pounds(minor: number): string {
  const [whole = "", cents] = decimalText(minor, ".").split(".");
  return `€${whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",")}.${cents}`;
}

function rateText(rateBps: number): string {
  return `${decimalText(rateBps, ",").replace(/,?0+$/, "")} %`;
}

function french(date: string): string {
  return date.split("-").reverse().join("/");
}

const MONTHS =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const ENGLISH =
  "January February March April May June July August September October November December".split(
    " ",
  );

function spelled(date: string, locale: "fr" | "en"): string {
  const [year, month = "1", day = "1"] = date.split("-");
  const index = Number(month) - 1;
  if (locale === "en") return `${ENGLISH[index]} ${Number(day)}, ${year}`;
  return `${day === "01" ? "1er" : Number(day)} ${MONTHS[index]} ${year}`;
}

function right(sheet: Sheet, text: string, at: { x: number; y: number }): void {
  sheet.text(text, at.x - 150, at.y, { width: 150, align: "right", lineBreak: false });
}

function plain(sheet: Sheet, text: string, at: { x: number; y: number }): void {
  sheet.text(text, at.x, at.y, { lineBreak: false });
}

function drawAddress(sheet: Sheet, lines: readonly string[], at: { x: number; y: number }): void {
  lines.forEach((line, i) => {
    plain(sheet, line, { x: at.x, y: at.y + 13 * i });
  });
}

function drawItems(sheet: Sheet, bill: BillTruth, y: number, money: (m: number) => string): number {
  let at = y;
  for (const item of bill.items) {
    plain(sheet, item.words, { x: 40, y: at });
    right(sheet, String(item.quantity), { x: 330, y: at });
    right(sheet, money(item.unitMinor), { x: 420, y: at });
    right(sheet, rateText(item.rateBps), { x: 470, y: at });
    right(sheet, money(item.unitMinor * item.quantity), { x: 555, y: at });
    at += 15;
  }
  return at + 15;
}

function drawFoot(sheet: Sheet, bill: BillTruth): void {
  sheet.fontSize(7);
  const { supplier } = bill;
  const siret = `${supplier.siren.replace(/(\d{3})(?=\d)/g, "$1 ")} 00012`;
  plain(sheet, `${supplier.name} au capital de 10 000 € - SIRET ${siret} - TVA ${supplier.vat}`, {
    x: 40,
    y: 770,
  });
  plain(sheet, "Pénalités de retard : 12 % l'an. Indemnité forfaitaire de recouvrement : 40,00 €", {
    x: 40,
    y: 780,
  });
  sheet.fontSize(10);
}

function drawClassic(sheet: Sheet, bill: BillTruth): void {
  const { supplier } = bill;
  sheet.fontSize(16);
  plain(sheet, supplier.name, { x: 40, y: 40 });
  sheet.fontSize(10);
  drawAddress(sheet, ["8 avenue des Fleurs", "69003 Lyon", "Tél. : 04 72 10 20 30"], {
    x: 40,
    y: 62,
  });
  drawAddress(sheet, BUYER, { x: 340, y: 110 });
  sheet.fontSize(14);
  plain(sheet, `${bill.creditNote ? "AVOIR" : "FACTURE"} N° ${bill.number}`, { x: 40, y: 190 });
  sheet.fontSize(10);
  plain(sheet, `Date : ${french(bill.issuedOn)}`, { x: 40, y: 212 });
  plain(sheet, `Échéance : ${french(bill.dueOn)}`, { x: 40, y: 226 });
  plain(sheet, "N° client : 90210", { x: 40, y: 240 });
  ["Désignation", "Qté", "P.U. HT", "TVA", "Montant HT"].forEach((word, i) => {
    if (i === 0) plain(sheet, word, { x: 40, y: 265 });
    else right(sheet, word, { x: [330, 420, 470, 555][i - 1] ?? 0, y: 265 });
  });
  const y = drawItems(sheet, bill, 285, euros);
  drawTotals(sheet, y, [
    ["Total HT", euros(bill.netMinor)],
    ["Total TVA", euros(bill.vatMinor)],
    ["Total TTC", euros(bill.grossMinor)],
  ]);
  plain(sheet, `IBAN : ${bill.supplier.iban.replace(/(.{4})/g, "$1 ").trim()}`, {
    x: 40,
    y: y + 70,
  });
  drawFoot(sheet, bill);
}

function drawTotals(sheet: Sheet, y: number, rows: readonly (readonly [string, string])[]): void {
  rows.forEach(([words, amount], i) => {
    plain(sheet, words, { x: 380, y: y + 16 * i });
    right(sheet, amount, { x: 555, y: y + 16 * i });
  });
}

/** Headings above their values, and VAT in a table by rate. */
function drawBoxes(sheet: Sheet, bill: BillTruth): void {
  drawAddress(sheet, [bill.supplier.name, "8 avenue des Fleurs", "69003 Lyon"], { x: 40, y: 40 });
  plain(sheet, "Facturé à", { x: 340, y: 40 });
  drawAddress(sheet, BUYER, { x: 340, y: 55 });
  sheet.fontSize(18);
  plain(sheet, bill.creditNote ? "Avoir" : "Facture", { x: 40, y: 120 });
  sheet.fontSize(9);
  const heads = ["Numéro", "Date de facture", "Commande", "Date d'échéance"];
  const values = [bill.number, french(bill.issuedOn), "C-7781", french(bill.dueOn)];
  heads.forEach((head, i) => {
    plain(sheet, head, { x: 40 + 130 * i, y: 160 });
    plain(sheet, values[i] ?? "", { x: 40 + 130 * i, y: 174 });
  });
  const y = drawItems(sheet, bill, 220, euros);
  ["Taux", "Base HT", "Montant TVA", "Montant TTC"].forEach((head, i) => {
    right(sheet, head, { x: 250 + 100 * i, y });
  });
  bill.vatLines.forEach((line, i) => {
    const at = y + 15 * (i + 1);
    right(sheet, rateText(line.rateBps), { x: 250, y: at });
    right(sheet, euros(line.netMinor), { x: 350, y: at });
    right(sheet, euros(line.vatMinor), { x: 450, y: at });
    right(sheet, euros(line.netMinor + line.vatMinor), { x: 550, y: at });
  });
  const at = y + 15 * (bill.vatLines.length + 1) + 4;
  plain(sheet, "Total", { x: 180, y: at });
  right(sheet, euros(bill.netMinor), { x: 350, y: at });
  right(sheet, euros(bill.vatMinor), { x: 450, y: at });
  right(sheet, euros(bill.grossMinor), { x: 550, y: at });
  plain(sheet, `Net à payer : ${euros(bill.grossMinor)}`, { x: 380, y: at + 30 });
  drawFoot(sheet, bill);
}

function drawEnglish(sheet: Sheet, bill: BillTruth): void {
  sheet.fontSize(20);
  plain(sheet, bill.creditNote ? "CREDIT NOTE" : "INVOICE", { x: 400, y: 40 });
  sheet.fontSize(10);
  drawAddress(sheet, [bill.supplier.name, "8 High Street", "Dublin"], { x: 40, y: 40 });
  plain(sheet, "Bill to", { x: 40, y: 110 });
  drawAddress(sheet, BUYER, { x: 40, y: 124 });
  const facts = [
    [bill.creditNote ? "Credit note number" : "Invoice number", bill.number],
    [bill.creditNote ? "Issue date" : "Invoice date", spelled(bill.issuedOn, "en")],
    ["Due date", spelled(bill.dueOn, "en")],
  ] as const;
  facts.forEach(([words, value], i) => {
    plain(sheet, words, { x: 340, y: 110 + 14 * i });
    right(sheet, value, { x: 555, y: 110 + 14 * i });
  });
  const y = drawItems(sheet, bill, 220, pounds);
  drawTotals(sheet, y, [
    ["Subtotal", pounds(bill.netMinor)],
    ...bill.vatLines.map((l) => [`VAT ${rateText(l.rateBps)}`, pounds(l.vatMinor)] as const),
    ["Amount due", pounds(bill.grossMinor)],
  ]);
  drawFoot(sheet, bill);
}

/** No total of VAT: only the VAT of each rate, and dates with month names. */
function drawByRate(sheet: Sheet, bill: BillTruth): void {
  plain(sheet, bill.supplier.name, { x: 40, y: 40 });
  drawAddress(sheet, BUYER, { x: 340, y: 40 });
  plain(sheet, `Lyon, le ${spelled(bill.issuedOn, "fr")}`, { x: 340, y: 100 });
  sheet.fontSize(13);
  plain(sheet, `${bill.creditNote ? "Avoir" : "Facture"} ${bill.number}`, { x: 40, y: 130 });
  sheet.fontSize(10);
  const y = drawItems(sheet, bill, 180, euros);
  drawTotals(sheet, y, [
    ["Total hors taxes", euros(bill.netMinor)],
    ...bill.vatLines.map((l) => [`TVA ${rateText(l.rateBps)}`, euros(l.vatMinor)] as const),
    ["Net à payer", euros(bill.grossMinor)],
  ]);
  plain(sheet, `À régler avant le ${spelled(bill.dueOn, "fr")}`, { x: 40, y: y + 90 });
  drawFoot(sheet, bill);
}

/** The classic page drawn letter by letter, as some printers do. */
function drawLetters(sheet: Sheet, bill: BillTruth): void {
  const whole = sheet.text.bind(sheet);
  const byLetter = (text: string, x: number, y: number, options?: object) => {
    const { width, align } = (options ?? {}) as { width?: number; align?: string };
    let at = align === "right" ? x + (width ?? 0) - sheet.widthOfString(text) : x;
    for (const letter of text) {
      if (letter !== " ") whole(letter, at, y, { lineBreak: false });
      at += sheet.widthOfString(letter);
    }
    return sheet;
  };
  Object.assign(sheet, { text: byLetter });
  drawClassic(sheet, bill);
}
