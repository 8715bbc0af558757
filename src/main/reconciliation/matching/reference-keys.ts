import { foldText, type Run, readRuns, stripZeros } from "./label-words.ts";

/** Longest reference, in runs, that is looked for. */
export const MAX_RUNS = 7;

/** The spellings under which one reference may be met, as keys of one map. */
export interface ReferenceKeys {
  /** Everything glued: FA20250123. */
  readonly glued: string;
  /** Keys with the letters: as written, and without leading zeros. */
  readonly full: readonly string[];
  /** Keys of the digits alone, when they are long enough to say something. */
  readonly digits: readonly string[];
  /** Made of seven digits or more and nothing else: its digits are the whole reference. */
  readonly isNumber: boolean;
  readonly firstRun: string;
  readonly serial: string;
}

/**
 * Keys of an own or supplier's reference, or undefined when it is too short to be evidence
 * (fewer than five characters or three digits: 12 or A7 stand in too many labels).
 */
export function referenceKeys(reference: string): ReferenceKeys | undefined {
  const runs = readRuns(foldText(reference));
  const glued = glue(runs);
  const digitRuns = runs.filter((r) => r.digits);
  const digits = glue(digitRuns);
  const lettered = digitRuns.length < runs.length;
  if (runs.length === 0 || runs.length > MAX_RUNS) return undefined;
  if (digits.length < 3 || glued.length < 5 || (!lettered && digits.length < 6)) return undefined;
  return {
    glued,
    full: lettered ? [gluedKey(runs), strippedKey(runs)] : [],
    digits: digits.length >= 6 ? [gluedKey(digitRuns), strippedKey(digitRuns)] : [],
    isNumber: !lettered && digits.length >= 7,
    firstRun: runs[0]?.text ?? "",
    serial: digitRuns.at(-1)?.text ?? "",
  };
}

/** Key of runs glued as written. */
export function gluedKey(runs: readonly Run[]): string {
  return `=${glue(runs)}`;
}

/** Key of runs kept apart without leading zeros: fa2025-123 and FA-2025-0123 give the same. */
export function strippedKey(runs: readonly Run[]): string {
  return runs.map((r) => (r.digits ? stripZeros(r.text) : r.text)).join("|");
}

/** The runs' texts in one piece. */
export function glue(runs: readonly Run[]): string {
  return runs.map((r) => r.text).join("");
}
