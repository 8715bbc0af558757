import PDFDocument from "pdfkit";
import type { StatementRow } from "#contract/statements.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import { software } from "../software.ts";
import type { Report } from "./report.ts";
import { cellWords } from "./report-cell.ts";

type Structure = PDFKit.PDFStructureElement;

const MARGIN = 36;
const FOOT = 30;
const ROW = 13;
const SIZE = 7.5;
const INK = "#1c2430";
const QUIET = "#5b6675";
const RULE = "#d5dae1";
const BAND = "#f2f4f7";
/** Columns from which the page lies on its side. */
const WIDE = 7;

/**
 * Draws a statement as a tagged PDF (ISO 32000-1, 14.8): a title, the filter, one table whose head
 * stands on each page, and page numbers that readers skip. The same report makes the same bytes.
 */
export function reportPdf(report: Report): Promise<Uint8Array> {
  return new ReportPdf(report).draw();
}

class ReportPdf {
  readonly #report: Report;
  readonly #doc: PDFKit.PDFDocument;
  readonly #done: Promise<Uint8Array>;
  readonly #root: Structure;
  readonly #widths: number[];
  #table: Structure | undefined;
  #y = MARGIN;

  constructor(report: Report) {
    this.#report = report;
    this.#doc = new PDFDocument({
      size: "A4",
      layout: report.columns.length > WIDE ? "landscape" : "portrait",
      margin: 0,
      pdfVersion: "1.7",
      tagged: true,
      lang: report.language === "fr" ? "fr-FR" : "en-GB",
      displayTitle: true,
      bufferPages: true,
      font: resourcePath("fonts", "Inter-Regular.ttf"),
      info: {
        Title: `${report.title} – ${report.company}`,
        Author: report.company,
        Creator: `${software.name} ${software.version}`,
        CreationDate: new Date(`${report.madeOn}T00:00:00Z`),
      },
    });
    const chunks: Uint8Array[] = [];
    this.#done = new Promise((resolve, reject) => {
      this.#doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      this.#doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
      this.#doc.on("error", reject);
    });
    this.#doc.registerFont("regular", resourcePath("fonts", "Inter-Regular.ttf"));
    this.#doc.registerFont("bold", resourcePath("fonts", "Inter-SemiBold.ttf"));
    this.#root = this.#doc.struct("Document");
    this.#doc.addStructure(this.#root);
    const shares = report.columns.reduce((sum, column) => sum + column.share, 0);
    const room = this.#doc.page.width - 2 * MARGIN;
    this.#widths = report.columns.map((column) => (room * column.share) / shares);
  }

  draw(): Promise<Uint8Array> {
    this.#head();
    this.#table = this.#doc.struct("Table");
    this.#root.add(this.#table);
    this.#columnTitles(true);
    for (const row of this.#report.rows) {
      if (this.#y + ROW > this.#doc.page.height - MARGIN - FOOT) {
        this.#doc.addPage();
        this.#y = MARGIN;
        this.#columnTitles(false);
      }
      this.#row(row);
    }
    this.#table.end();
    this.#root.end();
    this.#foot();
    this.#doc.end();
    return this.#done;
  }

  #head(): void {
    const { title, company, filter } = this.#report;
    this.#said("H1", title, { size: 15, font: "bold" });
    this.#y += 20;
    for (const words of [company, ...filter]) {
      this.#said("P", words, { size: 9, color: QUIET });
      this.#y += 13;
    }
    this.#y += 8;
  }

  #said(tag: "H1" | "P", words: string, how: Omit<Put, "x" | "y" | "width">): void {
    const width = this.#doc.page.width - 2 * MARGIN;
    const place = { x: MARGIN, y: this.#y, width };
    this.#root.add(this.#doc.struct(tag, {}, () => this.#put(words, { ...place, ...how })));
  }

  /** The table's head: tagged once, drawn again on each page for the eye alone. */
  #columnTitles(isFirst: boolean): void {
    const band = () => {
      const width = this.#doc.page.width - 2 * MARGIN;
      this.#doc.rect(MARGIN, this.#y - 2, width, ROW + 2).fill(BAND);
    };
    this.#doc.markContent("Artifact", { type: "Layout" });
    band();
    this.#doc.endMarkedContent();
    const row = isFirst ? this.#doc.struct("TR") : undefined;
    if (row !== undefined) this.#table?.add(row);
    this.#eachCell((i, place) => {
      const column = this.#report.columns[i]!;
      const draw = () =>
        this.#put(column.label, { ...place, color: QUIET, right: isFigure(column) });
      if (row === undefined) {
        this.#doc.markContent("Artifact", { type: "Pagination" });
        draw();
        this.#doc.endMarkedContent();
      } else row.add(this.#doc.struct("TH", {}, draw));
    });
    row?.end();
    this.#y += ROW + 2;
  }

  #row(row: StatementRow): void {
    const { columns, language } = this.#report;
    const isStrong = row.kind !== "line" && row.kind !== "memo";
    const tagged = this.#doc.struct("TR");
    this.#table?.add(tagged);
    this.#eachCell((i, place) => {
      const column = columns[i]!;
      const words = cellWords(column, row.cells[i], language);
      const isHeading = row.kind === "heading";
      // A heading runs over the columns beside it, which it leaves empty.
      const width = isHeading && i === 0 ? this.#doc.page.width - 2 * MARGIN : place.width;
      const font = isStrong ? ("bold" as const) : ("regular" as const);
      tagged.add(
        this.#doc.struct("TD", {}, () => {
          if (words !== "") this.#put(words, { ...place, width, font, right: isFigure(column) });
        }),
      );
    });
    tagged.end();
    this.#y += ROW;
    this.#doc.markContent("Artifact", { type: "Layout" });
    const right = this.#doc.page.width - MARGIN;
    this.#doc.moveTo(MARGIN, this.#y - 3).lineTo(right, this.#y - 3);
    this.#doc.lineWidth(row.kind === "total" ? 1 : 0.3).stroke(RULE);
    this.#doc.endMarkedContent();
  }

  #eachCell(draw: (i: number, place: { x: number; y: number; width: number }) => void): void {
    let x = MARGIN;
    for (const [i, width] of this.#widths.entries()) {
      draw(i, { x: x + 2, y: this.#y, width: width - 4 });
      x += width;
    }
  }

  #foot(): void {
    const { start, count } = this.#doc.bufferedPageRange();
    const { title, company } = this.#report;
    for (let page = 0; page < count; page++) {
      this.#doc.switchToPage(start + page);
      const y = this.#doc.page.height - MARGIN - 8;
      const width = this.#doc.page.width - 2 * MARGIN;
      const place = { x: MARGIN, y, width, size: 7, color: QUIET };
      this.#doc.markContent("Artifact", { type: "Pagination" });
      this.#put(`${company} · ${title} · ${software.name} ${software.version}`, place);
      this.#put(`${page + 1} / ${count}`, { ...place, right: true });
      this.#doc.endMarkedContent();
    }
  }

  #put(words: string, how: Put): void {
    this.#doc
      .font(how.font ?? "regular")
      .fontSize(how.size ?? SIZE)
      .fillColor(how.color ?? INK)
      .text(words.replaceAll("\u202f", "\u00a0"), how.x, how.y, {
        width: how.width,
        height: (how.size ?? SIZE) * 1.4,
        lineBreak: true,
        ellipsis: true,
        align: how.right === true ? "right" : "left",
        features: how.right === true ? ["tnum"] : [],
      });
  }
}

interface Put {
  x: number;
  y: number;
  width: number;
  size?: number;
  font?: "regular" | "bold";
  color?: string;
  right?: boolean;
}

function isFigure(column: { type: string }): boolean {
  return column.type === "money" || column.type === "percent";
}
