import type { Word } from "./word.ts";

/** A piece of text as a PDF draws it: often several words, sometimes a single letter. */
export interface TextRun {
  readonly text: string;
  /** Left end, in points from the left. */
  readonly x: number;
  /** In points from the top. */
  readonly baseline: number;
  /** Font size in points. */
  readonly size: number;
  readonly width: number;
  readonly upright: boolean;
}

interface Piece {
  text: string;
  x: number;
  right: number;
  baseline: number;
  size: number;
}

/** Ascent and height of the box drawn around a word, as shares of the font size. */
const ASCENT = 0.8;
const BOX_HEIGHT = 1.05;

/** Letters closer than this share of the font size belong to one word. */
const GLUE = 0.12;

/**
 * Cuts runs at their spaces and joins the runs that touch, so that "1" + "234,56" drawn letter by
 * letter becomes words again. Positions become shares of the page.
 */
export function wordsOfRuns(
  runs: readonly TextRun[],
  page: { page: number; width: number; height: number },
): Word[] {
  const pieces = joinTouching(runs.filter((r) => r.upright && r.size > 0).flatMap(piecesOf));
  const inside = pieces.filter((p) => isInside(p, page));
  return inside.map((p) => ({
    text: p.text,
    confidence: 1,
    page: page.page,
    x: p.x / page.width,
    y: (p.baseline - ASCENT * p.size) / page.height,
    width: (p.right - p.x) / page.width,
    height: (BOX_HEIGHT * p.size) / page.height,
  }));
}

/** Words of a run; the width of a word is its share of the run's characters. */
function piecesOf(run: TextRun): Piece[] {
  const perCharacter = run.text.length === 0 ? 0 : run.width / run.text.length;
  return [...run.text.matchAll(/\S+/g)].map((m) => ({
    text: m[0].normalize("NFKC"),
    x: run.x + m.index * perCharacter,
    right: run.x + (m.index + m[0].length) * perCharacter,
    baseline: run.baseline,
    size: run.size,
  }));
}

function joinTouching(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const gap = last ? Math.abs(piece.x - last.right) : Number.POSITIVE_INFINITY;
    const sameLine = last && Math.abs(last.baseline - piece.baseline) < 0.1 * piece.size;
    if (last && sameLine && gap < GLUE * piece.size) {
      last.text += piece.text;
      last.right = Math.max(last.right, piece.right);
      last.size = Math.max(last.size, piece.size);
    } else out.push({ ...piece });
  }
  return out;
}

/** What a PDF draws outside the sheet is not on the page that a person sees. */
function isInside(piece: Piece, page: { width: number; height: number }): boolean {
  const within = piece.x > -1 && piece.x < page.width;
  return within && piece.baseline > 0 && piece.baseline < page.height + piece.size;
}
