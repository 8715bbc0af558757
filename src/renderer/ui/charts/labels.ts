import type { Box } from "./chart.ts";

/** Size of the text in charts, in CSS pixels; their style sheet says the same. */
export const TEXT_PX = 11;
const NARROW = /[iljtfrI.,;:'’|!()\u202f\u00a0 ]/;
const WIDE = /[mwMW€%—]/;

/** About how wide a text stands, a little more than it does: labels keep clear of each other. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) width += 0.36;
    else if (WIDE.test(letter)) width += 0.92;
    else width += /[A-ZÀ-Þ]/.test(letter) ? 0.72 : 0.61;
  }
  return width * TEXT_PX;
}

/** A text that fits a width, its end replaced by an ellipsis. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** A text on at most `most` lines of a width, broken between words. */
export function wrapText(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(" ");
  return kept.map((one) => cutText(one, width));
}

/** Moves heights apart to at least `gap`, as little as it takes, inside [low, high]. */
export function spreadApart(
  heights: readonly number[],
  room: { gap: number; low: number; high: number },
): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let least = room.low;
  for (const i of order) {
    placed[i] = Math.max(heights[i] ?? 0, least);
    least = (placed[i] ?? 0) + room.gap;
  }
  let most = room.high;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i] ?? 0, most);
    most = (placed[i] ?? 0) - room.gap;
  }
  return placed;
}

/** A dot that would like its name beside it. */
export interface Named {
  label: string;
  x: number;
  y: number;
  radius: number;
}

export interface PlacedLabel {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

/**
 * Where each name stands so that none covers another name or another dot: right, left, above,
 * below or askew of its own. The first in the list are served first; a name without room is left out.
 */
export function placeLabels(dots: readonly Named[], bounds: Box): (PlacedLabel | undefined)[] {
  const taken: Box[] = dots.map((dot) => ({
    x: dot.x - dot.radius,
    y: dot.y - dot.radius,
    width: 2 * dot.radius,
    height: 2 * dot.radius,
  }));
  return dots.map((dot, own) => {
    const width = textWidth(dot.label);
    for (const { label, box } of placesAround(dot, width)) {
      const isClear = taken.every((other, i) => i === own || !overlaps(box, other));
      if (!isClear || !isWithin(box, bounds)) continue;
      taken.push(box);
      return label;
    }
    return undefined;
  });
}

function placesAround(dot: Named, width: number): { label: PlacedLabel; box: Box }[] {
  const height = TEXT_PX + 5;
  const gap = dot.radius + 4;
  const base = TEXT_PX * 0.36;
  const sides = [
    { anchor: "start", x: dot.x + gap, y: dot.y, left: dot.x + gap },
    { anchor: "end", x: dot.x - gap, y: dot.y, left: dot.x - gap - width },
    { anchor: "middle", x: dot.x, y: dot.y - gap - height / 2, left: dot.x - width / 2 },
    { anchor: "middle", x: dot.x, y: dot.y + gap + height / 2, left: dot.x - width / 2 },
    { anchor: "start", x: dot.x + gap, y: dot.y - height / 2, left: dot.x + gap },
    { anchor: "end", x: dot.x - gap, y: dot.y - height / 2, left: dot.x - gap - width },
  ] as const;
  return sides.map(({ anchor, x, y, left }) => ({
    label: { anchor, x, y: y + base },
    box: { x: left, y: y - height / 2, width, height },
  }));
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isWithin(a: Box, b: Box): boolean {
  return (
    a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height
  );
}
