import type { RefusalCode } from "#contract/refusals.ts";

/** Facts whose words are chosen from a list in the sentence. */
const CHOICES: Partial<Record<string, Record<string, unknown>>> = {
  "book.bad-identity": { field: "siren" },
  "treasury.rewriting-refused": { why: "numbers" },
};

/**
 * Facts for any refusal: each is made when the sentence asks for it, with a value of the kind its
 * name promises.
 */
export function sampleFacts(code: RefusalCode): object {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name !== "string") return undefined;
        return CHOICES[code]?.[name] ?? factOf(name);
      },
    },
  );
}

const NUMBERS =
  /(Minor|AtMs|Bps|Id|Count)$|^(line|lines|rows?|count|found|known|number|length|minimum|process|limit|max|min|days|expected|seconds|pages?|size|bytes|status|entries)$/;

function factOf(name: string): unknown {
  if (/On$|^(date|from|to|on|until|day)$/.test(name)) return "2026-11-21";
  if (/[mM]onth$/.test(name)) return "2026-11";
  if (NUMBERS.test(name)) return 12;
  if (/^(missing|allowed|known|words)$/.test(name)) return ["AA", "BB"];
  if (name.endsWith("s") && !/(address|status|process)$/.test(name)) return ["AA", "BB"];
  return `« ${name} »`;
}
