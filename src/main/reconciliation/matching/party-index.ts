import { foldText, readNameWords } from "./label-words.ts";
import type { OpenItem } from "./model.ts";
import { isOneEditAway } from "./near-reference.ts";

/** One way a party writes itself, as words, with what each word is worth. */
interface NameVariant {
  readonly party: number;
  readonly words: readonly string[];
  readonly total: number;
}

/** A party recognised in a line by its name. */
interface NameHit {
  readonly party: number;
  /** Share of the name's weight that the line holds, 0 to 1. */
  readonly coverage: number;
  readonly words: readonly string[];
}

export interface PartyIndex {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly ofItem: readonly number[];
  readonly byIban: ReadonlyMap<string, readonly number[]>;
  readonly variants: readonly NameVariant[];
  readonly variantsByWord: ReadonlyMap<string, readonly number[]>;
  readonly sortedWords: readonly string[];
  readonly worth: ReadonlyMap<string, number>;
  /** Working room of the search, zero between two calls. */
  readonly sums: Float64Array;
}

/** Below this share of the name the party is not recognised. */
const MIN_COVERAGE = 0.6;
const MAX_HITS = 5;

/** Compact, upper-case IBAN. */
export function foldIban(iban: string): string {
  return iban.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
}

/** Collects the items' parties, sorted by id so that the input's order does not matter. */
export function indexParties(items: readonly OpenItem[]): PartyIndex {
  const ids = [...new Set(items.map((i) => i.partyId))].sort();
  const place = new Map(ids.map((id, n) => [id, n]));
  const names: string[] = ids.map(() => "");
  const spellings = ids.map(() => new Set<string>());
  const ibans = new Map<string, Set<number>>();
  const ofItem = items.map((item) => {
    const party = place.get(item.partyId) ?? 0;
    if (names[party] === "" || item.partyName < (names[party] ?? "")) names[party] = item.partyName;
    for (const name of [item.partyName, ...item.partyAliases]) spellings[party]?.add(name);
    for (const iban of item.partyIbans) addTo(ibans, foldIban(iban), party);
    return party;
  });
  const worded = spellings.map((set) => wordSets(set));
  const worth = wordWorth(worded);
  const variants = worded.flatMap((sets, party) =>
    sets.map(({ words }) => ({ party, words, total: sum(words, worth) })),
  );
  const variantsByWord = new Map<string, number[]>();
  variants.forEach((v, n) => {
    for (const w of v.words) push(variantsByWord, w, n);
  });
  const byIban = new Map([...ibans].map(([iban, set]) => [iban, [...set].sort((a, b) => a - b)]));
  const apart = worded.flat().filter((v) => !v.glued);
  const sortedWords = [...new Set(apart.flatMap((v) => v.words))].sort();
  const sums = new Float64Array(variants.length);
  return { ids, names, ofItem, byIban, variants, variantsByWord, sortedWords, worth, sums };
}

/**
 * Parties whose name stands in the words, the most telling first. A name inside a longer
 * recognised name (Martin in Martin Bâtiment) is dropped.
 */
export function findNames(index: PartyIndex, words: readonly string[]): NameHit[] {
  const touched = addUp(index, words);
  const hits = new Map<number, NameHit & { weight: number }>();
  for (const n of touched) {
    const variant = index.variants[n];
    const exact = index.sums[n] ?? 0;
    index.sums[n] = 0;
    if (variant === undefined || exact < variant.total * 0.3) continue;
    const hit = compareName(index, variant, words);
    if (hit.coverage < MIN_COVERAGE) continue;
    const known = hits.get(variant.party);
    if (known === undefined || hit.weight > known.weight) hits.set(variant.party, hit);
  }
  const ranked = [...hits.values()].sort((a, b) => b.weight - a.weight || a.party - b.party);
  return withoutInner(ranked).slice(0, MAX_HITS);
}

function addUp(index: PartyIndex, words: readonly string[]): number[] {
  const touched: number[] = [];
  const last = words.at(-1);
  const cut = last === undefined ? [] : completions(index, last);
  for (const word of [...words, ...cut]) {
    const worth = index.worth.get(word);
    if (worth === undefined) continue;
    for (const n of index.variantsByWord.get(word) ?? []) {
      if (index.sums[n] === 0) touched.push(n);
      index.sums[n] = (index.sums[n] ?? 0) + worth;
    }
  }
  return touched;
}

/** Known words that a cut last word may have been; few, else it says nothing. */
function completions(index: PartyIndex, start: string): string[] {
  if (start.length < 4 || index.worth.has(start)) return [];
  let low = 0;
  let high = index.sortedWords.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((index.sortedWords[mid] ?? "") < start) low = mid + 1;
    else high = mid;
  }
  const found = index.sortedWords.slice(low, low + 9).filter((w) => w.startsWith(start));
  return found.length <= 8 ? found : [];
}

function compareName(index: PartyIndex, variant: NameVariant, words: readonly string[]) {
  const last = words.at(-1) ?? "";
  const found: string[] = [];
  let weight = 0;
  for (const w of variant.words) {
    const share = wordLikeness(w, words, last);
    if (share > 0) found.push(w);
    weight += share * (index.worth.get(w) ?? 0);
  }
  const coverage = variant.total > 0 ? weight / variant.total : 0;
  return { party: variant.party, coverage, words: found, weight };
}

function wordLikeness(word: string, words: readonly string[], last: string): number {
  if (words.includes(word)) return 1;
  const isCut = last.length < word.length && last !== "" && word.startsWith(last);
  if (isCut) return last.length >= 3 ? 0.9 : 0.5;
  // Some banks cut the name and print more after it.
  if (words.some((w) => w.length >= 3 && w.length < word.length && word.startsWith(w))) return 0.7;
  return word.length >= 5 && words.some((w) => isOneEditAway(w, word)) ? 0.8 : 0;
}

function withoutInner<T extends NameHit>(hits: readonly T[]): T[] {
  return hits.filter(
    (h) =>
      !hits.some(
        (o) => o.words.length > h.words.length && h.words.every((w) => o.words.includes(w)),
      ),
  );
}

interface WordSet {
  readonly words: readonly string[];
  readonly glued: boolean;
}

function wordSets(spellings: ReadonlySet<string>): WordSet[] {
  const sets = new Map<string, WordSet>();
  for (const spelling of spellings) {
    const words = readNameWords(foldText(spelling));
    if (words.length === 0) continue;
    sets.set([...words].sort().join(" "), { words, glued: false });
    // A label may write the words of a short name in one piece.
    const whole = words.join("");
    if (words.length > 1 && whole.length <= 24) sets.set(whole, { words: [whole], glued: true });
  }
  return [...sets].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, set]) => set);
}

/** Rarer words say more: ln(1 + parties ÷ parties that bear the word). */
function wordWorth(parties: readonly (readonly WordSet[])[]): Map<string, number> {
  const bearers = new Map<string, number>();
  for (const sets of parties) {
    for (const w of new Set(sets.flatMap((set) => set.words)))
      bearers.set(w, (bearers.get(w) ?? 0) + 1);
  }
  return new Map([...bearers].map(([w, n]) => [w, Math.log(1 + parties.length / n)]));
}

function sum(words: readonly string[], worth: ReadonlyMap<string, number>): number {
  return words.reduce((total, w) => total + (worth.get(w) ?? 0), 0);
}

function addTo(map: Map<string, Set<number>>, key: string, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
