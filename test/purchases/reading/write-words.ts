import type { Word } from "#main/purchases/reading/word.ts";

/** Width of a character and height of a line, as shares of the page. */
const CHARACTER = 0.0095;
const LINE = 0.02;

/**
 * Words of a page written as text: a line per row, two spaces or more between columns, each
 * character at its own column. A line of `---` starts the next page.
 */
export function writeWords(text: string, confidence = 1): Word[] {
  return text.split("\n---\n").flatMap((page, i) =>
    page.split("\n").flatMap((line, row) =>
      [...line.matchAll(/\S+/g)].map((m) => ({
        text: m[0],
        confidence,
        page: i + 1,
        x: 0.05 + m.index * CHARACTER,
        y: 0.05 + row * LINE,
        width: m[0].length * CHARACTER * 0.95,
        height: LINE * 0.6,
      })),
    ),
  );
}
