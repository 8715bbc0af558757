/** Reading and writing amounts as people and files write them; shared by screens and imports. */

const SPACES = /[\s\u00a0\u202f\u2009']/g;

/**
 * Reads an amount written the French or the English way: `1234,56`, `1 234,56`, `1.234,56`,
 * `1,234.56`, `1234.56`, `-12`, `12-`, `(12,00)`, `1 234,56 €`.
 * A single separator followed by exactly three digits is taken as thousands only when another
 * group proves it (`1.234.567`); `1,234` alone is refused as ambiguous unless `decimal` says.
 * @returns minor units, or undefined when the text is not one amount to the cent
 */
export function parseAmount(text: string, decimal?: "," | "."): number | undefined {
  let body = text
    .replace(SPACES, "")
    .replace(/(€|EUR)/gi, "")
    .replace(/\u2212/g, "-");
  let sign = 1;
  if (/^\(.*\)$/.test(body)) {
    sign = -1;
    body = body.slice(1, -1);
  }
  if (/^[+-]/.test(body)) {
    if (body.startsWith("-")) sign = -sign;
    body = body.slice(1);
  } else if (/[+-]$/.test(body)) {
    if (body.endsWith("-")) sign = -sign;
    body = body.slice(0, -1);
  }
  const plain = toPointDecimal(body, decimal);
  if (plain === undefined) return undefined;
  const [whole = "0", fraction = ""] = plain.split(".");
  if (fraction.length > 2 && /[1-9]/.test(fraction.slice(2))) return undefined;
  const minor = Number(`${whole}${fraction.slice(0, 2).padEnd(2, "0")}`);
  if (!Number.isSafeInteger(minor)) return undefined;
  return minor === 0 ? 0 : sign * minor;
}

function toPointDecimal(body: string, decimal?: "," | "."): string | undefined {
  if (!/^[\d.,]*\d[\d.,]*$/.test(body)) return undefined;
  const lastComma = body.lastIndexOf(",");
  const lastPoint = body.lastIndexOf(".");
  if (lastComma < 0 && lastPoint < 0) return body;
  const mark = decimal ?? decimalMark(body, lastComma, lastPoint);
  if (mark === undefined) return undefined;
  const other = mark === "," ? "." : ",";
  const pieces = body.split(mark);
  if (pieces.length > 2) return undefined;
  const [whole = "", fraction = ""] = pieces;
  if (fraction.includes(other) || !isGrouped(whole, other)) return undefined;
  return `${whole.replaceAll(other, "") || "0"}.${fraction}`;
}

function decimalMark(body: string, lastComma: number, lastPoint: number): "," | "." | undefined {
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? "," : ".";
  const mark = lastComma >= 0 ? "," : ".";
  const pieces = body.split(mark);
  if (pieces.length > 2) return mark === "," ? "." : ",";
  const [whole = "", fraction = ""] = pieces;
  const looksGrouped = fraction.length === 3 && whole.length >= 1 && whole.length <= 3;
  return looksGrouped && whole !== "0" ? undefined : mark;
}

function isGrouped(whole: string, separator: string): boolean {
  if (!whole.includes(separator)) return true;
  const [head = "", ...groups] = whole.split(separator);
  return head.length >= 1 && head.length <= 3 && groups.every((g) => g.length === 3);
}
