import { chained, chainSeed } from "#main/ledger/entry-canon.ts";
import { yearChain } from "#main/ledger/read-chain.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** How far a chain of entries holds, and its last hash. */
export interface ChainProof {
  sound: boolean;
  entries: number;
  head: string;
}

/**
 * The canonical texts of a year's entries, one JSON array a line, in the order of their numbers:
 * with the seed they give every hash of the chain (`docs/chain.md`).
 */
export function chainLines(
  read: ReadHandle,
  year: { id: number; startsOn: string },
): { text: string; entries: number; head: string } {
  const lines: string[] = [];
  let head = "";
  for (const entry of yearChain(read, year)) {
    lines.push(entry.text);
    head = entry.hash;
  }
  return { text: lines.map((line) => `${line}\n`).join(""), entries: lines.length, head };
}

/** Recomputes a chain from its canonical texts alone. */
export function proveChain(
  text: string,
  expected: { siren: string; startsOn: string; entries: number; head: string },
): ChainProof {
  const lines = text.split("\n").filter((line) => line !== "");
  const seed = chainSeed(expected.siren, expected.startsOn);
  const last = lines.reduce((previous, line) => chained(previous, line), seed);
  const head = lines.length === 0 ? "" : last;
  const sound = lines.length === expected.entries && head === expected.head;
  return { sound, entries: lines.length, head };
}
