import { parseAmount } from "#contract/amount.ts";

/** What a person typed in an amount field, understood or not. */
export type MoneyTyping =
  | { kind: "amount"; amountMinor: number }
  | { kind: "empty" }
  | { kind: "ambiguous" }
  | { kind: "too-precise" }
  | { kind: "too-large" }
  | { kind: "unreadable" };

interface Fraction {
  top: bigint;
  bottom: bigint;
}

const BLANKS = /[\s\u00a0\u202f\u2009']/g;

/**
 * Reads what is typed or pasted in an amount field: every French and English way of writing an
 * amount, and a sum after `=` (`=120*1,2`, `=(1 200+35,5)/3`) rounded half away from zero to
 * the cent. Inside a sum a comma or a point is always the decimal mark, because rates such as
 * `1,055` are common there; alone, `1,234` is said to be ambiguous.
 */
export function readMoneyTyping(text: string): MoneyTyping {
  const body = text.replace(BLANKS, "").replace(/\u2212/g, "-");
  if (body === "") return { kind: "empty" };
  if (body.startsWith("=")) return readSum(body.slice(1).replace(/€|EUR/gi, ""));
  const amountMinor = parseAmount(body);
  if (amountMinor !== undefined) return { kind: "amount", amountMinor };
  return { kind: whyUnread(body) };
}

function whyUnread(body: string): "ambiguous" | "too-precise" | "too-large" | "unreadable" {
  const bare = body.replace(/€|EUR/gi, "").replace(/^[+-]|[+-]$/g, "");
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) return "ambiguous";
  if (/^\d+[.,]\d{3,}$/.test(bare)) return "too-precise";
  if (/^\d{14,}([.,]\d{1,2})?$/.test(bare)) return "too-large";
  return "unreadable";
}

function readSum(body: string): MoneyTyping {
  const tokens = body.match(/\d[\d.,]*|[.,]\d+|[-+*/()×÷x]/g) ?? [];
  if (tokens.length === 0 || tokens.join("") !== body) return { kind: "unreadable" };
  const reader = { tokens, at: 0 };
  const value = readTerms(reader);
  if (value === undefined || reader.at !== tokens.length) return { kind: "unreadable" };
  const amountMinor = Number(roundHalfAway(value.top * 100n, value.bottom));
  if (!Number.isSafeInteger(amountMinor)) return { kind: "too-large" };
  return { kind: "amount", amountMinor: amountMinor === 0 ? 0 : amountMinor };
}

interface Reader {
  tokens: readonly string[];
  at: number;
}

function readTerms(reader: Reader): Fraction | undefined {
  let total = readFactors(reader);
  while (total !== undefined && isOneOf(reader, "+-")) {
    const sign = reader.tokens[reader.at++] === "-" ? -1n : 1n;
    const next = readFactors(reader);
    if (next === undefined) return undefined;
    const top: bigint = total.top * next.bottom + sign * next.top * total.bottom;
    total = { top, bottom: total.bottom * next.bottom };
  }
  return total;
}

function readFactors(reader: Reader): Fraction | undefined {
  let product = readOne(reader);
  while (product !== undefined && isOneOf(reader, "*×x/÷")) {
    const isProduct = "*×x".includes(reader.tokens[reader.at++] ?? "");
    const next = readOne(reader);
    if (next === undefined || (!isProduct && next.top === 0n)) return undefined;
    const by: Fraction = isProduct ? next : { top: next.bottom, bottom: next.top };
    product = { top: product.top * by.top, bottom: product.bottom * by.bottom };
  }
  return product;
}

function readOne(reader: Reader): Fraction | undefined {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return undefined;
  if (token === "-" || token === "+") {
    const value = readOne(reader);
    if (value === undefined || token === "+") return value;
    return { top: -value.top, bottom: value.bottom };
  }
  if (token !== "(") return readNumber(token);
  const inside = readTerms(reader);
  return reader.tokens[reader.at++] === ")" ? inside : undefined;
}

function readNumber(token: string): Fraction | undefined {
  const marks = token.match(/[.,]/g) ?? [];
  const isGroupedOnly = marks.length > 1 && new Set(marks).size === 1;
  const mark = isGroupedOnly ? -1 : Math.max(token.lastIndexOf(","), token.lastIndexOf("."));
  const whole = (mark < 0 ? token : token.slice(0, mark)).replace(/[.,](?=\d{3})/g, "");
  const decimals = mark < 0 ? "" : token.slice(mark + 1);
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(decimals) || whole + decimals === "") return undefined;
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

function isOneOf(reader: Reader, marks: string): boolean {
  const token = reader.tokens[reader.at];
  return token !== undefined && marks.includes(token);
}

function roundHalfAway(top: bigint, bottom: bigint): bigint {
  const isNegative = top < 0n !== bottom < 0n;
  const size = top < 0n ? -top : top;
  const by = bottom < 0n ? -bottom : bottom;
  const rounded = (2n * size + by) / (2n * by);
  return isNegative ? -rounded : rounded;
}
