/** Character sets that the writer offers; the law also allows ASCII, a subset of both. */
export type FecCharset = "utf-8" | "iso-8859-15";

/**
 * What a field may not hold: both separators (the file has no quoting, and receiving software
 * reads either), quotes, control characters, every space but the plain one, marks without width.
 * A field that starts or ends with a space, or holds two in a row, is untidy as well.
 */
const UNTIDY =
  /[\p{Cc}\p{Cf}\p{Cs}|"\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| {2}|^ | $/u;
const SPACES = /[\s\p{Cc}|"]+/gu;
const INVISIBLE = /\p{Cf}/gu;

/** A text made fit for a field of the FEC: one line, plain spaces, no separator, no quote. */
export function cleanFecText(text: string): string {
  if (!UNTIDY.test(text)) return text;
  const plain = text.toWellFormed().replace(INVISIBLE, "").replace(SPACES, " ");
  return plain.replace(/ {2,}/g, " ").trim();
}

/** Characters of ISO-8859-15 that stand elsewhere in Unicode, with the byte that carries them. */
const LATIN9 = new Map<string, string>([
  ["€", "\u00a4"],
  ["Š", "\u00a6"],
  ["š", "\u00a8"],
  ["Ž", "\u00b4"],
  ["ž", "\u00b8"],
  ["Œ", "\u00bc"],
  ["œ", "\u00bd"],
  ["Ÿ", "\u00be"],
]);
/** Signs that ISO-8859-15 lacks, with the usual plain writing. */
const PLAIN = new Map<string, string>([
  ["’", "'"],
  ["‘", "'"],
  ["“", "«"],
  ["”", "»"],
  ["–", "-"],
  ["—", "-"],
  ["‑", "-"],
  ["…", "..."],
  ["−", "-"],
  ["Ł", "L"],
  ["ł", "l"],
  ["¤", "?"],
]);
const OUTSIDE_LATIN9 = /[¤¦¨´¸¼½¾]|[^\u0020-\u007e\u00a1-\u00ff]/gu;

/**
 * A cleaned text whose code points are the bytes of ISO-8859-15. What that set lacks loses its
 * accent or takes its plain writing, else becomes `?`.
 */
export function toLatin9(text: string): string {
  return text.replace(OUTSIDE_LATIN9, (char) => {
    const known = LATIN9.get(char) ?? PLAIN.get(char);
    if (known !== undefined) return known;
    const bare = char.normalize("NFKD").replace(/\p{M}/gu, "");
    return /^[\u0020-\u007e]+$/.test(bare) ? cleanFecText(bare) || "?" : "?";
  });
}
