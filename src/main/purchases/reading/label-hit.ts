import type { Token } from "./find-amounts.ts";
import { boxBetween, cellsOf, type TextRow } from "./text-row.ts";
import type { Box } from "./word.ts";

/** A label: the kind of value it announces, how surely (0 to 1), its wording without accents. */
export interface Label<K extends string> {
  readonly kind: K;
  readonly weight: number;
  readonly words: RegExp;
}

/** A label found in a row. */
export interface LabelHit<K extends string> {
  readonly kind: K;
  readonly weight: number;
  readonly row: TextRow;
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  /** The column cell that the label stands in. */
  readonly cell: Box;
}

/**
 * Finds labels in a row. The list goes from the most precise to the vaguest; the characters taken
 * by one label are not read again by the next, so that "Total HT" is not also a "Total".
 */
export function labelHits<K extends string>(
  row: TextRow,
  labels: readonly Label<K>[],
): LabelHit<K>[] {
  const hits: LabelHit<K>[] = [];
  const cells = cellsOf(row);
  for (const { kind, weight, words } of labels) {
    for (const match of row.folded.matchAll(words)) {
      const start = match.index;
      const end = start + match[0].length;
      if (hits.some((h) => h.start < end && start < h.end)) continue;
      const cell = cells.find(([from, to]) => from <= start && start < to) ?? [start, end];
      const box = boxBetween(row, start, end);
      hits.push({ kind, weight, row, start, end, box, cell: boxBetween(row, cell[0], cell[1]) });
    }
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** How a value stands to a label: `share` (0 to 1) says how natural the place is. */
export interface Place {
  readonly share: number;
  readonly side: "right-of-label" | "below-label" | "left-of-label";
}

/**
 * Where a value stands to a label: to its right in the same row (nearest first), or below it in
 * the same column within `reach` line heights; undefined when neither.
 */
export function placeOf(
  hit: LabelHit<string>,
  token: Token<unknown>,
  reach: number,
): Place | undefined {
  if (token.row.index === hit.row.index) {
    if (token.start < hit.end) return leftPlace(hit, token);
    const between = hit.row.text.slice(hit.end, token.start);
    const letters = between.match(/\p{L}/gu)?.length ?? 0;
    return { share: letters <= 3 ? 1 : Math.max(0.25, 1 - 0.03 * letters), side: "right-of-label" };
  }
  const isBelow = token.row.page === hit.row.page && token.row.index > hit.row.index;
  if (!isBelow) return undefined;
  const lines = (token.box.y - hit.box.y) / Math.max(hit.box.height, 0.006);
  if (lines > reach || !isInColumn(hit.cell, token.box)) return undefined;
  return { share: Math.max(0.3, 0.92 - 0.05 * Math.max(0, lines - 1.5)), side: "below-label" };
}

/** "1 200,00 € TTC": a label may also follow at once. */
function leftPlace(hit: LabelHit<string>, token: Token<unknown>): Place | undefined {
  const gap = hit.row.text.slice(token.end, hit.start);
  return /^[ ¦(]{0,3}$/.test(gap) ? { share: 0.95, side: "left-of-label" } : undefined;
}

function isInColumn(label: Box, value: Box): boolean {
  const left = Math.max(label.x, value.x);
  const right = Math.min(label.x + label.width, value.x + value.width);
  if (right - left > 0.3 * Math.min(label.width, value.width)) return true;
  const leftAligned = Math.abs(label.x - value.x) < 0.012;
  const rightAligned = Math.abs(label.x + label.width - value.x - value.width) < 0.015;
  return leftAligned || rightAligned;
}
