import { quickMinor } from "../fec-amount.ts";

const PLAIN = /^(\d*)(?:[.,](\d*))?$/;

/**
 * Cents of an amount as any package writes it: comma or point, spaces or points between
 * thousands, a sign before or after, parentheses, a euro sign, leading zeros. More than two
 * decimals are rounded half away from zero.
 * @returns nothing when it is no amount
 */
export function looseMinor(field: string): number | undefined {
  const quick = quickMinor(field);
  if (!Number.isNaN(quick)) return quick;
  const text = field.replaceAll(/[\s\u00a0\u202f€"']/g, "").replace(/EUR$/i, "");
  if (text === "") return 0;
  const negative = /^-|-$|^\(.*\)$/.test(text);
  const digits = oneDecimalSign(text.replaceAll(/^[+-]|[+-]$|[()]/g, ""));
  const match = PLAIN.exec(digits);
  if (match === null || !/\d/.test(digits)) return undefined;
  const [, units = "", decimals = ""] = match;
  const up = (decimals[2] ?? "0") >= "5" ? 1 : 0;
  const minor = Number(units + decimals.slice(0, 2).padEnd(2, "0")) + up;
  if (!Number.isSafeInteger(minor)) return undefined;
  return negative && minor !== 0 ? -minor : minor;
}

/** Leaves the last sign when both are used; drops a sign that stands more than once. */
function oneDecimalSign(text: string): string {
  const [point, comma] = [text.lastIndexOf("."), text.lastIndexOf(",")];
  if (point >= 0 && comma >= 0) return text.replaceAll(point > comma ? "," : ".", "");
  const sign = point >= 0 ? "." : ",";
  return text.indexOf(sign) === text.lastIndexOf(sign) ? text : text.replaceAll(sign, "");
}
