import { useLanguage } from "./language.ts";
import { type Catalogue, pickWords, type Words } from "./words.ts";

/** A catalogue in the current language: `const w = useWords(bankingWords); w.accept`. */
export function useWords<C extends Catalogue>(catalogue: C): Words<C> {
  return pickWords(catalogue, useLanguage());
}
