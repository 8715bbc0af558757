import { type PackAnswer, packAnswerSchema } from "#contract/pack.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { jsonOf } from "./manifest.ts";
import { openSealed, sealBytes } from "./sealed-archive.ts";

interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** Checks a filled-in answer file: its shape, its author, and that each proposed entry balances. */
export function readAnswer(file: GivenFile): PackAnswer | Refusal {
  const parsed = packAnswerSchema.safeParse(jsonOf(file.bytes));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join(".") || "JSON";
    return refuse("pack.not-an-answer", { file: file.name, field });
  }
  const { author, entries } = parsed.data;
  if (author.trim() === "") {
    return refuse("pack.not-an-answer", { file: file.name, field: "author" });
  }
  for (const [i, entry] of entries.entries()) {
    const debitMinor = entry.lines.reduce((sum, line) => sum + line.debitMinor, 0);
    const creditMinor = entry.lines.reduce((sum, line) => sum + line.creditMinor, 0);
    if (debitMinor !== creditMinor || debitMinor === 0) {
      const facts = { file: file.name, entry: i + 1, debitMinor, creditMinor };
      return refuse("pack.unbalanced", facts);
    }
  }
  return parsed.data;
}

/** The answer as it travels back: checked, then encrypted with the pack's own passphrase. */
export async function sealAnswer(
  file: GivenFile,
  passphrase: string,
): Promise<{ file: File; answer: PackAnswer } | Refusal> {
  const answer = readAnswer(file);
  if (isRefusal(answer)) return answer;
  const sealed = await sealBytes(file.bytes, passphrase);
  const name = `${file.name.replace(/\.json$/i, "")}.answer.age`;
  return { file: new File([sealed as Uint8Array<ArrayBuffer>], name), answer };
}

/** Opens and checks an answer that came back. */
export async function openAnswer(
  file: GivenFile,
  passphrase: string,
): Promise<PackAnswer | Refusal> {
  const bytes = await openSealed(file, passphrase);
  return bytes instanceof Uint8Array ? readAnswer({ name: file.name, bytes }) : bytes;
}
