import { decodeText } from "#main/base/decode-text.ts";

/** What a dropped file is, told from its content; its name is never believed. */
export type FileKind =
  | "camt.053"
  | "camt.052"
  | "camt.054"
  | "xml"
  | "ofx"
  | "mt940"
  | "cfonb120"
  | "cfonb240"
  | "qif"
  | "pdf"
  | "image"
  | "zip"
  | "binary"
  | "text"
  | "empty";

const HEAD_BYTES = 4_096;

const MAGIC: readonly [FileKind, readonly number[]][] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["binary", [0xd0, 0xcf, 0x11, 0xe0]],
  ["binary", [0x1f, 0x8b]],
];

/** Tells what a file is from its first bytes. Text that is nothing known is `text` (CSV, …). */
export function sniffFileKind(bytes: Uint8Array): FileKind {
  const magic = MAGIC.find(([, signature]) => signature.every((b, i) => bytes[i] === b));
  if (magic) return magic[0];
  const head = decodeText(headOf(bytes)).text.trimStart();
  if (head === "") return bytes.length <= HEAD_BYTES ? "empty" : "text";
  return sniffXml(head) ?? sniffBankText(head) ?? (looksBinary(head) ? "binary" : "text");
}

/** The first bytes, cut at a character's edge so that valid UTF-8 is not seen as damaged. */
function headOf(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.length, HEAD_BYTES);
  while (end < bytes.length && end > HEAD_BYTES - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

function sniffXml(head: string): FileKind | undefined {
  if (/<OFX[\s>]|<\?OFX\s/i.test(head) || /^OFXHEADER\s*:/i.test(head)) return "ofx";
  if (!head.startsWith("<")) return undefined;
  if (/<(?:[\w.-]+:)?BkToCstmrStmt[\s>]/.test(head)) return "camt.053";
  if (/<(?:[\w.-]+:)?BkToCstmrAcctRpt[\s>]/.test(head)) return "camt.052";
  if (/<(?:[\w.-]+:)?BkToCstmrDbtCdtNtfctn[\s>]/.test(head)) return "camt.054";
  const version = /camt\.(05[234])\.001/.exec(head);
  return version ? (`camt.${version[1]}` as FileKind) : "xml";
}

function sniffBankText(head: string): FileKind | undefined {
  if (/^:?(?:\{1:|20:|940)/.test(head) || /^:(?:20|25|28C?|60F|61|62F):/m.test(head))
    return "mt940";
  if (/^!(?:Type|Account|Option)\b/i.test(head)) return "qif";
  if (/^3[14]\d{8}/.test(head) && /^.{240}(?:\r?\n|$)/.test(head)) return "cfonb240";
  return /^0[1457]\d{5}.{113}(?:\r?\n|0[457])/.test(head) ? "cfonb120" : undefined;
}

function looksBinary(head: string): boolean {
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  return controls > head.length / 20;
}
