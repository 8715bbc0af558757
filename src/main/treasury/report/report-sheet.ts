import { PAPER, Paper, type PaperAsked, type Put } from "#main/base/pdf/paper.ts";
import { type PaperColumn, PaperTable } from "#main/base/pdf/paper-table.ts";

export interface SheetTable {
  columns: readonly PaperColumn[];
  rows: readonly (readonly string[])[];
  /** Said where there is no row. */
  empty: string;
  isTotalled?: boolean;
}

/** A figure with what it is, and a word on it. */
export interface Tile {
  label: string;
  value: string;
  note: string;
  isBad?: boolean;
}

export const REPORT_COLORS = {
  accent: "#24519c",
  band: "#c9d9f4",
  soft: "#e8eef9",
  alert: "#ab2619",
  grey: "#a0a9b5",
} as const;

const TEXT = 9;
const LEADING = 1.4;
const GAP = 10;

/** A page written from top to bottom: what does not fit on it is left out, never put on another. */
export class ReportSheet {
  readonly paper: Paper;
  y = PAPER.margin as number;

  constructor(asked: PaperAsked) {
    this.paper = new Paper(asked);
  }

  /** Points left above the foot. */
  get left(): number {
    return this.paper.bottom - this.y;
  }

  title(words: string, below: string): void {
    this.#say("H1", words, { size: 17, font: "bold" }, 23);
    this.#say("P", below, { size: TEXT, color: PAPER.quiet }, 13);
    this.y += 6;
  }

  /** Begins the next page under its own title. */
  turn(title: string): void {
    this.paper.doc.addPage();
    this.y = PAPER.margin;
    this.#say("H2", title, { size: 14, font: "bold" }, 22);
  }

  heading(words: string): void {
    this.y += GAP;
    if (this.left < 30) return;
    this.#say("H3", words, { size: 10, font: "bold" }, 15);
  }

  /** A paragraph of so many lines at most. */
  text(words: string, look: { lines?: number; isQuiet?: boolean } = {}): void {
    const { lines = 3, isQuiet = false } = look;
    if (words === "" || this.left < TEXT * LEADING) return;
    const size = isQuiet ? 8 : TEXT;
    const width = this.paper.room;
    const height = Math.min(
      this.paper.heightOf(words, { size, width }),
      Math.floor(Math.min(lines * size * LEADING, this.left)),
    );
    const color = isQuiet ? PAPER.quiet : PAPER.ink;
    this.#say("P", words, { size, color, lines: height / (size * LEADING) }, height + 3);
  }

  /** Rows beyond the page's foot are left out. */
  table({ columns, rows, empty, isTotalled = false }: SheetTable): void {
    if (rows.length === 0) {
      this.text(empty, { isQuiet: true });
      return;
    }
    const table = new PaperTable(this.paper, {
      ...{ x: PAPER.margin, y: this.y + 2, width: this.paper.room, columns, size: 8 },
    });
    table.head(true);
    for (const [i, row] of rows.entries()) {
      if (table.y + table.rowHeight > this.paper.bottom) break;
      const isTotal = isTotalled && i === rows.length - 1;
      table.row(row, { isTotal, isStrong: isTotal });
    }
    this.y = table.end();
  }

  tiles(tiles: readonly Tile[]): void {
    const height = 44;
    if (this.left < height) return;
    const own = this.paper.room / tiles.length;
    const top = this.y + 2;
    for (const [i, tile] of tiles.entries()) {
      const place = { x: PAPER.margin + i * own, width: own - 8 };
      if (i > 0) this.#rule(place.x - 6, top, height - 6);
      const color = tile.isBad === true ? REPORT_COLORS.alert : PAPER.ink;
      this.paper.said("P", tile.label, { ...place, y: top, size: 8, color: PAPER.quiet });
      this.paper.said("P", tile.value, { ...place, y: top + 11, size: 14, font: "bold", color });
      this.paper.said("P", tile.note, { ...place, y: top + 30, size: 8, color: PAPER.quiet });
    }
    this.y = top + height;
  }

  /** A drawing of this height, told in words; its own space is given to the drawer. */
  figure(alt: string, height: number, draw: (box: Box) => void): void {
    if (this.left < height) return;
    const box = { x: PAPER.margin, y: this.y + 4, width: this.paper.room, height: height - 8 };
    this.paper.figure(alt, () => draw(box));
    this.y += height;
  }

  close(): Promise<Uint8Array> {
    return this.paper.close();
  }

  #say(tag: "H1" | "H2" | "H3" | "P", words: string, how: Look, height: number): void {
    this.paper.said(tag, words, { x: PAPER.margin, y: this.y, width: this.paper.room, ...how });
    this.y += height;
  }

  #rule(x: number, y: number, height: number): void {
    this.paper.artifact("Layout", () => {
      this.paper.doc
        .moveTo(x, y)
        .lineTo(x, y + height)
        .lineWidth(0.5)
        .stroke(PAPER.rule);
    });
  }
}

type Look = Omit<Put, "x" | "y" | "width">;

/** Where a drawing stands. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
