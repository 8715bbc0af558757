/**
 * Decodes a file's bytes by its content: byte order marks, UTF-16 by its NUL bytes, UTF-8 when
 * valid, else Windows-1252 (a superset of ISO-8859-1; the euro sign of ISO-8859-15 is not
 * distinguishable by content). Stray NUL bytes are dropped.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = sniffEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: text.replaceAll("\u0000", "").replace(/^\ufeff/, ""), encoding };
}

function sniffEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 1024);
  const nulAt = (parity: number) => head.filter((b, i) => i % 2 === parity && b === 0).length;
  if (head.length >= 8 && nulAt(1) > head.length / 4) return "utf-16le";
  if (head.length >= 8 && nulAt(0) > head.length / 4) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
