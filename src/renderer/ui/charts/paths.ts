/** A point of a drawing, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A line through points. */
export function linePath(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${near(x)} ${near(y)}`).join("");
}

/** A line that keeps each height until the next point, and to `right` at its end. */
export function stepPath(points: readonly Point[], right: number): string {
  const steps = points.map(({ x, y }, i) =>
    i === 0 ? `M${near(x)} ${near(y)}` : `H${near(x)}V${near(y)}`,
  );
  return steps.length === 0 ? "" : `${steps.join("")}H${near(right)}`;
}

/** The surface between two lines over the same abscissas. */
export function bandPath(upper: readonly Point[], lower: readonly Point[]): string {
  if (upper.length === 0) return "";
  return `${linePath(upper)}${linePath(lower.toReversed()).replace("M", "L")}Z`;
}

function near(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
