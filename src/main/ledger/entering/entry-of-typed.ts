import type { TypedEntry, TypedLine } from "#contract/typed-entry.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { EntryDraft } from "../model.ts";

/** What a typed entry posts: its empty lines left out; refuses what has no date or no account. */
export function entryOfTyped(typed: TypedEntry): EntryDraft | Refusal {
  const { datedOn, reverseOn } = typed;
  if (datedOn === undefined) return refuse("entry.no-date", {});
  if (reverseOn !== undefined && reverseOn <= datedOn) {
    return refuse("entry.reversal-too-early", { reverseOn, datedOn });
  }
  const lines = typed.lines.filter((line) => !isEmpty(line));
  const orphan = typed.lines.findIndex((line) => !isEmpty(line) && line.account === "");
  if (orphan >= 0) return refuse("entry.no-account", { line: orphan + 1 });
  const { journal, pieceRef, pieceOn, label } = typed;
  return { journal, datedOn, pieceRef, pieceOn, label, lines };
}

function isEmpty(line: TypedLine): boolean {
  return line.account === "" && line.debitMinor === 0 && line.creditMinor === 0;
}
