import type { Box } from "./chart.ts";

/** A dot of a map: its two measures and the one that its surface says, cents being whole. */
export interface ScatterDot {
  key: string;
  label: string;
  x: number;
  y: number;
  size: number;
  tone?: "accent" | "alert" | undefined;
  open?: (() => void) | undefined;
}

export interface PlacedDot extends ScatterDot {
  cx: number;
  cy: number;
  radius: number;
  /** Never smaller than a pointer needs. */
  box: Box;
}

const LARGEST_PX = 18;
const SMALLEST_PX = 3;
const TARGET_PX = 12;

/** Places dots so that their surfaces are in proportion, the largest first. */
export function layDots(
  dots: readonly ScatterDot[],
  { xOf, yOf }: { xOf: (value: number) => number; yOf: (value: number) => number },
): PlacedDot[] {
  const largest = Math.max(...dots.map((dot) => dot.size), 1);
  return dots
    .map((dot) => {
      const share = Math.max(dot.size, 0) / largest;
      const radius = Math.max(LARGEST_PX * Math.sqrt(share), SMALLEST_PX);
      const [cx, cy] = [xOf(dot.x), yOf(dot.y)];
      const reach = Math.max(radius, TARGET_PX);
      const box = { x: cx - reach, y: cy - reach, width: 2 * reach, height: 2 * reach };
      return { ...dot, cx, cy, radius, box };
    })
    .sort((a, b) => b.radius - a.radius || (a.key < b.key ? -1 : 1));
}
