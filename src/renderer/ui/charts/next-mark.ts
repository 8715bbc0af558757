import type { ChartMark } from "./chart.ts";

type Placed = Pick<ChartMark, "key" | "box">;

/**
 * The mark that a key moves to; undefined for a key that moves nothing. Up and down keep to a
 * column where marks stand under each other; otherwise every arrow follows the order drawn.
 */
export function nextMark(
  marks: readonly Placed[],
  at: string | undefined,
  key: string,
): string | undefined {
  const last = marks.length - 1;
  if (key === "Home") return marks[0]?.key;
  if (key === "End") return marks[last]?.key;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (step === undefined) return undefined;
  const from = marks.findIndex((mark) => mark.key === at);
  if (from === -1) return marks[step > 0 ? 0 : last]?.key;
  const here = marks[from];
  const column = here === undefined ? [] : columnOf(marks, here);
  if (column.length > 1 && (key === "ArrowUp" || key === "ArrowDown")) {
    const next = column.findIndex((mark) => mark.key === at) + step;
    return column[Math.min(Math.max(next, 0), column.length - 1)]?.key;
  }
  return marks[Math.min(Math.max(from + step, 0), last)]?.key;
}

/** The marks under and over one: those exactly as wide at the same place, from the top. */
function columnOf(marks: readonly Placed[], { box }: Placed): Placed[] {
  return marks
    .filter((mark) => mark.box.x === box.x && mark.box.width === box.width)
    .sort((a, b) => a.box.y - b.box.y);
}
