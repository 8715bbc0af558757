import type { RefusalCode, RefusalFacts } from "#contract/refusals.ts";

/**
 * One row of a file that is not imported, while the good rows go on. The code's sentence names
 * line, column and reason; the file is named by the report that lists the rows.
 */
export interface RefusedRow {
  line: number;
  code: RefusalCode;
  facts: object;
}

/** Makes a refused row; the facts are checked against the code by the compiler. */
export function refuseRow<C extends RefusalCode>(
  code: C,
  facts: RefusalFacts<C> & { line: number },
): RefusedRow {
  return { line: facts.line, code, facts };
}

/** Tells a refused row from a value that was read (text, number or nothing). */
export function isRefusedRow(value: unknown): value is RefusedRow {
  return typeof value === "object" && value !== null && "code" in value && "facts" in value;
}
