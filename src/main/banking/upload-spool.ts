import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PART_BYTES } from "#contract/large-file.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { refusalOfFault } from "#main/store/sqlite-fault.ts";
import type { StatementSource } from "./statement/statement-source.ts";

/** Uploads kept at once: the oldest goes first. */
const MOST_KEPT = 3;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEALED_BYTES = PART_BYTES + IV_BYTES + TAG_BYTES;

interface Upload {
  name: string;
  size: number;
  received: number;
  descriptor: number;
  folder: string;
  key: Buffer;
}

/**
 * Large files on their way to an import: kept on the disk, each part sealed (AES-256-GCM) with a
 * key that lives in this process only, so that nothing of a statement is on the disk in clear.
 */
export class UploadSpool {
  readonly #uploads = new Map<string, Upload>();

  /** Makes room for a file; parts follow in their order. */
  begin({ name, size }: { name: string; size: number }): { uploadId: string } | Refusal {
    for (const [oldest] of this.#uploads) {
      if (this.#uploads.size < MOST_KEPT) break;
      this.drop(oldest);
    }
    return onDisk(() => {
      const folder = mkdtempSync(join(tmpdir(), "ecritoire-upload-"));
      const descriptor = openSync(join(folder, "parts"), "w+", 0o600);
      const uploadId = randomUUID();
      const key = randomBytes(32);
      this.#uploads.set(uploadId, { name, size, received: 0, descriptor, folder, key });
      return { uploadId };
    });
  }

  /** Adds the next part; all but the last have `PART_BYTES`. */
  put(uploadId: string, part: Uint8Array): Refusal | undefined {
    const upload = this.#uploads.get(uploadId);
    if (upload === undefined) return refuse("banking.unknown-upload", {});
    const { received, size, key, descriptor } = upload;
    const isFull = part.length === PART_BYTES || received + part.length === size;
    if (!isFull || received + part.length > size) return refuse("banking.unknown-upload", {});
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    const sealed = Buffer.concat([iv, cipher.update(part), cipher.final(), cipher.getAuthTag()]);
    return onDisk(() => {
      writeWhole(descriptor, sealed, (received / PART_BYTES) * SEALED_BYTES);
      upload.received += part.length;
      return undefined;
    });
  }

  /** The whole file, to be read by ranges; refuses one that is unknown or not whole yet. */
  source(uploadId: string): StatementSource | Refusal {
    const upload = this.#uploads.get(uploadId);
    if (upload === undefined || upload.received < upload.size) {
      return refuse("banking.unknown-upload", {});
    }
    const { name, size } = upload;
    return { name, size, read: async (from, to) => rangeOf(upload, from, Math.min(to, size)) };
  }

  /** Forgets a file and takes it off the disk. */
  drop(uploadId: string): void {
    const upload = this.#uploads.get(uploadId);
    if (upload === undefined) return;
    closeSync(upload.descriptor);
    rmSync(upload.folder, { recursive: true, force: true });
    this.#uploads.delete(uploadId);
  }

  /** Forgets every file. */
  close(): void {
    for (const uploadId of [...this.#uploads.keys()]) this.drop(uploadId);
  }
}

/** A full or closed disk is a refusal, as it is for the book. */
function onDisk<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (fault) {
    const refusal = refusalOfFault(fault, tmpdir());
    if (refusal === undefined) throw fault;
    return refusal;
  }
}

/** A disk that is nearly full takes a part of what is written, without a fault. */
function writeWhole(descriptor: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
  }
}

function rangeOf(upload: Upload, from: number, to: number): Uint8Array {
  const out = Buffer.alloc(Math.max(0, to - from));
  for (let at = from; at < to; ) {
    const place = Math.floor(at / PART_BYTES);
    const part = partOf(upload, place);
    const start = at - place * PART_BYTES;
    const end = Math.min(part.length, start + to - at);
    part.copy(out, at - from, start, end);
    at += end - start;
  }
  return out;
}

function partOf({ size, key, descriptor }: Upload, place: number): Buffer {
  const length = Math.min(PART_BYTES, size - place * PART_BYTES);
  const sealed = Buffer.alloc(length + IV_BYTES + TAG_BYTES);
  readSync(descriptor, sealed, 0, sealed.length, place * SEALED_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
