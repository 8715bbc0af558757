import { frenchSpaces } from "./french-spaces.ts";
import type { Language } from "./language.ts";

type Phrase<A extends unknown[]> = (...args: A) => string;

/** One thing said in both languages: a text, or a function of the same facts. */
export type Said = { fr: string; en: string } | { fr: Phrase<never[]>; en: Phrase<never[]> };

/** A catalogue: `{ save: { fr: "Enregistrer", en: "Save" }, … }`. */
export type Catalogue = Record<string, Said>;

/** The same catalogue in one language: texts and functions returning texts. */
export type Words<C extends Catalogue> = {
  readonly [K in keyof C]: C[K] extends { fr: (...args: infer A) => string }
    ? C[K] extends { en: (...args: A) => string }
      ? Phrase<A>
      : never
    : string;
};

/** Declares a catalogue; the compiler refuses a key that lacks one of the two languages. */
export function catalogue<const C extends Catalogue>(said: C): C {
  return said;
}

const picked = new WeakMap<Catalogue, Partial<Record<Language, unknown>>>();

/** A catalogue in one language, French with its no-break spaces. Same object at each call. */
export function pickWords<C extends Catalogue>(said: C, language: Language): Words<C> {
  const known = picked.get(said) ?? {};
  picked.set(said, known);
  known[language] ??= pick(said, language);
  return known[language] as Words<C>;
}

function pick(said: Catalogue, language: Language): unknown {
  const set = language === "fr" ? frenchSpaces : (text: string) => text;
  const entries = Object.entries(said).map(([key, pair]) => {
    const word = pair[language];
    if (typeof word === "string") return [key, set(word)];
    const phrase = word as Phrase<unknown[]>;
    return [key, (...facts: unknown[]) => set(phrase(...facts))];
  });
  return Object.fromEntries(entries);
}
