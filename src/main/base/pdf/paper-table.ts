import { PAPER, type Paper, type Structure } from "./paper.ts";

export interface PaperColumn {
  label: string;
  /** Its part of the width. */
  share: number;
  isFigure: boolean;
}

interface Place {
  x: number;
  y: number;
  width: number;
  columns: readonly PaperColumn[];
  size?: number;
}

/** How a row differs from a plain one. */
export interface RowLook {
  isStrong?: boolean;
  /** Runs over the columns beside it, which it leaves empty. */
  isHeading?: boolean;
  isTotal?: boolean;
}

const SIZE = 7.5;
const PITCH = 13 / SIZE;
/** Between figures and the words that follow them. */
const GUTTER = 7;

/** A tagged table: a head on a band, rows one line high with a rule below. */
export class PaperTable {
  y: number;
  readonly rowHeight: number;
  readonly #paper: Paper;
  readonly #at: Place;
  readonly #size: number;
  readonly #tagged: Structure;

  constructor(paper: Paper, at: Place) {
    this.#paper = paper;
    this.#at = at;
    this.y = at.y;
    this.#size = at.size ?? SIZE;
    this.rowHeight = this.#size * PITCH;
    this.#tagged = paper.doc.struct("Table");
    paper.root.add(this.#tagged);
  }

  /** Its head: tagged the first time, drawn again on further pages for the eye alone. */
  head(isFirst: boolean): void {
    const { doc } = this.#paper;
    const { x, width, columns } = this.#at;
    const height = this.rowHeight + 2;
    this.#paper.artifact("Layout", () => {
      doc.rect(x, this.y - 2, width, height).fill(PAPER.band);
    });
    const row = isFirst ? doc.struct("TR") : undefined;
    if (row !== undefined) this.#tagged.add(row);
    this.#eachCell((i, place) => {
      const { label = "", isFigure = false } = columns[i] ?? {};
      const draw = () => this.#paper.put(label, { ...place, color: PAPER.quiet, right: isFigure });
      if (row === undefined) this.#paper.artifact("Pagination", draw);
      else row.add(doc.struct("TH", {}, draw));
    });
    row?.end();
    this.y += height;
  }

  row(words: readonly string[], look: RowLook = {}): void {
    const { doc } = this.#paper;
    const { x, width, columns } = this.#at;
    const tagged = doc.struct("TR");
    this.#tagged.add(tagged);
    const font = look.isStrong === true ? ("bold" as const) : ("regular" as const);
    this.#eachCell((i, place) => {
      const cell = words[i] ?? "";
      const wide = look.isHeading === true && i === 0 ? { ...place, width } : place;
      const right = columns[i]?.isFigure ?? false;
      tagged.add(
        doc.struct("TD", {}, () => {
          if (cell !== "") this.#paper.put(cell, { ...wide, font, right });
        }),
      );
    });
    tagged.end();
    this.y += this.rowHeight;
    this.#paper.artifact("Layout", () => {
      doc.moveTo(x, this.y - 3).lineTo(x + width, this.y - 3);
      doc.lineWidth(look.isTotal === true ? 1 : 0.3).stroke(PAPER.rule);
    });
  }

  /** Closes the table and gives the height reached. */
  end(): number {
    this.#tagged.end();
    return this.y;
  }

  #eachCell(
    draw: (i: number, place: { x: number; y: number; width: number; size: number }) => void,
  ): void {
    const { columns, width } = this.#at;
    const shares = columns.reduce((sum, column) => sum + column.share, 0);
    let { x } = this.#at;
    for (const [i, { share }] of columns.entries()) {
      const own = (width * share) / shares;
      const isAfter = columns[i]?.isFigure === false && columns[i - 1]?.isFigure === true;
      const pad = 2 + (isAfter ? GUTTER : 0);
      draw(i, { x: x + pad, y: this.y, width: own - pad - 2, size: this.#size });
      x += own;
    }
  }
}
