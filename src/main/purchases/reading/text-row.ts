import { fold } from "./fold.ts";
import { type Box, boxAround, type Word } from "./word.ts";

/**
 * Words standing on one line of a page. `text` joins them with a space, or with ` ¦ ` where the
 * gap is wide enough to be a column; `folded` is the same without case and accents, position for
 * position.
 */
export interface TextRow extends Box {
  readonly index: number;
  readonly words: readonly Word[];
  /** Where each word starts in `text`. */
  readonly starts: readonly number[];
  readonly text: string;
  readonly folded: string;
}

/** A gap wider than this many characters separates two columns. */
const COLUMN_GAP = 2.6;

/** Groups words into rows, from the top of the first page to the bottom of the last. */
export function rowsOf(words: readonly Word[]): TextRow[] {
  const pages = [...new Set(words.map((w) => w.page))].sort((a, b) => a - b);
  const groups = pages.flatMap((page) => groupWords(words.filter((w) => w.page === page)));
  return groups.map((group, index) => rowOf(group, index));
}

/** The words that cover a stretch of the row's text. */
export function wordsBetween(row: TextRow, start: number, end: number): Word[] {
  return row.words.filter((word, i) => {
    const from = row.starts[i] ?? 0;
    return from < end && from + word.text.length > start;
  });
}

/** The rectangle around a stretch of the row's text; the width is shared by the characters. */
export function boxBetween(row: TextRow, start: number, end: number): Box {
  const parts = row.words.flatMap((word, i) => {
    const from = row.starts[i] ?? 0;
    const a = Math.max(0, start - from);
    const b = Math.min(word.text.length, end - from);
    if (b <= a) return [];
    const step = word.width / word.text.length;
    return [{ ...word, x: word.x + a * step, width: (b - a) * step }];
  });
  return boxAround(parts) ?? row;
}

/** Mean confidence of the words that cover a stretch of the row's text. */
export function confidenceBetween(row: TextRow, start: number, end: number): number {
  const words = wordsBetween(row, start, end);
  if (words.length === 0) return 1;
  return words.reduce((sum, w) => sum + w.confidence, 0) / words.length;
}

/** Stretches of the row's text between columns, as `[start, end]`. */
export function cellsOf(row: TextRow): [number, number][] {
  let at = 0;
  return row.text.split(" ¦ ").map((text) => {
    const cell: [number, number] = [at, at + text.length];
    at += text.length + 3;
    return cell;
  });
}

interface Group {
  words: Word[];
  centre: number;
  height: number;
}

function groupWords(words: readonly Word[]): Word[][] {
  const slope = slopeOf(words);
  const usual = middle(words.map((w) => w.height)) ?? 0;
  const groups: Group[] = [];
  const placed = words.map((word) => ({
    word,
    centre: word.y + word.height / 2 - slope * (word.x + word.width / 2),
    // A dash or a comma is as tall as its line.
    height: /[\p{L}\d]/u.test(word.text) ? word.height : Math.max(word.height, usual),
  }));
  for (const { word, centre, height } of placed.sort((a, b) => a.centre - b.centre)) {
    // A tall logo beside small print must not swallow the lines next to it.
    const near = groups
      .slice(-3)
      .filter((g) => Math.abs(centre - g.centre) < 0.5 * Math.min(g.height, height))
      .sort((a, b) => Math.abs(centre - a.centre) - Math.abs(centre - b.centre))[0];
    if (near) {
      near.words.push(word);
      near.centre += (centre - near.centre) / near.words.length;
      near.height += (height - near.height) / near.words.length;
    } else groups.push({ words: [word], centre, height });
  }
  return groups.sort((a, b) => a.centre - b.centre).map((g) => g.words.sort((a, b) => a.x - b.x));
}

function middle(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** How much lines fall from left to right: a scan is seldom straight. Zero for a text layer. */
function slopeOf(words: readonly Word[]): number {
  const slopes: number[] = [];
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (!next || next.x <= word.x) continue;
    const dx = next.x + next.width / 2 - word.x - word.width / 2;
    const dy = next.y + next.height / 2 - word.y - word.height / 2;
    if (dx > 0.02 && Math.abs(dy) < 0.5 * word.height) slopes.push(dy / dx);
  }
  if (slopes.length < 8) return 0;
  return middle(slopes) ?? 0;
}

function rowOf(words: readonly Word[], index: number): TextRow {
  const characters = words.reduce((sum, w) => sum + w.text.length, 0);
  const wide = words.reduce((sum, w) => sum + w.width, 0) / Math.max(1, characters);
  const starts: number[] = [];
  let text = "";
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    const gap = before ? word.x - before.x - before.width : 0;
    if (before) text += gap > COLUMN_GAP * wide ? " ¦ " : " ";
    starts.push(text.length);
    text += word.text;
  }
  const box = boxAround(words) as Box;
  return { ...box, index, words, starts, text, folded: fold(text) };
}
