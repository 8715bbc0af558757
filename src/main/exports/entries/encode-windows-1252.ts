/** Characters of windows-1252 that stand elsewhere in Unicode, from byte 0x80. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A text in windows-1252; a character that it lacks loses its accents, else becomes `?`. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let size = 0;
  for (const character of text) bytes[size++] = byteOf(character) ?? plainByteOf(character);
  return bytes.subarray(0, size);
}

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const at = HIGH.indexOf(character);
  return at < 0 ? undefined : 0x80 + at;
}

function plainByteOf(character: string): number {
  const plain = character.normalize("NFKD")[0] ?? "?";
  return byteOf(plain) ?? "?".charCodeAt(0);
}
