/** The sign before the cents, when a column or a file proves one. */
export type DecimalMark = "," | ".";

/**
 * Finds the decimal mark that a column of amounts proves: a value with both signs ends with it; a
 * single sign not followed by exactly three digits is it; a sign seen twice in a value is not it.
 * `1,234` proves nothing by itself, which is why the whole column is asked.
 * @returns undefined when nothing proves a mark, or when values contradict each other
 */
export function columnDecimal(texts: Iterable<string>): DecimalMark | undefined {
  let comma = 0;
  let point = 0;
  for (const text of texts) {
    const mark = provenMark(text);
    if (mark === ",") comma++;
    else if (mark === ".") point++;
  }
  if (comma > 0 && point > 0) return undefined;
  if (comma > 0) return ",";
  return point > 0 ? "." : undefined;
}

function provenMark(text: string): DecimalMark | undefined {
  const signs = text.replace(/[^\d.,]/g, "");
  const lastComma = signs.lastIndexOf(",");
  const lastPoint = signs.lastIndexOf(".");
  if (lastComma < 0 && lastPoint < 0) return undefined;
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? "," : ".";
  const mark = lastComma >= 0 ? "," : ".";
  const pieces = signs.split(mark);
  if (pieces.length > 2) return mark === "," ? "." : ",";
  const [whole = "", fraction = ""] = pieces;
  const couldBeGrouped = fraction.length === 3 && whole.length >= 1 && whole.length <= 3;
  return couldBeGrouped && whole !== "0" ? undefined : mark;
}
