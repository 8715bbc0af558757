import { z } from "zod";
import { type PackAnswer, type PackView, packQuestionSchema } from "#contract/pack.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { ArchiveFiles } from "../zip-archive.ts";
import { proveChain } from "./chain-proof.ts";
import { fingerprintOf, jsonOf, readManifest } from "./manifest.ts";
import { CHAIN_FILE, QUESTIONS_FILE } from "./pack-files.ts";
import { openArchive } from "./sealed-archive.ts";

/**
 * Opens a pack on the accountant's side, without any book: checks its signature, each file and the
 * chain of entries, and gives an answer file to fill in.
 */
export async function openPack(
  file: { name: string; bytes: Uint8Array },
  passphrase: string,
): Promise<{ view: PackView; answer: File; files: ArchiveFiles } | Refusal> {
  const files = await openArchive(file, passphrase);
  if (isRefusal(files)) return files;
  const manifest = readManifest(file.name, files);
  if (isRefusal(manifest)) return manifest;
  const questions = z
    .array(packQuestionSchema)
    .safeParse(jsonOf(files[QUESTIONS_FILE] ?? new Uint8Array()));
  if (!questions.success) return refuse("pack.not-a-pack", { file: file.name });
  const { siren, startsOn, packId } = manifest;
  const text = new TextDecoder().decode(files[CHAIN_FILE]);
  const view: PackView = {
    packId,
    company: manifest.company,
    siren,
    startsOn,
    endsOn: manifest.endsOn,
    madeAtMs: manifest.madeAtMs,
    fingerprint: fingerprintOf(manifest.publicKey),
    chain: proveChain(text, { siren, startsOn, ...manifest.chain }),
    files: manifest.files.map(({ path, bytes }) => ({ path, bytes })),
    questions: questions.data,
  };
  return { view, answer: answerFile(view), files };
}

/** An empty answer: one comment for each open question, and room for entries. */
function answerFile(view: PackView): File {
  const answer: PackAnswer = {
    format: "ecritoire-answer-1",
    packId: view.packId,
    author: "",
    comments: view.questions
      .filter((q) => q.answer === null)
      .map((q) => ({ questionId: q.id, text: "" })),
    entries: [],
  };
  const text = `${JSON.stringify(answer, undefined, 2)}\n`;
  return new File([text], `reponse-${view.siren}-${view.endsOn}.json`);
}
