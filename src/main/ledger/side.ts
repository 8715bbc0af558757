import type { LineDraft } from "./model.ts";

/** A line from a signed amount: positive on debit, negative on credit; nothing for zero. */
export function signedLine(
  amountMinor: number,
  line: Omit<LineDraft, "debitMinor" | "creditMinor">,
): LineDraft[] {
  if (amountMinor === 0) return [];
  return [
    {
      ...line,
      debitMinor: Math.max(0, amountMinor),
      creditMinor: Math.max(0, -amountMinor),
    },
  ];
}
