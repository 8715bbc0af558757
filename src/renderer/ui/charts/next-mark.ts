import type { ChartMark } from "./chart.ts";

/** The mark that a key moves to, in drawing order; undefined for a key that moves nothing. */
export function nextMark(
  marks: readonly Pick<ChartMark, "key">[],
  at: string | undefined,
  key: string,
): string | undefined {
  if (marks.length === 0) return undefined;
  const last = marks.length - 1;
  const from = marks.findIndex((mark) => mark.key === at);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (step !== undefined) {
    const next = from === -1 ? (step > 0 ? 0 : last) : from + step;
    return marks[Math.min(Math.max(next, 0), last)]?.key;
  }
  if (key === "Home") return marks[0]?.key;
  return key === "End" ? marks[last]?.key : undefined;
}
