import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { MINIMUM_PASSPHRASE, readKeyFile, writeKeyFile } from "#main/security/book-folder.ts";
import { passphraseSlot } from "#main/security/key-slots.ts";
import type { OfficeContext } from "#main/security/office-context.ts";

/** Gives a person their own key slot; the audit line is written by the caller's command. */
export function addPerson(
  context: OfficeContext,
  folder: string,
  asked: { person: string; passphrase: string },
): string[] | Refusal {
  const { key, bookId } = context.session;
  const keys = readKeyFile(folder);
  if (isRefusal(keys)) return keys;
  if (key === undefined || bookId === undefined) return refuse("book.not-open", {});
  if ([...asked.passphrase].length < MINIMUM_PASSPHRASE) {
    return refuse("book.weak-passphrase", { minimum: MINIMUM_PASSPHRASE });
  }
  const taken = keys.slots.some((s) => s.person.toLowerCase() === asked.person.toLowerCase());
  if (taken) return refuse("book.person-exists", { person: asked.person });
  const slot = passphraseSlot(bookId, asked.person, { passphrase: asked.passphrase, key });
  const slots = [...keys.slots, slot];
  writeKeyFile(folder, { ...keys, slots });
  return slots.filter((s) => s.kind === "passphrase").map((s) => s.person);
}

/** Keeps the book key in the system keychain, or forgets it there. */
export async function keepKey(
  context: OfficeContext,
  keep: boolean,
): Promise<{ keyKept: boolean } | Refusal> {
  const { key, bookId } = context.session;
  if (key === undefined || bookId === undefined) return refuse("book.not-open", {});
  const refused = keep
    ? await context.keychain.write(bookId, Buffer.from(key).toString("base64"))
    : await context.keychain.remove(bookId);
  return refused ?? { keyKept: keep };
}
