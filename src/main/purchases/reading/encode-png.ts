import { crc32, deflateSync } from "node:zlib";

/** Raw pixels, rows from top to bottom without padding. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** 1: grey, 3: red green blue, 4: red green blue alpha; a byte each. */
  readonly channels: 1 | 3 | 4;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPE = { 1: 0, 3: 2, 4: 6 } as const;

/**
 * Writes a bitmap as a PNG (ISO/IEC 15948), eight bits a channel, each row filtered by the one
 * above (filter 2), which suits pages: most rows repeat the row above.
 * @param level zlib level, 1 (fast) to 9 (small)
 */
export function encodePng(bitmap: Bitmap, level = 3): Buffer {
  const { width, height, channels } = bitmap;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = COLOUR_TYPE[channels];
  const body = deflateSync(filterRows(bitmap), { level });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", body),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function filterRows({ width, height, channels, pixels }: Bitmap): Uint8Array {
  const stride = width * channels;
  if (pixels.length < stride * height) throw new RangeError("bitmap shorter than its size");
  const out = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    const from = row * stride;
    const to = row * (stride + 1);
    out[to] = row === 0 ? 0 : 2;
    for (let i = 0; i < stride; i++) {
      const above = row === 0 ? 0 : pixels[from - stride + i]!;
      out[to + 1 + i] = pixels[from + i]! - above;
    }
  }
  return out;
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
