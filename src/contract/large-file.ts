/** A file larger than this is carried to the office by parts; smaller ones go with their call. */
export const LARGE_BYTES = 8 * 1024 * 1024;

/** Size of a part, but for the last. */
export const PART_BYTES = 2 * 1024 * 1024;

/** The two procedures that carry a file by parts. */
interface PartCalls {
  beginUpload: (input: { name: string; size: number }) => Promise<{ uploadId: string }>;
  putPart: (input: { uploadId: string; part: File }) => Promise<unknown>;
}

/** A file as a call takes it: itself, or the name of what was carried before. */
export interface CarriedFile {
  file: File;
  uploadId?: string;
}

const carried = new WeakMap<File, CarriedFile>();

/**
 * Carries a large file to the office by parts, so that no door holds it whole; carried once, it is
 * previewed and imported under the same id.
 */
export async function carryFile(
  file: File,
  calls: PartCalls,
  signal?: AbortSignal,
): Promise<CarriedFile> {
  if (file.size <= LARGE_BYTES) return { file };
  const known = carried.get(file);
  if (known !== undefined) return known;
  const { name, size } = file;
  const { uploadId } = await calls.beginUpload({ name, size });
  for (let at = 0; at < size; at += PART_BYTES) {
    signal?.throwIfAborted();
    const part = new File(
      [new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer())],
      name,
    );
    await calls.putPart({ uploadId, part });
  }
  const told = { file: new File([], name), uploadId };
  carried.set(file, told);
  return told;
}
