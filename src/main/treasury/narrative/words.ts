import type { FactKey } from "./fact.ts";

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";

/** The text itself when it holds no digit. */
type NoDigit<T extends string> = T extends `${string}${Digit}${string}` ? never : T;

/** The names between braces. */
type Marks<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Marks<Rest>
  : never;

/** A template that the compiler has found to hold no digit and to mark known facts only. */
export type Words = string & { readonly checked: unique symbol };

/**
 * Words with facts between braces: `words("Il reste {balance}.")`. A digit, or a name that is no
 * fact, does not compile: no number can reach the text but through a fact.
 */
export function words<T extends string>(
  text: [Marks<T>] extends [FactKey] ? NoDigit<T> : never,
): Words {
  return text as string as Words;
}

/** The facts that a template marks, in their order. */
export function marksOf(template: Words): FactKey[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as FactKey);
}
