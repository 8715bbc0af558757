import { decimalText } from "#main/base/money.ts";
import type { FecFindings } from "./fec-findings.ts";
import type { FecRow } from "./fec-row.ts";

const EURO = Buffer.from("€", "utf8").toString("latin1");

/** A check of the law over the rows, in the order of the file. */
export interface FecLawCheck {
  row: (row: FecRow) => void;
  /** @param whole false when lines or amounts could not be read, so that sums prove nothing */
  end: (whole: boolean) => void;
}

/** What the checks of the law know of the company and its year; days are numbers AAAAMMJJ. */
export interface FecLawFacts {
  findings: FecFindings;
  /** First and last day in which an entry may be dated; 0 when unknown. */
  firstDay: number;
  lastDay: number;
  /** True when the first day is the fiscal year's own, not a bound drawn from the file name. */
  firstDayKnown: boolean;
  knownAccounts?: ReadonlySet<string>;
}

/** Cents as a sentence shows them, in bytes as findings take their texts. */
export function centsText(minor: number): string {
  return `${decimalText(minor, ",")} ${EURO}`;
}

/** A text cut off from the chunk that it was sliced from, so that keeping it keeps nothing else. */
export function kept(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "latin1").toString("latin1");
}

/** `31/12/2025` from 20251231. */
export function dayText(day: number): string {
  const text = String(day).padStart(8, "0");
  return `${text.slice(6)}/${text.slice(4, 6)}/${text.slice(0, 4)}`;
}
