import { hash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES = 20;

/**
 * A recovery key: 160 random bits and a 15-bit check, as seven groups of five characters of
 * Crockford's alphabet (no I, L, O, U), made to be printed and typed back.
 */
export function newRecoveryKey(): string {
  const text = encode(randomBytes(BYTES));
  return (text + checkOf(text)).match(/.{5}/g)!.join("-");
}

/** The random bytes of a recovery key typed in any spacing or case; undefined when mistyped. */
export function recoveryBytes(typed: string): Buffer | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (text.length !== 35 || [...text].some((c) => !ALPHABET.includes(c))) return undefined;
  const body = text.slice(0, 32);
  return checkOf(body) === text.slice(32) ? decode(body) : undefined;
}

function checkOf(text: string): string {
  const digest = hash("sha256", `ecritoire-recovery-1${text}`, "buffer");
  return [0, 1, 2].map((i) => ALPHABET[(digest[i] ?? 0) % 32]).join("");
}

function encode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let i = 0; i < (bytes.length * 8) / 5; i++) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}

function decode(text: string): Buffer {
  let bits = 0n;
  for (const c of text) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(c));
  return Buffer.from(bits.toString(16).padStart(BYTES * 2, "0"), "hex");
}
