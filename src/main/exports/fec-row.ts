import type { FecDay } from "./fec-day.ts";

/** One line of the file once read; texts are its bytes, one character a byte, trimmed of spaces. */
export interface FecRow {
  line: number;
  journal: string;
  journalLabel: string;
  number: string;
  date: FecDay;
  account: string;
  accountLabel: string;
  party: string;
  partyLabel: string;
  debitMinor: number;
  creditMinor: number;
  letter: string;
  letterDate: FecDay;
  validDate: FecDay;
  label: string;
}

/**
 * A field without the spaces around it; a no-break space (one byte in ISO-8859-15, two in UTF-8)
 * counts as a space. The common case, nothing to trim, allocates nothing.
 */
export function trimmed(field: string): string {
  const first = field.charCodeAt(0);
  const last = field.charCodeAt(field.length - 1);
  if (first > 32 && first < 0x80 && last > 32 && last < 0x80) return field;
  return field.replace(/^(?: |\u00c2?\u00a0)+|(?: |\u00c2?\u00a0)+$/g, "");
}
