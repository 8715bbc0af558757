import { toDayNumber } from "#contract/date.ts";
import { foldText, readNameWords, readRuns } from "./label-words.ts";
import type { Acquirer, MatchLine, MatchOptions, OpenItem } from "./model.ts";
import { type NearText, readNearText } from "./near-reference.ts";
import { findNames, foldIban, indexParties, type PartyIndex } from "./party-index.ts";
import {
  findReferences,
  indexReferences,
  type ReferenceHit,
  type ReferenceIndex,
} from "./reference-index.ts";

/** A party that the line points to, by its account or its name. */
interface PartySupport {
  readonly party: number;
  readonly iban: boolean;
  /** Share of the name found, 0 when only the account speaks. */
  readonly coverage: number;
  /** Enough, with the exact amount, to act on. */
  readonly strong: boolean;
}

/** All that one line says, read once; it does not depend on what is still open. */
export interface LineEvidence {
  readonly line: MatchLine;
  readonly day: number;
  readonly hits: readonly ReferenceHit[];
  readonly hitOf: ReadonlyMap<number, ReferenceHit>;
  readonly near: () => NearText;
  readonly parties: readonly PartySupport[];
  readonly acquirer: Acquirer | undefined;
}

/** The indexes that reading a line needs. */
export interface Indexes {
  readonly references: ReferenceIndex;
  readonly parties: PartyIndex;
  readonly acquirers: readonly { readonly acquirer: Acquirer; readonly pattern: RegExp }[];
}

const STRONG_COVERAGE = 0.75;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?\b/g;

/** Indexes the ordered items. @throws SyntaxError when an acquirer's pattern cannot be read */
export function buildIndexes(items: readonly OpenItem[], options: MatchOptions): Indexes {
  return {
    references: indexReferences(items),
    parties: indexParties(items),
    acquirers: options.acquirers.map((acquirer) => ({
      acquirer,
      pattern: new RegExp(acquirer.labelPattern, "i"),
    })),
  };
}

/** Reads one line. */
export function readEvidence(indexes: Indexes, line: MatchLine): LineEvidence {
  const label = foldText(line.label);
  const reference = foldText(line.reference ?? "");
  const labelRuns = readRuns(label);
  const referenceRuns = readRuns(reference);
  const hits = [
    ...findReferences(indexes.references, label, labelRuns),
    ...(reference === "" || reference === label
      ? []
      : findReferences(indexes.references, reference, referenceRuns)),
  ];
  let near: NearText | undefined;
  return {
    line,
    day: toDayNumber(line.bookedOn),
    ...distinct(hits),
    near: () => {
      near ??= merge(readNearText(labelRuns), readNearText(referenceRuns));
      return near;
    },
    parties: findParties(indexes.parties, line, label),
    acquirer: indexes.acquirers.find((a) => a.pattern.test(line.label) || a.pattern.test(label))
      ?.acquirer,
  };
}

/** Support of one party, if the line gives any. */
export function supportOf(evidence: LineEvidence, party: number): PartySupport | undefined {
  return evidence.parties.find((p) => p.party === party);
}

/** The same reference in label and reference field is one hit; the surest form is kept. */
function distinct(hits: readonly ReferenceHit[]) {
  const byItems = new Map<string, ReferenceHit>();
  for (const hit of hits) {
    const key = hit.items.join(" ");
    const known = byItems.get(key);
    if (known === undefined || sureness(hit) > sureness(known)) byItems.set(key, hit);
  }
  const kept = [...byItems.values()];
  const hitOf = new Map<number, ReferenceHit>();
  for (const hit of kept) for (const i of hit.items) if (!hitOf.has(i)) hitOf.set(i, hit);
  return { hits: kept, hitOf };
}

function sureness(hit: ReferenceHit): number {
  const form = { structured: 4, full: 2, digits: 0 }[hit.form];
  return form + (hit.mayBeCut ? 0 : 1);
}

function findParties(index: PartyIndex, line: MatchLine, label: string): PartySupport[] {
  const byIban = new Set<number>();
  const ibans = line.counterpartyIban === undefined ? [] : [line.counterpartyIban];
  for (const text of [...ibans, ...(label.match(IBAN) ?? [])]) {
    for (const party of index.byIban.get(foldIban(text)) ?? []) byIban.add(party);
  }
  const name = foldText(line.counterpartyName ?? "");
  // The name's words come last: where both are given, it is the name that may have been cut.
  const names = findNames(index, [...new Set([...wordsOf(label), ...wordsOf(name)])]);
  const coverage = new Map(names.map((n) => [n.party, n.coverage]));
  const all = [...new Set([...byIban, ...coverage.keys()])];
  return all.map((party) => {
    const iban = byIban.has(party);
    const share = coverage.get(party) ?? 0;
    return { party, iban, coverage: share, strong: iban || share >= STRONG_COVERAGE };
  });
}

function wordsOf(folded: string): string[] {
  return folded === "" ? [] : readNameWords(folded);
}

function merge(a: NearText, b: NearText): NearText {
  return {
    tails: [...a.tails, ...b.tails],
    windows: [...new Set([...a.windows, ...b.windows])],
    numbers: new Set([...a.numbers, ...b.numbers]),
  };
}
