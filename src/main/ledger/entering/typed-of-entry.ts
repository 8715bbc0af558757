import { addDays, daysBetween } from "#contract/date.ts";
import type { TypedEntry } from "#contract/typed-entry.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { saveDraft } from "../draft-entries.ts";
import { getEntry } from "../get-entry.ts";

/** A posted entry as if typed anew: everything but its number, letters and seal. */
export function typedOfEntry(read: ReadHandle, entryId: number): TypedEntry | Refusal {
  const entry = getEntry(read, entryId);
  if (isRefusal(entry)) return entry;
  return {
    journal: entry.journal,
    datedOn: entry.datedOn,
    pieceRef: entry.pieceRef,
    label: entry.label,
    lines: entry.lines.map((line) => ({
      account: line.account,
      partyId: line.partyId ?? undefined,
      label: line.label,
      debitMinor: line.debitMinor,
      creditMinor: line.creditMinor,
      dueOn: line.dueOn ?? undefined,
    })),
  };
}

/** Moves a typed entry to a day; due dates keep their distance to it. */
export function movedTo(typed: TypedEntry, datedOn: string): TypedEntry {
  const from = typed.datedOn;
  return {
    ...typed,
    datedOn,
    lines: typed.lines.map((line) =>
      line.dueOn === undefined || from === undefined
        ? { ...line, dueOn: undefined }
        : { ...line, dueOn: addDays(datedOn, daysBetween(from, line.dueOn)) },
    ),
  };
}

/** Copies an entry as a draft on another day; its piece is to be typed anew. */
export function duplicateEntry(
  tx: Transaction,
  act: Act,
  asked: { entryId: number; datedOn: string },
): { draftId: number } | Refusal {
  const typed = typedOfEntry(tx, asked.entryId);
  if (isRefusal(typed)) return typed;
  return saveDraft(tx, act, { entry: { ...movedTo(typed, asked.datedOn), pieceRef: "" } });
}
