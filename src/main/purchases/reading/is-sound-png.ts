import { crc32 } from "node:zlib";

/** True when every chunk of a PNG is whole and has its right check sum, up to IEND. */
export function isSoundPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return false;
    const typed = bytes.subarray(at + 4, end - 4);
    if (crc32(typed) !== view.getUint32(end - 4)) return false;
    if (view.getUint32(at + 4) === 0x49454e44) return true;
    at = end;
  }
  return false;
}
