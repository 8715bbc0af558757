import type { Run } from "./label-words.ts";
import type { ReferenceKeys } from "./reference-keys.ts";
import { glue, MAX_RUNS } from "./reference-keys.ts";

/** How a label comes close to a reference without holding it. */
type Nearness = "truncated" | "serial" | "typo";

/** Glued stretches of a line that hold digits, kept once per line for the checks below. */
export interface NearText {
  readonly tails: readonly string[];
  readonly windows: readonly string[];
  readonly numbers: ReadonlySet<string>;
}

/** Prepares a text; `tails` are the stretches that end where the text ends. */
export function readNearText(runs: readonly Run[]): NearText {
  const windows = new Set<string>();
  const tails: string[] = [];
  for (let from = 0; from < runs.length; from++) {
    for (let to = from + 1; to <= Math.min(runs.length, from + MAX_RUNS); to++) {
      const text = glue(runs.slice(from, to));
      if (text.length > 24) break;
      if (text.length < 4 || !/\d/.test(text)) continue;
      windows.add(text);
      if (to === runs.length) tails.push(text);
    }
  }
  const numbers = new Set(runs.filter((r) => r.digits).map((r) => r.text));
  return { tails, windows: [...windows], numbers };
}

/**
 * Compares one reference with the line: cut at the end (at least five characters and one digit
 * of it stand), its serial alone as written (four digits or more), or one typing error.
 */
export function nearReference(near: NearText, keys: ReferenceKeys): Nearness | undefined {
  const { glued, serial } = keys;
  const isCut = (t: string) => t.length >= 5 && t.length < glued.length && glued.startsWith(t);
  if (near.tails.some(isCut)) return "truncated";
  if (serial.length >= 4 && near.numbers.has(serial)) return "serial";
  return near.windows.some((w) => isOneEditAway(w, glued)) ? "typo" : undefined;
}

/** True when one substitution, insertion, deletion or swap of neighbours separates the texts. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
