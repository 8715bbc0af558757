/** Size of a picture as it is to be shown, and whether its bytes must be turned for that. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
  readonly isTurned: boolean;
}

/** Size written in a PNG or JPEG header, without decoding the picture. */
export function imageSize(kind: "png" | "jpeg", bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kind === "png" ? pngSize(view) : jpegSize(view);
}

/** The IHDR chunk comes first and holds both sizes (PNG specification, 11.2.2). */
function pngSize(view: DataView): ImageSize | undefined {
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20), isTurned: false };
}

/** Walks the marker segments to the first frame header, SOF0 to SOF15 (ITU T.81, B.2.2). */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  let orientation = 1;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // C4, C8 and CC share the range of frame headers but are tables or reserved.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const isTurned = orientation !== 1;
      const isSideways = orientation >= 5;
      return isSideways ? { width: height, height: width, isTurned } : { width, height, isTurned };
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) orientation = exifOrientation(view, at + 4, length - 2) ?? orientation;
    at += 2 + length;
  }
  return undefined;
}

/** Orientation 1 to 8 (tag 0x0112) of an Exif segment, in either byte order (TIFF 6.0). */
function exifOrientation(view: DataView, start: number, length: number): number | undefined {
  const end = Math.min(start + length, view.byteLength);
  const tiff = start + 6;
  if (tiff + 8 > end || view.getUint32(start) !== 0x45786966) return undefined;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return undefined;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > end) return undefined;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const orientation = view.getUint16(entry + 8, little);
    return orientation >= 1 && orientation <= 8 ? orientation : undefined;
  }
  return undefined;
}
