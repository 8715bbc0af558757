/** What an amount field says: its value in cents, and what is wrong with its writing. */
export interface FecAmount {
  /** Rounded to the cent; 0 for an empty field; NaN when it cannot be read. */
  minor: number;
  /** `point` and `format` are errors for the tool; `exponent` and `fine` for the law only. */
  fault: "none" | "point" | "format" | "exponent" | "fine";
}

const ZERO: FecAmount = { minor: 0, fault: "none" };
const NUMBER = /^([+-]?)(\d*)(?:,(\d*))?(?:[eE]([+-]?\d{1,2}))?([+-]?)$/;

/**
 * Cents of the usual writing `1234,56`, or NaN when the field is written in another way. This is
 * the way nearly every amount of a million goes, hence no allocation.
 */
export function quickMinor(text: string): number {
  const comma = text.length - 3;
  if (comma < 1 || comma > 12 || text.charCodeAt(comma) !== 44) return Number.NaN;
  let minor = 0;
  for (let i = 0; i < text.length; i++) {
    if (i === comma) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    minor = minor * 10 + digit;
  }
  return minor;
}

/**
 * Reads an amount field as the tax office's tool does: comma, no thousands separator, a sign
 * first or last, any number of decimals, an exponent, or nothing at all.
 */
export function readFecAmount(field: string): FecAmount {
  const quick = quickMinor(field);
  if (!Number.isNaN(quick)) return { minor: quick, fault: "none" };
  const text = field.trim();
  if (text === "") return ZERO;
  const match = NUMBER.exec(text);
  if (match === null || !/\d/.test(text)) {
    const point = /^[+-]?\d*\.\d*[+-]?$/.test(text);
    return { minor: Number.NaN, fault: point ? "point" : "format" };
  }
  const [, before = "", units = "", decimals = "", exponent, after = ""] = match;
  if (before !== "" && after !== "") return { minor: Number.NaN, fault: "format" };
  const digits = `${units}${decimals}`;
  const shift = Number(exponent ?? 0) - decimals.length + 2;
  const minor = scaled(digits, shift) * (before === "-" || after === "-" ? -1 : 1);
  if (exponent !== undefined) return { minor, fault: "exponent" };
  const fine = decimals.length > 2 && /[1-9]/.test(decimals.slice(2));
  return { minor: minor === 0 ? 0 : minor, fault: fine ? "fine" : "none" };
}

/** The integer of a run of digits moved by some decimal places, rounded half away from zero. */
function scaled(digits: string, shift: number): number {
  if (shift >= 0) return Number(digits + "0".repeat(shift));
  const kept = digits.slice(0, shift) || "0";
  const next = digits.padStart(-shift, "0").at(shift) ?? "0";
  return Number(kept) + (next >= "5" ? 1 : 0);
}
