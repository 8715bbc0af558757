import { Buffer } from "node:buffer";
import type { Bitmap } from "#main/purchases/reading/encode-png.ts";

/** Quantisation step of every coefficient: small, so that print stays sharp. */
const STEP = 8;

const ZIGZAG = Array.from({ length: 64 }, (_, i) => i).sort((a, b) => rank(a) - rank(b));

function rank(index: number): number {
  const [x, y] = [index % 8, index >> 3];
  const diagonal = x + y;
  return diagonal * 8 + (diagonal % 2 === 0 ? x : y);
}

/** Symbols of the AC table: a run of zeros and a size. All codes have eight bits. */
const AC = [
  0x00,
  0xf0,
  ...[...Array(16).keys()].flatMap((run) => sizes().map((s) => run * 16 + s)),
];

function sizes(): number[] {
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
}

/**
 * Writes grey pixels as a baseline JPEG (ITU T.81), with Huffman tables of equal code lengths:
 * larger than usual files, but any decoder reads them.
 */
export function encodeJpeg({ width, height, pixels }: Bitmap): Uint8Array {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  let previous = 0;
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const block = transformed((i, j) => {
        const at = Math.min(height - 1, y + j) * width + Math.min(width - 1, x + i);
        return (pixels[at] ?? 255) - 128;
      });
      previous = putBlock(block, previous, put);
    }
  }
  while (bits.length % 8 !== 0) bits.push(1);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array(64).fill(STEP)]),
    segment(0xc0, [8, ...size, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, 0, 0, 0, 12, ...Array(12).fill(0), ...Array(12).keys()]),
    segment(0xc4, [0x10, 0, 0, 0, 0, 0, 0, 0, AC.length, ...Array(8).fill(0), ...AC]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    stuffed(bits),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, body: readonly number[]): Buffer {
  const length = body.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...body]);
}

function stuffed(bits: readonly number[]): Buffer {
  const out: number[] = [];
  for (let i = 0; i < bits.length; i += 8) {
    const byte = bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0);
    out.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return Buffer.from(out);
}

const COSINE = Array.from({ length: 64 }, (_, i) => {
  const [k, n] = [i >> 3, i % 8];
  return Math.cos(((2 * n + 1) * k * Math.PI) / 16) * (k === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** Discrete cosine transform of a block, quantised. */
function transformed(sample: (x: number, y: number) => number): number[] {
  const rows = Array.from({ length: 64 }, (_, i) => {
    const [k, y] = [i >> 3, i % 8];
    let sum = 0;
    for (let x = 0; x < 8; x++) sum += sample(x, y) * COSINE[k * 8 + x]!;
    return sum;
  });
  return Array.from({ length: 64 }, (_, i) => {
    const [v, u] = [i >> 3, i % 8];
    let sum = 0;
    for (let y = 0; y < 8; y++) sum += rows[u * 8 + y]! * COSINE[v * 8 + y]!;
    return Math.round(sum / STEP);
  });
}

function putBlock(
  block: readonly number[],
  previous: number,
  put: (value: number, count: number) => void,
): number {
  const level = block[0] ?? 0;
  const size = sizeOf(level - previous);
  put(size, 4);
  put(bitsOf(level - previous, size), size);
  let run = 0;
  for (const index of ZIGZAG.slice(1)) {
    const value = block[index] ?? 0;
    if (value === 0) {
      run++;
      continue;
    }
    for (; run > 15; run -= 16) put(AC.indexOf(0xf0), 8);
    const length = sizeOf(value);
    put(AC.indexOf(run * 16 + length), 8);
    put(bitsOf(value, length), length);
    run = 0;
  }
  if (run > 0) put(AC.indexOf(0), 8);
  return level;
}

function sizeOf(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
}

function bitsOf(value: number, size: number): number {
  return value >= 0 ? value : value + 2 ** size - 1;
}
