/** What one unbounded repetition weighs; a bounded one weighs its width, up to this. */
const REPETITION = 20;

/** Three repetitions one after the other: a fraction of a second on the longest label read. */
const MAX_COST = REPETITION ** 3;

/** One atom of a valid expression under the `u` flag: an escape, a class, or one character. */
const ATOM = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>|\d+|.)|\[(?:\\.|[^\]\\])*\]|[^()|]/suy;
const OPENING = /\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?/uy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy;

/**
 * Whether a valid regular expression is read in bounded time by an engine that tries every way:
 * no repetition inside another, no back reference, few repetitions and choices one after another.
 */
export function isCheap(source: string): boolean {
  return new PatternCost(source).total() <= MAX_COST;
}

/** Counts the ways in which an expression can be tried from one place of a text. */
class PatternCost {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Alternatives add up; what follows one another multiplies. */
  total(): number {
    let sum = 0;
    let branch = 1;
    while (this.#at < this.#source.length && this.#source[this.#at] !== ")") {
      if (this.#source[this.#at] === "|") {
        this.#at += 1;
        sum += branch;
        branch = 1;
      } else {
        branch *= this.#repeated(this.#one());
      }
    }
    return sum + branch;
  }

  #one(): number {
    if (this.#take(OPENING) !== undefined) {
      const inside = this.total();
      this.#at += 1;
      return inside;
    }
    const [atom = ""] = this.#take(ATOM) ?? [];
    // An atom that is not understood costs too much: the loop must move on, and refuse.
    if (atom === "") this.#at += 1;
    return atom === "" || /^\\(?:[1-9]|k)/u.test(atom) ? Number.POSITIVE_INFINITY : 1;
  }

  #repeated(inside: number): number {
    const found = this.#take(QUANTIFIER);
    if (found === undefined) return inside;
    const [, sign, least = "0", comma, most] = found;
    if (sign === "?") return 1 + inside;
    const isUnbounded = sign !== undefined || (comma === "," && most === "");
    if (isUnbounded) return inside === 1 ? REPETITION : Number.POSITIVE_INFINITY;
    const top = comma === "," ? Number(most) : Number(least);
    if (inside === 1) return Math.min(top - Number(least) + 1, REPETITION);
    return inside ** top * (top - Number(least) + 1);
  }

  #take(expected: RegExp): RegExpExecArray | undefined {
    expected.lastIndex = this.#at;
    const found = expected.exec(this.#source) ?? undefined;
    if (found !== undefined) this.#at = expected.lastIndex;
    return found;
  }
}
