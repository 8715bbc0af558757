/** A rectangle of a page; all four numbers are shares (0 to 1) of the page, from its top left. */
export interface Box {
  /** 1 for the first page. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * One word of a page, in the same shape whether it comes from a PDF's text layer or from OCR.
 * `confidence` is 1 for a text layer, and what the recogniser says (0 to 1) otherwise.
 */
export interface Word extends Box {
  readonly text: string;
  readonly confidence: number;
}

/** The smallest rectangle around some boxes of one page. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const first = boxes[0];
  if (!first) return undefined;
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  const bottom = Math.max(...boxes.map((b) => b.y + b.height));
  return { page: first.page, x, y, width: right - x, height: bottom - y };
}
