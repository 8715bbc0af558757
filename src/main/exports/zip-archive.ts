import { type ZippableFile, zipSync } from "fflate";

/** Files of an archive by their path. */
export type ArchiveFiles = Record<string, Uint8Array>;

/** Already compressed: stored as they are. */
const DENSE = /\.(pdf|png|jpe?g|zip|xlsx)$/i;
/** No date of the machine is written: the same files make the same archive. */
const MTIME = new Date("2000-01-01T00:00:00");

/** One ZIP of files, the same bytes for the same files. */
export function zipArchive(files: ArchiveFiles): Uint8Array {
  const entries = Object.entries(files).map(([path, bytes]) => {
    const level: 0 | 6 = DENSE.test(path) ? 0 : 6;
    return [path, [bytes, { level, mtime: MTIME }]] satisfies [string, ZippableFile];
  });
  return zipSync(Object.fromEntries(entries));
}
