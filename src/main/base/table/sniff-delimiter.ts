import { splitCsv } from "./split-csv.ts";

/** The delimiters tried, the French habit first: it wins a tie. */
const CANDIDATES = [";", ",", "\t", "|"] as const;

/** Enough of a file to know its shape, without reading all of a large one four times. */
const HEAD_CHARACTERS = 32_768;

/**
 * Finds the delimiter under which most records have one same width of at least two cells, wider
 * counting more. Decimal commas do not mislead it: they do not fall in every record.
 */
export function sniffDelimiter(text: string): string {
  const head = text.slice(0, HEAD_CHARACTERS);
  let best = { delimiter: ";", score: 0 };
  for (const delimiter of CANDIDATES) {
    const score = regularity(splitCsv(head, delimiter).records.map((r) => r.cells.length));
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  return best.delimiter;
}

function regularity(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const w of widths) if (w > 1) counts.set(w, (counts.get(w) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    best = Math.max(best, (count / widths.length) * Math.log2(width));
  }
  return best;
}
