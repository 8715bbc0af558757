import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import type { z } from "zod";
import type { KeptProof, signedProofSchema } from "#contract/proof.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction, WritableBook } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { prove } from "./prove.ts";

const COLUMNS =
  "id AS proofId, on_date AS onDate, differences, at_ms AS atMs, person FROM kept_proof";

/**
 * Runs the three-way proof up to a day, signs its report with the book's own key and keeps it. The
 * key is made on the first proof and never leaves the encrypted book. The proof has the book to
 * itself: no command is half done while it reads.
 */
export function keepProof(
  book: WritableBook,
  act: Act,
  onDate: string,
): Promise<KeptProof | Refusal> {
  return book.transact<KeptProof>(act, async function* (tx) {
    yield { stage: "proving", done: 0, total: 1 };
    const proof = await prove(() => tx, onDate);
    if (isRefusal(proof)) return proof;
    const differences = proof.checks.reduce((sum, one) => sum + one.count, 0);
    const { nowMs: atMs, person } = act;
    const report = JSON.stringify({ ...proof, provedAtMs: atMs, provedBy: person });
    const key = createPrivateKey({ key: signingKey(tx), format: "der", type: "pkcs8" });
    const { lastInsertRowid } = tx
      .writing(
        "INSERT INTO kept_proof (on_date, differences, report, signature, at_ms, person) " +
          "VALUES (?, ?, ?, ?, ?, ?)",
      )
      .run(onDate, differences, report, sign(null, Buffer.from(report), key), atMs, person);
    const proofId = Number(lastInsertRowid);
    return {
      result: { proofId, onDate, differences, atMs, person },
      audit: { subject: `proof ${proofId}`, after: { onDate, differences, digest: proof.digest } },
    };
  });
}

/** The book's signing key, made when there is none. */
function signingKey(tx: Transaction): Buffer {
  const known = tx.reading("SELECT private_key AS key FROM proof_key").get() as
    | { key: Uint8Array }
    | undefined;
  if (known !== undefined) return Buffer.from(known.key);
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { format: "der", type: "pkcs8" },
    publicKeyEncoding: { format: "der", type: "spki" },
  });
  tx.writing("INSERT INTO proof_key (id, private_key, public_key) VALUES (1, ?, ?)").run(
    privateKey,
    publicKey,
  );
  return privateKey;
}

/** The proofs kept, newest first. */
export function listProofs(read: ReadHandle, limit: number): KeptProof[] {
  return read.reading(`SELECT ${COLUMNS} ORDER BY id DESC LIMIT ?`).all(limit) as KeptProof[];
}

/** A proof with what anyone needs to check it. */
export function getProof(
  read: ReadHandle,
  proofId: number,
): z.output<typeof signedProofSchema> | Refusal {
  const row = read.reading(`SELECT report, signature, ${COLUMNS} WHERE id = ?`).get(proofId) as
    | (KeptProof & { report: string; signature: Uint8Array })
    | undefined;
  const kept = read.reading("SELECT public_key AS key FROM proof_key").get() as
    | { key: Uint8Array }
    | undefined;
  if (row === undefined || kept === undefined) return refuse("banking.unknown-proof", { proofId });
  const key = createPublicKey({ key: Buffer.from(kept.key), format: "der", type: "spki" });
  return {
    ...row,
    signature: Buffer.from(row.signature).toString("base64"),
    publicKey: key.export({ format: "pem", type: "spki" }).toString(),
  };
}

/** Today, or the last day of the books once their last year is over. */
export function lastDay(read: ReadHandle, nowMs: number): string {
  const todayOn = new Date(nowMs).toISOString().slice(0, 10);
  const { endsOn } = read.reading("SELECT max(ends_on) AS endsOn FROM fiscal_year").get() as {
    endsOn: string | null;
  };
  return endsOn !== null && endsOn < todayOn ? endsOn : todayOn;
}
