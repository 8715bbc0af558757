import type { ReadHandle } from "#main/store/handle.ts";

/** How many bank lines the book holds, and their sum. */
export function countBankLines(read: ReadHandle): { rows: number; totalMinor: number } {
  return read
    .reading("SELECT count(*) AS rows, coalesce(sum(amount_minor), 0) AS totalMinor FROM bank_line")
    .get() as { rows: number; totalMinor: number };
}
