import type { ReadHandle } from "#main/store/handle.ts";

/**
 * The account behind a number that a rule or a person writes short: itself when the chart has
 * it, else the same filled with zeros to six digits (`58` → `580000`).
 */
export function usableAccount(read: ReadHandle, number: string): string {
  const find = read.reading("SELECT 1 FROM account WHERE number = ?");
  if (find.get(number) !== undefined) return number;
  const filled = number.padEnd(6, "0");
  return find.get(filled) === undefined ? number : filled;
}
