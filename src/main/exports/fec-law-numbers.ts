import { type FecLawFacts, kept } from "./fec-law-check.ts";
import { SeenNumbers } from "./seen-numbers.ts";

interface Sequence {
  journal: string;
  plain: boolean;
  first: number;
  last: number;
  lastText: string;
  gaps: Break[];
  backs: Break[];
  gapCount: number;
  backCount: number;
}

interface Break {
  line: number;
  value: string;
  expected: string;
}

const BREAKS_KEPT = 20;
const OPENINGS_KEPT = 10_000;
const TRAILING = /^(.*?)(\d{1,15})$/s;

/**
 * Numbers of entries: unique, increasing, without a gap. One sequence for the file is what the law
 * describes; one per journal is accepted in practice. Both are followed and the one that the file
 * breaks less is the one that it is judged by.
 */
export class FecLawNumbers {
  readonly #facts: FecLawFacts;
  readonly #whole = new Map<string, Sequence>();
  readonly #perJournal = new Map<string, Sequence>();
  readonly #seen = new SeenNumbers();
  readonly #openings = new Set<number>();
  #isLeading = true;
  #entries = 0;
  #same: string | undefined;

  constructor(facts: FecLawFacts) {
    this.#facts = facts;
  }

  /** A new entry starts. @returns true when its number was already used in its journal */
  entry(asked: { journal: string; number: string; line: number; isOpening: boolean }): boolean {
    const { journal, number, line } = asked;
    this.#entries++;
    if (this.#entries === 1) this.#same = kept(number);
    else if (this.#same !== number) this.#same = undefined;
    const match = TRAILING.exec(number);
    const repeated =
      match === null
        ? this.#seen.addText(journal, number)
        : this.#seen.add(journal, match[1] ?? "", match[2] ?? "");
    if (repeated) {
      this.#facts.findings.add("law.number-repeated", { line, value: number });
      return true;
    }
    if (match === null) {
      if (number !== "") this.#facts.findings.add("law.number-form", { line, value: number });
      return false;
    }
    const [, prefix = "", digits = ""] = match;
    const at = { value: Number(digits), text: number, line };
    this.#lead(prefix, at.value, asked.isOpening);
    follow(this.#whole, prefix, {
      ...at,
      journal: "",
      plain: prefix === "",
      openings: this.#openings,
    });
    follow(this.#perJournal, `${journal}\t${prefix}`, { ...at, journal, plain: prefix === "" });
    return false;
  }

  /**
   * Openings stand first in the file (A47 A-1) though they may be posted long after January: then
   * the year's own entries begin below them, and their numbers are missing further down.
   */
  #lead(prefix: string, value: number, isOpening: boolean): void {
    if (!this.#isLeading) return;
    if (isOpening) {
      if (this.#openings.size < OPENINGS_KEPT) this.#openings.add(value);
      return;
    }
    this.#isLeading = false;
    const opened = this.#whole.get(prefix);
    if (opened !== undefined && value < opened.first) this.#whole.delete(prefix);
    else this.#openings.clear();
  }

  end(): void {
    const { findings } = this.#facts;
    if (this.#same !== undefined && this.#entries > 1) {
      findings.add("law.number-same", { value: this.#same });
      return;
    }
    const starts = [...this.#perJournal.values()].filter((s) => s.plain && s.first > 1);
    const journals = this.#perJournal.size > 1;
    const split = breaksOf(this.#perJournal) + starts.length;
    const chosen = journals && split < breaksOf(this.#whole) ? this.#perJournal : this.#whole;
    for (const sequence of chosen.values()) this.#report(sequence);
    if (chosen !== this.#perJournal) return;
    for (const { journal, first } of starts) {
      findings.add("law.number-start", { value: journal, expected: String(first) });
    }
  }

  #report(sequence: Sequence): void {
    const { findings } = this.#facts;
    for (const gap of sequence.gaps) findings.add("law.number-gap", gap);
    for (const back of sequence.backs) findings.add("law.number-order", back);
  }
}

function breaksOf(sequences: Map<string, Sequence>): number {
  let count = 0;
  for (const { gapCount, backCount } of sequences.values()) count += gapCount + backCount;
  return count;
}

function follow(
  sequences: Map<string, Sequence>,
  key: string,
  at: {
    value: number;
    text: string;
    line: number;
    journal: string;
    plain: boolean;
    openings?: ReadonlySet<number>;
  },
): void {
  const known = sequences.get(key);
  if (known === undefined) {
    sequences.set(kept(key), freshSequence(at));
    return;
  }
  const { value, line, text } = at;
  let next = known.last + 1;
  while (at.openings?.has(next) === true) next++;
  if (value !== next) {
    const broken = { line, value: text, expected: known.lastText };
    if (value > known.last) {
      known.gapCount++;
      if (known.gaps.length < BREAKS_KEPT) known.gaps.push({ ...broken, value: kept(text) });
    } else {
      known.backCount++;
      if (known.backs.length < BREAKS_KEPT) known.backs.push({ ...broken, value: kept(text) });
    }
  }
  known.last = value;
  known.lastText = text.length < 13 ? text : kept(text);
}

function freshSequence(at: {
  value: number;
  text: string;
  journal: string;
  plain: boolean;
}): Sequence {
  const { value, text, plain } = at;
  return {
    journal: kept(at.journal),
    plain,
    first: value,
    last: value,
    lastText: kept(text),
    gaps: [],
    backs: [],
    gapCount: 0,
    backCount: 0,
  };
}
