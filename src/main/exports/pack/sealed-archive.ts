import { Decrypter, Encrypter } from "age-encryption";
import { unzipSync, type ZippableFile, zipSync } from "fflate";
import { type Refusal, refuse } from "#main/base/refusal.ts";

/** Files of an archive by their path. */
export type ArchiveFiles = Record<string, Uint8Array>;

/** Already compressed: stored as they are. */
const DENSE = /\.(pdf|png|jpe?g|zip|xlsx)$/i;
/** No date of the machine is written: the same files make the same archive. */
const MTIME = new Date("2000-01-01T00:00:00");

/**
 * A ZIP of files in an age file that a passphrase opens (age-encryption.org/v1, scrypt): anyone
 * with the `age` program can open it without Écritoire.
 */
export async function sealArchive(files: ArchiveFiles, passphrase: string): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([path, bytes]) => {
    const level: 0 | 6 = DENSE.test(path) ? 0 : 6;
    return [path, [bytes, { level, mtime: MTIME }]] satisfies [string, ZippableFile];
  });
  return sealBytes(zipSync(Object.fromEntries(entries)), passphrase);
}

/** Opens what `sealArchive` made. */
export async function openArchive(
  file: { name: string; bytes: Uint8Array },
  passphrase: string,
): Promise<ArchiveFiles | Refusal> {
  const zip = await openSealed(file, passphrase);
  if (!(zip instanceof Uint8Array)) return zip;
  try {
    return unzipSync(zip);
  } catch {
    return refuse("pack.not-a-pack", { file: file.name });
  }
}

/** Bytes in an age file that a passphrase opens. */
export function sealBytes(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

/** Opens an age file with its passphrase; a wrong one and a damaged file cannot be told apart. */
export async function openSealed(
  file: { name: string; bytes: Uint8Array },
  passphrase: string,
): Promise<Uint8Array | Refusal> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(file.bytes);
  } catch {
    return refuse("pack.wrong-passphrase", { file: file.name });
  }
}
