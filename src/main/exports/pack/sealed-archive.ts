import { Decrypter, Encrypter } from "age-encryption";
import { unzipSync } from "fflate";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { type ArchiveFiles, zipArchive } from "../zip-archive.ts";

/**
 * A ZIP of files in an age file that a passphrase opens (age-encryption.org/v1, scrypt): anyone
 * with the `age` program can open it without Écritoire.
 */
export async function sealArchive(files: ArchiveFiles, passphrase: string): Promise<Uint8Array> {
  return sealBytes(zipArchive(files), passphrase);
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
