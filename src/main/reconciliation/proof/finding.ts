import type { ProofExample } from "#contract/proof.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** How a difference came about, as bookkeepers name it. */
export type FaultKind = "missing" | "double" | "amount" | "date" | "party" | "account";

/** What is asked of the book, up to a day; each row found is a difference. */
export interface ProofCheck {
  name: string;
  kind: FaultKind;
  find: (read: ReadHandle, onDate: string) => ProofExample[];
}

/** A check by a query of `@onDate` whose columns are those of an example. */
export function byQuery(sql: string): ProofCheck["find"] {
  return (read, onDate) => read.reading(sql).all({ onDate }) as ProofExample[];
}

/** An entry that no reversal of the period takes back, and that takes none back. */
export const STANDS =
  "e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id " +
  "AND r.dated_on <= @onDate)";

/** The lines of entry `e`, by the key that keeps them together. */
export const LINES_OF_E = "l.id BETWEEN e.id * 65536 AND e.id * 65536 + 65535";
