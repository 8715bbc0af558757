import { decimalText } from "#main/base/money.ts";

/** Rows of a CSV for French Excel: semicolons, CRLF, quotes only where needed. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(csvCell).join(";")).join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `1234,56` */
export function amountCell(amountMinor: number): string {
  return decimalText(amountMinor, ",");
}

/** `20`, `5,5`: a rate in percent. */
export function rateCell(rateBps: number): string {
  return String(rateBps / 100).replace(".", ",");
}

/** UTF-8 with the byte order mark that Excel looks for. */
export function utf8WithBom(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`);
}

const HIGH: Readonly<Record<string, number>> = {
  "€": 0x80,
  Œ: 0x8c,
  œ: 0x9c,
  "’": 0x92,
  "–": 0x96,
};

/** Windows-1252 bytes of a text. @throws RangeError for a character that it does not have */
export function windows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    const code = HIGH[char] ?? char.charCodeAt(0);
    if (code > 0xff) throw new RangeError(`not in Windows-1252: ${char}`);
    bytes[i] = code;
  }
  return bytes;
}
