import { isRealDay } from "#contract/date.ts";
import type { FecCharsetWatch } from "./fec-charset-watch.ts";
import type { FecFindings } from "./fec-findings.ts";
import { dayText } from "./fec-law-check.ts";

const EXACT = /^(\d{9})FEC(\d{8})\.(?:txt|xml)$/i;

/** What the name of a file says, and what the caller knows of the company. */
export interface FecFileFacts {
  name: string;
  siren?: string;
  /** Closing date of the year as the number AAAAMMJJ. */
  closingDay?: number;
}

/** Day of closing in a file name of the legal form, as the number AAAAMMJJ, else 0. */
export function closingDayOfName(name: string): number {
  const text = /FEC(\d{8})/i.exec(name)?.[1] ?? "";
  return isReal(text) ? Number(text) : 0;
}

/** The law on a file's name: SIREN with its check digit, and the closing date. */
export function checkFecName({ name, siren, closingDay }: FecFileFacts, to: FecFindings): void {
  const [, named = "", day = ""] = EXACT.exec(name) ?? [];
  if (named === "" || !isReal(day)) {
    to.add("law.file-name", { value: bytesOf(name) });
    return;
  }
  if (!isSiren(named)) to.add("law.file-siren", { value: named });
  if (siren !== undefined && siren !== named) {
    to.add("law.file-company", { value: named, expected: siren });
  }
  if (closingDay !== undefined && closingDay !== Number(day)) {
    to.add("law.file-closing", { value: dayText(Number(day)), expected: dayText(closingDay) });
  }
}

/** The law on the character set: ASCII, ISO-8859-15 or UTF-8. */
export function checkFecCharset(watch: FecCharsetWatch, to: FecFindings): void {
  const { charset } = watch;
  if (charset === "Windows-1252" || charset === "UTF-16") {
    to.add("law.charset", { value: charset });
  }
  if (watch.byteOrderMark) to.add("law.byte-order-mark");
}

function isReal(day: string): boolean {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(4, 6))];
  return day.length === 8 && isRealDay(year, month, Number(day.slice(6)));
}

/** The check digit of a SIREN (Luhn, as for the numbers of the INSEE's directory). */
function isSiren(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const digit = Number(digits[i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** A name as bytes, which is what findings take. */
function bytesOf(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
