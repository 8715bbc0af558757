import PDFDocument from "pdfkit";
import { decimalText } from "#main/base/money.ts";
import type { SampleDocument } from "./choose-documents.ts";
import { company } from "./company.ts";
import { rateCell } from "./csv-text.ts";
import { layouts, type Style } from "./layouts.ts";
import { frenchDate } from "./working-day.ts";

type Page = { pdf: PDFKit.PDFDocument; style: Style; document: SampleDocument };

const LEFT = 48;
const RIGHT = 547;

/** Draws a supplier's bill as a one-page PDF with a text layer; same bytes for the same bill. */
export async function drawBill(document: SampleDocument): Promise<Uint8Array> {
  const { bill, layout } = document;
  const { reference, issuedOn, supplier } = bill;
  const stamp = new Date(`${issuedOn}T09:00:00Z`);
  // Uncompressed streams: the bytes then owe nothing to the machine's zlib.
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    compress: false,
    lang: "fr",
    info: {
      Title: `Facture ${reference}`,
      Author: supplier.name,
      CreationDate: stamp,
      ModDate: stamp,
    },
  });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  const page: Page = { pdf, style: layouts[layout], document };
  drawSeller(page);
  drawBuyer(page);
  drawFacts(page);
  drawVatTable(page, drawLines(page));
  drawFoot(page);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** `1 234,56 €`, with no-break spaces that the standard fonts own. */
export function euros(amountMinor: number): string {
  const [whole = "", cents = ""] = decimalText(amountMinor, ",").split(",");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0")},${cents}\u00a0€`;
}

/** `FR76 1899 9004 …` */
export function groupsOfFour(text: string): string {
  return text.replace(/(.{4})(?=.)/g, "$1 ");
}

function write(
  page: Page,
  text: string,
  at: {
    x: number;
    y: number;
    size?: number;
    bold?: boolean;
    width?: number;
    align?: "left" | "right" | "center";
    color?: string;
  },
): void {
  const { pdf, style } = page;
  pdf
    .font(at.bold ? style.bold : style.font)
    .fontSize(at.size ?? 9)
    .fillColor(at.color ?? "#1a1a1a")
    .text(text, at.x, at.y, {
      width: at.width ?? 260,
      align: at.align ?? "left",
      lineBreak: true,
      lineGap: 1,
    });
}

function drawSeller(page: Page): void {
  const { pdf, style, document } = page;
  const { supplier } = document.bill;
  const onBand = style.band !== undefined;
  if (style.band !== undefined) pdf.rect(0, 0, 596, 84).fill(style.band);
  if (style.mark !== undefined) pdf.circle(LEFT + 14, 54, 14).fill(style.mark);
  const x = style.mark === undefined ? LEFT : LEFT + 38;
  const center = style.centered ? { width: RIGHT - LEFT, align: "center" as const } : {};
  const color = onBand ? "#ffffff" : style.accent;
  write(page, supplier.name, { x, y: 36, size: 16, bold: true, color, ...center });
  const address = supplier.address.replace(", ", onBand ? " - " : "\n");
  write(page, address, { x, y: 58, color: onBand ? "#ffffff" : "#333333", ...center });
  if (style.title === undefined) return;
  const title = { x: 340, y: style.centered ? 104 : 38, size: 18, bold: true, width: RIGHT - 340 };
  write(page, style.title, { ...title, align: "right", color: onBand ? "#ffffff" : style.accent });
}

function drawBuyer(page: Page): void {
  const { name, legalForm, address, siren, vatNumber } = company;
  const y = page.style.buyerY;
  const x = 330;
  write(page, page.style.buyerWord, { x, y, size: 7.5, color: "#666666" });
  write(page, `${name} ${legalForm}`, { x, y: y + 12, size: 10.5, bold: true });
  write(page, `${address.street}\n${address.postalCode} ${address.city}`, {
    x,
    y: y + 27,
    size: 10,
  });
  write(page, `SIREN ${siren} - TVA ${vatNumber}`, { x, y: y + 54, size: 8 });
}

function drawFacts(page: Page): void {
  const { style, document, pdf } = page;
  const { bill } = document;
  const facts = [
    [style.words.number, bill.reference],
    [style.words.issued, frenchDate(bill.issuedOn)],
    [style.words.due, frenchDate(bill.dueOn)],
    ["Référence client", "BRIND-0049"],
  ] as const;
  if (style.factsAcross) {
    const y = 224;
    pdf.rect(LEFT, y - 6, RIGHT - LEFT, 36).fill("#f1f1ee");
    for (const [i, [word, value]] of facts.entries()) {
      write(page, word, { x: LEFT + 8 + i * 126, y, size: 7.5, color: "#666666", width: 118 });
      write(page, value, { x: LEFT + 8 + i * 126, y: y + 12, size: 9.5, bold: true, width: 118 });
    }
    return;
  }
  for (const [i, [word, value]] of facts.entries()) {
    const y = style.buyerY + 6 + i * 16;
    write(page, `${word} :`, { x: LEFT, y, width: 110 });
    write(page, value, { x: LEFT + 112, y, bold: i < 3, width: 150 });
  }
}

const COLUMNS = [
  { x: LEFT + 6, width: 250, align: "left" },
  { x: 306, width: 44, align: "right" },
  { x: 356, width: 70, align: "right" },
  { x: 430, width: 40, align: "right" },
  { x: 472, width: 70, align: "right" },
] as const;

function row(
  page: Page,
  cells: readonly string[],
  { y, bold, color }: { y: number; bold?: boolean; color?: string },
): void {
  for (const [i, column] of COLUMNS.entries()) {
    write(page, cells[i] ?? "", { ...column, y, bold: bold ?? false, color: color ?? "#1a1a1a" });
  }
}

/** Draws the detail lines; @returns where the next block starts */
function drawLines(page: Page): number {
  const { pdf, style, document } = page;
  let y = 290;
  pdf.rect(LEFT, y - 5, RIGHT - LEFT, 19).fill(style.head);
  row(page, style.words.columns, { y, bold: true, color: style.headText });
  y += 24;
  const isReverse = document.bill.regime === "Autoliquidation";
  for (const line of document.lines) {
    const rate = isReverse ? "-" : `${rateCell(line.rateBps)}\u00a0%`;
    row(
      page,
      [line.text, String(line.quantity), euros(line.unitMinor), rate, euros(line.netMinor)],
      { y },
    );
    y += 20;
    pdf
      .moveTo(LEFT, y - 5)
      .lineTo(RIGHT, y - 5)
      .lineWidth(0.4)
      .stroke("#c9c9c4");
  }
  return y + 22;
}

function drawVatTable(page: Page, top: number): void {
  const { pdf, style, document } = page;
  const { bill } = document;
  const isReverse = bill.regime === "Autoliquidation";
  let y = top;
  const pair = (word: string, amountMinor: number, bold = false) => {
    write(page, word, { x: 330, y, width: 130, bold });
    write(page, euros(amountMinor), { x: 452, y, width: 90, align: "right", bold });
    y += 17;
  };
  const net = bill.parts.reduce((sum, part) => sum + part.netMinor, 0);
  pair(style.words.net, net);
  if (isReverse) pair("TVA (autoliquidation)", 0);
  else {
    for (const { rateBps, netMinor, vatMinor } of bill.parts) {
      const base = bill.parts.length > 1 ? ` sur ${euros(netMinor)}` : "";
      pair(`TVA ${rateCell(rateBps)}\u00a0%${base}`, vatMinor);
    }
    if (bill.parts.length > 1) pair("Total TVA", bill.grossMinor - net);
  }
  pdf
    .moveTo(330, y - 2)
    .lineTo(RIGHT, y - 2)
    .lineWidth(0.8)
    .stroke(style.accent);
  y += 4;
  pair(style.words.gross, bill.grossMinor, true);
  if (!isReverse) return;
  const notice = "Autoliquidation - TVA due par le preneur, art. 283-2 nonies du CGI.";
  write(page, notice, { x: LEFT, y: y + 8, width: 480, bold: true });
}

function drawFoot(page: Page): void {
  const { pdf, document, style } = page;
  const { supplier, dueOn } = document.bill;
  const y = 664;
  pdf
    .moveTo(LEFT, y - 8)
    .lineTo(RIGHT, y - 8)
    .lineWidth(0.4)
    .stroke("#c9c9c4");
  const pay =
    supplier.mode === "PRLV"
      ? `Le montant sera prélevé sur votre compte le ${frenchDate(dueOn)}.`
      : `Règlement par virement au plus tard le ${frenchDate(dueOn)}.`;
  write(page, `${pay}\nIBAN ${groupsOfFour(supplier.iban)}`, { x: LEFT, y, width: 480 });
  const legal = [
    "Pas d'escompte pour paiement anticipé. En cas de retard, pénalités au taux de trois fois",
    "l'intérêt légal et indemnité forfaitaire pour frais de recouvrement de 40 €",
    "(art. L441-10 C. com.).",
  ].join(" ");
  write(page, legal, { x: LEFT, y: y + 34, size: 7.5, width: RIGHT - LEFT, color: "#444444" });
  const identity =
    `${supplier.name} - SARL au capital de ${style.capital} - ` +
    `SIREN ${spacedSiren(supplier.siren)} - ` +
    `RCS ${registryOf(supplier.address)} - N° TVA intracommunautaire ${supplier.vatNumber}`;
  const foot = { x: LEFT, y: 784, size: 7.5, width: RIGHT - LEFT, align: "center" as const };
  write(page, identity, { ...foot, color: "#444444" });
}

/** The town of the trade register: small towns depend on a larger one. */
function registryOf(address: string): string {
  const town = address.replace(/^.* \d{5} /, "");
  return town === "Vernantes" ? "Angers" : town;
}

function spacedSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, "$1 ");
}
