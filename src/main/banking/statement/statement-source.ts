import { createHash } from "node:crypto";

/** A dropped file that is read by ranges, so that a large one is never held whole. */
export interface StatementSource {
  name: string;
  size: number;
  read: (from: number, to: number) => Promise<Uint8Array>;
}

const HASHED_BYTES = 4 * 1024 * 1024;

/** A file of the person's disk, or bytes that are at hand. */
export function sourceOf(file: File | { name: string; bytes: Uint8Array }): StatementSource {
  const { name } = file;
  if (!(file instanceof Blob)) {
    const { bytes } = file;
    return { name, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
  }
  const read = async (from: number, to: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  return { name, size: file.size, read };
}

/** SHA-256 of the whole file, read by ranges. */
export async function hashOf(source: StatementSource): Promise<Buffer> {
  const hash = createHash("sha256");
  for (let at = 0; at < source.size; at += HASHED_BYTES) {
    hash.update(await source.read(at, at + HASHED_BYTES));
  }
  return hash.digest();
}
