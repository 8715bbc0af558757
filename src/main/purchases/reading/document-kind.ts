import { type Refusal, refuse } from "#main/base/refusal.ts";
import { imageSize } from "./image-size.ts";
import { isSoundPng } from "./is-sound-png.ts";

/** What a dropped file really is, told by its first bytes and never by its name. */
export type DocumentKind = "pdf" | "png" | "jpeg";

/** Larger files are refused: a bill is a few pages, and a reading holds it in memory twice. */
export const MAX_BYTES = 40 * 1024 * 1024;

/** Larger pictures are refused before decoding: a small file may unfold to gigabytes. */
export const MAX_PIXELS = 80_000_000;

/** Smaller pictures hold no legible bill. */
export const MIN_SIDE_PX = 100;

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/**
 * The kind of a dropped document after its checks: size, first bytes, complete to its end marker,
 * and for pictures a sane number of pixels.
 */
export function documentKind(name: string, bytes: Uint8Array): DocumentKind | Refusal {
  if (bytes.length === 0) return refuse("documents.empty", { file: name });
  if (bytes.length > MAX_BYTES) {
    return refuse("documents.too-large", { file: name, bytes: bytes.length, limit: MAX_BYTES });
  }
  const kind = sniffKind(bytes);
  if (!kind) return refuse("documents.unknown-kind", { file: name });
  if (!isComplete(kind, bytes)) return refuse("documents.truncated", { file: name });
  if (kind === "pdf") return kind;
  const size = imageSize(kind, bytes);
  if (!size) return refuse("documents.broken", { file: name });
  const { width, height } = size;
  if (width * height > MAX_PIXELS || Math.min(width, height) < MIN_SIDE_PX) {
    return refuse("documents.picture-size", { file: name, width, height });
  }
  const isSound = kind === "jpeg" || isSoundPng(bytes);
  return isSound ? kind : refuse("documents.broken", { file: name });
}

function sniffKind(bytes: Uint8Array): DocumentKind | undefined {
  if (startsWith(bytes, PNG_MAGIC)) return "png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  // Readers accept a few stray bytes before the header (ISO 32000-1, annex H.3, note 13).
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return head.includes("%PDF-") ? "pdf" : undefined;
}

/** True when the end marker of the format is there: a half-downloaded file lacks it. */
function isComplete(kind: DocumentKind, bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 8192)));
  if (kind === "pdf") return tail.includes("%%EOF");
  if (kind === "png") return tail.includes(Buffer.from(PNG_END));
  return tail.includes(Buffer.from([0xff, 0xd9]));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
