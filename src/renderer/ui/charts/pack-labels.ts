import { textWidth } from "./labels.ts";

const GAP_PX = 10;

/** Where a label over a plot stands: its left end and its row from the top. */
export interface PackedLabel {
  x: number;
  row: number;
}

/**
 * Puts the labels of upright marks in rows over a plot, beside their own mark, so that none meets
 * another; those that find no row are left out, to be read on the mark.
 */
export function packLabels(
  wanted: readonly { x: number; label: string }[],
  room: { left: number; right: number; rows: number },
): (PackedLabel | undefined)[] {
  const taken = Array.from({ length: room.rows }, () => [] as [number, number][]);
  return wanted.map(({ x, label }) => {
    const width = textWidth(label);
    const starts = [x + 4, x - 4 - width].filter((s) => s >= room.left && s + width <= room.right);
    for (const [row, spans] of taken.entries()) {
      for (const start of starts) {
        const end = start + width;
        if (spans.some(([from, to]) => start < to + GAP_PX && from < end + GAP_PX)) continue;
        spans.push([start, end]);
        return { x: start, row };
      }
    }
    return undefined;
  });
}
