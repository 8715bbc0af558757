import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  randomUUID,
  scryptSync,
} from "node:crypto";
import { z } from "zod";
import { recoveryBytes } from "./recovery-key.ts";

/**
 * Key slots stand in `keys.json` beside the book: each wraps the same random 256-bit book key
 * with AES-256-GCM, under a key made from a person's passphrase (scrypt, RFC 7914) or from the
 * recovery key (HKDF-SHA-256, RFC 5869; it is random already). The book's id and the slot's
 * person are authenticated, so that a slot cannot be moved to another book or name.
 */
const slotSchema = z.strictObject({
  person: z.string().min(1),
  kind: z.enum(["passphrase", "recovery"]),
  kdf: z.strictObject({
    name: z.enum(["scrypt", "hkdf"]),
    salt: z.string(),
    n: z.number().int().optional(),
    r: z.number().int().optional(),
    p: z.number().int().optional(),
  }),
  nonce: z.string(),
  wrapped: z.string(),
  tag: z.string(),
});

export const keyFileSchema = z.strictObject({
  version: z.literal(1),
  bookId: z.string().min(1),
  slots: z.array(slotSchema).min(1),
});

export type KeySlot = z.infer<typeof slotSchema>;
export type KeyFile = z.infer<typeof keyFileSchema>;

/** Cost of scrypt: 128 MiB and about a third of a second on a laptop. */
const COST = { n: 2 ** 17, r: 8, p: 1 };

/** A new, empty key file's book id and book key. */
export function newBookKey(): { bookId: string; key: Buffer } {
  return { bookId: randomUUID(), key: randomBytes(32) };
}

/** Wraps the book key under a person's passphrase. */
export function passphraseSlot(
  bookId: string,
  person: string,
  secret: { passphrase: string; key: Uint8Array },
): KeySlot {
  const salt = randomBytes(16);
  const kdf = { name: "scrypt" as const, salt: salt.toString("base64"), ...COST };
  return wrap({ person, kind: "passphrase", kdf, bookId }, secret.passphrase, secret.key);
}

/** Wraps the book key under the recovery key. */
export function recoverySlot(bookId: string, recoveryKey: string, key: Uint8Array): KeySlot {
  const kdf = { name: "hkdf" as const, salt: randomBytes(16).toString("base64") };
  return wrap({ person: "recovery", kind: "recovery", kdf, bookId }, recoveryKey, key);
}

/** The book key and whose slot opened, or undefined when the secret opens none. */
export function unwrapBookKey(
  file: KeyFile,
  secret: { person?: string | undefined; passphrase: string },
): { key: Buffer; person: string } | undefined {
  for (const slot of file.slots) {
    if (secret.person !== undefined && slot.person !== secret.person) continue;
    const key = unwrap(file.bookId, slot, secret.passphrase);
    if (key !== undefined) return { key, person: slot.person };
  }
  return undefined;
}

function wrap(
  slot: Pick<KeySlot, "person" | "kind" | "kdf"> & { bookId: string },
  secret: string,
  key: Uint8Array,
): KeySlot {
  const nonce = randomBytes(12);
  const wrapping = derive(slot, secret);
  if (wrapping === undefined) throw new Error("a new recovery key is always well formed");
  const cipher = createCipheriv("aes-256-gcm", wrapping, nonce);
  cipher.setAAD(associated(slot.bookId, slot));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    person: slot.person,
    kind: slot.kind,
    kdf: slot.kdf,
    nonce: nonce.toString("base64"),
    wrapped: wrapped.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
  };
}

function unwrap(bookId: string, slot: KeySlot, secret: string): Buffer | undefined {
  const wrapping = derive(slot, secret);
  if (wrapping === undefined) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", wrapping, Buffer.from(slot.nonce, "base64"), {
      authTagLength: 16,
    });
    decipher.setAAD(associated(bookId, slot));
    decipher.setAuthTag(Buffer.from(slot.tag, "base64"));
    return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, "base64")), decipher.final()]);
  } catch {
    return undefined;
  }
}

function derive(slot: Pick<KeySlot, "kind" | "kdf">, secret: string): Buffer | undefined {
  const salt = Buffer.from(slot.kdf.salt, "base64");
  if (slot.kdf.name === "hkdf") {
    const bytes = recoveryBytes(secret);
    if (bytes === undefined) return undefined;
    return Buffer.from(hkdfSync("sha256", bytes, salt, "ecritoire-recovery-1", 32));
  }
  const { n = COST.n, r = COST.r, p = COST.p } = slot.kdf;
  return scryptSync(secret.normalize("NFKC"), salt, 32, { N: n, r, p, maxmem: 256 * n * r });
}

function associated(bookId: string, slot: Pick<KeySlot, "person" | "kind">): Buffer {
  return Buffer.from(JSON.stringify(["ecritoire-slot-1", bookId, slot.person, slot.kind]));
}
