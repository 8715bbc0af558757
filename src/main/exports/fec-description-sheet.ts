import PDFDocument from "pdfkit";

/** A column of a table: widths are in points and add up to at most 495, an A4 page's text. */
export interface SheetColumn {
  title: string;
  width: number;
  bold?: boolean;
  numeric?: boolean;
}

const PAGE = { width: 595.28, height: 841.89, left: 50, top: 50, bottom: 64 } as const;
const TEXT_WIDTH = 495;
const INK = "#1c2430";
const QUIET = "#5b6675";
const RULE = "#d5dae1";
const BAND = "#f2f4f7";
const LABEL_WIDTH = 128;

/** Draws a plain A4 document: title, headings, facts, tables and paragraphs, with page numbers. */
export class FecDescriptionSheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #done: Promise<Uint8Array>;
  readonly #fonts: { regular: string; bold: string };
  readonly #footer: string;
  #y: number = PAGE.top;

  constructor(about: {
    title: string;
    author: string;
    madeOn: string;
    footer: string;
    fonts: { regular: string; bold: string };
  }) {
    this.#fonts = about.fonts;
    this.#footer = about.footer;
    this.#doc = new PDFDocument({
      size: "A4",
      margin: 0,
      pdfVersion: "1.7",
      lang: "fr-FR",
      displayTitle: true,
      bufferPages: true,
      font: about.fonts.regular,
      info: {
        Title: about.title,
        Author: about.author,
        CreationDate: new Date(`${about.madeOn}T00:00:00Z`),
      },
    });
    const chunks: Uint8Array[] = [];
    this.#done = new Promise((resolve, reject) => {
      this.#doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      this.#doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
      this.#doc.on("error", reject);
    });
  }

  title(text: string, under: string): void {
    this.#put(text, { x: PAGE.left, width: TEXT_WIDTH, size: 17, bold: true });
    this.#y += 25;
    this.#put(under, { x: PAGE.left, width: TEXT_WIDTH, size: 9, color: QUIET });
    this.#y += 24;
  }

  heading(text: string): void {
    this.#y += 12;
    this.#room(60);
    this.#put(text, { x: PAGE.left, width: TEXT_WIDTH, size: 11, bold: true });
    this.#y += 19;
  }

  /** Goes on at the top of a fresh page. */
  newPage(): void {
    this.#doc.addPage();
    this.#y = PAGE.top;
  }

  /** Pairs of a label and a value, one below the other. */
  facts(pairs: readonly (readonly [string, string])[]): void {
    const x = PAGE.left + LABEL_WIDTH;
    const width = TEXT_WIDTH - LABEL_WIDTH;
    for (const [label, value] of pairs) {
      const height = this.#height(value, width, 9);
      this.#room(height + 4);
      this.#put(label, { x: PAGE.left, width: LABEL_WIDTH - 8, size: 9, color: QUIET });
      this.#put(value, { x, width, size: 9 });
      this.#y += height + 4;
    }
  }

  paragraph(text: string): void {
    const height = this.#height(text, TEXT_WIDTH, 9);
    this.#room(height + 5);
    this.#put(text, { x: PAGE.left, width: TEXT_WIDTH, size: 9 });
    this.#y += height + 5;
  }

  /** A table whose head is drawn again on each page. */
  table(table: { columns: readonly SheetColumn[]; rows: readonly (readonly string[])[] }): void {
    const { columns, rows } = table;
    this.#head(columns);
    for (const row of rows) {
      const heights = columns.map((c, i) => this.#height(row[i] ?? "", c.width - 12, 8.5));
      const height = Math.max(...heights) + 6;
      if (this.#room(height)) this.#head(columns);
      this.#cells(columns, row, { size: 8.5, color: INK });
      this.#y += height;
      this.#line(this.#y, RULE);
    }
    this.#y += 4;
  }

  /** Numbers the pages and closes the document. */
  bytes(): Promise<Uint8Array> {
    const { count } = this.#doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.#doc.switchToPage(page);
      this.#y = PAGE.height - 44;
      this.#line(this.#y - 6, RULE);
      this.#put(this.#footer, { x: PAGE.left, width: 400, size: 8, color: QUIET });
      const number = `${page + 1} / ${count}`;
      this.#put(number, { x: 445, width: 100, size: 8, color: QUIET, right: true });
    }
    this.#doc.end();
    return this.#done;
  }

  #head(columns: readonly SheetColumn[]): void {
    this.#doc.rect(PAGE.left, this.#y, TEXT_WIDTH, 17).fill(BAND);
    const titles = columns.map((c) => c.title);
    this.#y += 1;
    const plain = columns.map((c) => ({ ...c, bold: false }));
    this.#cells(plain, titles, { size: 8, color: QUIET });
    this.#y += 16;
  }

  #cells(
    columns: readonly SheetColumn[],
    row: readonly string[],
    { size, color }: { size: number; color: string },
  ): void {
    let x: number = PAGE.left;
    columns.forEach((column, i) => {
      const { width, bold = false, numeric = false } = column;
      const place = { x: x + 6, width: width - 12, down: 3.5 };
      this.#put(row[i] ?? "", { ...place, size, color, bold, right: numeric });
      x += width;
    });
  }

  /** Starts a page when the height does not fit. @returns true when it did */
  #room(height: number): boolean {
    if (this.#y + height <= PAGE.height - PAGE.bottom) return false;
    this.newPage();
    return true;
  }

  #height(text: string, width: number, size: number): number {
    return this.#doc.fontSize(size).heightOfString(drawable(text), { width, lineGap: 1.5 });
  }

  #put(
    text: string,
    how: {
      x: number;
      width: number;
      size: number;
      down?: number;
      color?: string;
      bold?: boolean;
      right?: boolean;
    },
  ): void {
    this.#doc
      .font(how.bold === true ? this.#fonts.bold : this.#fonts.regular)
      .fontSize(how.size)
      .fillColor(how.color ?? INK)
      .text(drawable(text), how.x, this.#y + (how.down ?? 0), {
        width: how.width,
        lineGap: 1.5,
        align: how.right === true ? "right" : "left",
        features: how.right === true ? ["tnum"] : [],
      });
    this.#doc.font(this.#fonts.regular);
  }

  #line(y: number, color: string): void {
    this.#doc
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.left + TEXT_WIDTH, y)
      .lineWidth(0.5)
      .stroke(color);
  }
}

/** The font lacks the narrow no-break space of French numbers: the plain one takes its place. */
function drawable(text: string): string {
  return text.replaceAll("\u202f", "\u00a0");
}
