import PDFDocument from "pdfkit";
import { resourcePath } from "../resource-path.ts";
import { software } from "../software.ts";

export type Structure = PDFKit.PDFStructureElement;

/** The house's page: its margins and colours, in points. */
export const PAPER = {
  margin: 36,
  foot: 30,
  ink: "#1c2430",
  quiet: "#5b6675",
  rule: "#d5dae1",
  band: "#f2f4f7",
} as const;

export interface PaperAsked {
  title: string;
  company: string;
  language: "fr" | "en";
  /** Day on which it is made. */
  madeOn: string;
  layout?: "portrait" | "landscape";
}

/** Where words stand and how they look; one line unless `lines` says more. */
export interface Put {
  x: number;
  y: number;
  width: number;
  size?: number;
  font?: "regular" | "bold";
  color?: string;
  right?: boolean;
  center?: boolean;
  lines?: number;
}

const SIZE = 7.5;
const LINE = 1.4;

/**
 * A tagged A4 document (ISO 32000-1, 14.8) in the house's type: what is read goes into its
 * structure, what is only seen is an artifact. The same words make the same bytes.
 */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Structure;
  readonly #asked: PaperAsked;
  readonly #done: Promise<Uint8Array>;

  constructor(asked: PaperAsked) {
    this.#asked = asked;
    const regular = resourcePath("fonts", "Inter-Regular.ttf");
    this.doc = new PDFDocument({
      size: "A4",
      layout: asked.layout ?? "portrait",
      margin: 0,
      pdfVersion: "1.7",
      tagged: true,
      lang: asked.language === "fr" ? "fr-FR" : "en-GB",
      displayTitle: true,
      bufferPages: true,
      font: regular,
      info: {
        Title: `${asked.title} – ${asked.company}`,
        Author: asked.company,
        Creator: `${software.name} ${software.version}`,
        CreationDate: new Date(`${asked.madeOn}T00:00:00Z`),
      },
    });
    const chunks: Uint8Array[] = [];
    this.#done = new Promise((resolve, reject) => {
      this.doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      this.doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
      this.doc.on("error", reject);
    });
    this.doc.registerFont("regular", regular);
    this.doc.registerFont("bold", resourcePath("fonts", "Inter-SemiBold.ttf"));
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
  }

  /** Points between the margins. */
  get room(): number {
    return this.doc.page.width - 2 * PAPER.margin;
  }

  /** Below this the foot begins. */
  get bottom(): number {
    return this.doc.page.height - PAPER.margin - PAPER.foot;
  }

  /** Draws for the eye alone. */
  artifact(type: "Layout" | "Pagination", draw: () => void): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Words of the text itself, under their tag. */
  said(tag: "H1" | "H2" | "H3" | "P", words: string, how: Put): void {
    this.root.add(this.doc.struct(tag, {}, () => this.put(words, how)));
  }

  /** A drawing that a reader is told of in words. */
  figure(alt: string, draw: () => void): void {
    this.root.add(this.doc.struct("Figure", { alt }, draw));
  }

  put(words: string, how: Put): void {
    const { size = SIZE, lines = 1 } = how;
    this.doc
      .font(how.font ?? "regular")
      .fontSize(size)
      .fillColor(how.color ?? PAPER.ink)
      .text(typeset(words), how.x, how.y, {
        width: how.width,
        height: size * LINE * lines,
        lineBreak: true,
        ellipsis: true,
        align: how.right === true ? "right" : how.center === true ? "center" : "left",
        features: how.right === true ? ["tnum"] : [],
      });
  }

  /** Points that words take from top to bottom. */
  heightOf(words: string, how: Pick<Put, "size" | "font" | "width">): number {
    this.doc.font(how.font ?? "regular").fontSize(how.size ?? SIZE);
    return this.doc.heightOfString(typeset(words), { width: how.width });
  }

  /** Writes every page's foot and closes the document. */
  close(): Promise<Uint8Array> {
    this.root.end();
    const { start, count } = this.doc.bufferedPageRange();
    const { title, company } = this.#asked;
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(start + page);
      const y = this.doc.page.height - PAPER.margin - 8;
      const place = { x: PAPER.margin, y, width: this.room, size: 7, color: PAPER.quiet };
      this.artifact("Pagination", () => {
        this.put(`${company} · ${title} · ${software.name} ${software.version}`, place);
        this.put(`${page + 1} / ${count}`, { ...place, right: true });
      });
    }
    this.doc.end();
    return this.#done;
  }
}

/** The type has no narrow space; French marks stay with the word before them. */
function typeset(words: string): string {
  return words.replaceAll("\u202f", "\u00a0").replace(/ ([:;!?%€»])/g, "\u00a0$1");
}
