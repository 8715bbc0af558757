import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { z } from "zod";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ArchiveFiles } from "../zip-archive.ts";

const manifestSchema = z.object({
  format: z.literal("ecritoire-pack-1"),
  packId: z.string(),
  company: z.string(),
  siren: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  madeAtMs: z.number().int(),
  chain: z.object({ entries: z.number().int(), head: z.string() }),
  /** Ed25519, SubjectPublicKeyInfo in base64. */
  publicKey: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

const MANIFEST = "manifest.json";
const SIGNATURE = "manifest.sig";

/** The company's signing key: made once, kept in the encrypted book. */
export function signingKey(tx: Transaction): KeyObject {
  const kept = tx.reading("SELECT private_key AS der FROM pack_key").get() as
    | { der: Uint8Array }
    | undefined;
  if (kept !== undefined) {
    return createPrivateKey({ key: Buffer.from(kept.der), format: "der", type: "pkcs8" });
  }
  const { privateKey } = generateKeyPairSync("ed25519");
  const der = privateKey.export({ format: "der", type: "pkcs8" });
  tx.writing("INSERT INTO pack_key (id, private_key) VALUES (1, ?)").run(der);
  return privateKey;
}

/** Adds the list of all files with their hashes, and its Ed25519 signature (RFC 8032). */
export function signFiles(
  files: ArchiveFiles,
  facts: Omit<Manifest, "format" | "publicKey" | "files">,
  key: KeyObject,
): { files: ArchiveFiles; fingerprint: string } {
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64");
  const listed = Object.entries(files).map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    sha256: hash("sha256", bytes, "hex"),
  }));
  const manifest: Manifest = { format: "ecritoire-pack-1", ...facts, publicKey, files: listed };
  const bytes = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  const signature = Buffer.from(sign(null, bytes, key).toString("base64"));
  return {
    files: { [MANIFEST]: bytes, [SIGNATURE]: signature, ...files },
    fingerprint: fingerprintOf(publicKey),
  };
}

/** Reads the list, and refuses when its signature or any file does not agree with it. */
export function readManifest(name: string, files: ArchiveFiles): Manifest | Refusal {
  const bytes = files[MANIFEST];
  const signature = files[SIGNATURE];
  if (bytes === undefined || signature === undefined) {
    return refuse("pack.not-a-pack", { file: name });
  }
  const parsed = manifestSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) return refuse("pack.not-a-pack", { file: name });
  const manifest = parsed.data;
  if (!isSigned(bytes, signature, manifest.publicKey)) {
    return refuse("pack.altered", { file: name, path: MANIFEST });
  }
  const listed = new Map(manifest.files.map((f) => [f.path, f.sha256]));
  const extra = Object.keys(files).find(
    (path) => path !== MANIFEST && path !== SIGNATURE && !listed.has(path),
  );
  if (extra !== undefined) return refuse("pack.altered", { file: name, path: extra });
  for (const [path, sha256] of listed) {
    const own = files[path];
    if (own === undefined || hash("sha256", own, "hex") !== sha256) {
      return refuse("pack.altered", { file: name, path });
    }
  }
  return manifest;
}

/** Sixteen bytes of the key's SHA-256 in groups, to be read out over the telephone. */
export function fingerprintOf(publicKey: string): string {
  const hex = hash("sha256", Buffer.from(publicKey, "base64"), "hex").slice(0, 32);
  return (hex.match(/.{4}/g) ?? []).join(" ").toUpperCase();
}

function isSigned(bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, "base64"),
      format: "der",
      type: "spki",
    });
    return verify(null, bytes, key, Buffer.from(Buffer.from(signature).toString(), "base64"));
  } catch {
    return false;
  }
}

/** JSON of a file, or undefined when it is not JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
