import { kept } from "./fec-law-check.ts";

/** Numbers of one page, a bit each: half a kilobyte. */
const PAGE = 4_096;
const MOST_PAGES = 20_000;
const MOST_TEXTS = 200_000;

/**
 * The entry numbers that a file has used, in little memory whatever its length: a bit for a
 * number below another of the same shape, up to ten megabytes; beyond these bounds (numbers
 * scattered without order) repeats are no longer seen.
 */
export class SeenNumbers {
  readonly #pages = new Map<string, Map<number, Uint32Array>>();
  readonly #texts = new Set<string>();
  #pageCount = 0;

  /**
   * Remembers a number by the words before its digits and by its digits.
   * @returns true when it was there already
   */
  add(place: string, prefix: string, digits: string): boolean {
    // 07 and 7 are two numbers: leading zeros make a shape of their own.
    const shape =
      digits.charCodeAt(0) === 48 ? `${place}\t${prefix}\t${digits.length}` : `${place}\t${prefix}`;
    const value = Number(digits);
    const at = Math.floor(value / PAGE);
    const page = this.#page(shape, at);
    if (page === undefined) return false;
    const bit = value - at * PAGE;
    const word = bit >>> 5;
    const mask = 1 << (bit & 31);
    const before = page[word] ?? 0;
    page[word] = before | mask;
    return (before & mask) !== 0;
  }

  /** Remembers a number that has no digits at its end. */
  addText(place: string, number: string): boolean {
    const key = `${place}\t${number}`;
    if (this.#texts.has(key)) return true;
    if (this.#texts.size < MOST_TEXTS) this.#texts.add(kept(key));
    return false;
  }

  #page(shape: string, at: number): Uint32Array | undefined {
    let pages = this.#pages.get(shape);
    if (pages === undefined) {
      if (this.#pages.size >= MOST_PAGES) return undefined;
      pages = new Map();
      this.#pages.set(kept(shape), pages);
    }
    const known = pages.get(at);
    if (known !== undefined || this.#pageCount >= MOST_PAGES) return known;
    const page = new Uint32Array(PAGE / 32);
    pages.set(at, page);
    this.#pageCount++;
    return page;
  }
}
