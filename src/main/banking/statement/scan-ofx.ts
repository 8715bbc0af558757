/** One element of an OFX file in file order. */
export interface OfxElement {
  name: string;
  closing: boolean;
  /** Text up to the next tag, entities decoded; empty for an aggregate. */
  text: string;
  line: number;
}

// A "<" that starts no tag is text: banks write "A < B" and "&" without escaping them.
const ELEMENT = /<(\/?)([A-Za-z][\w.]*)\s*\/?>([^<]*(?:<(?![A-Za-z/?!])[^<]*)*)/g;

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/**
 * Gives the elements of an OFX file, SGML (1.x, tags without an end) or XML (2.x): the same scan
 * serves both, since real 2.x files leave tags open too.
 */
export function* scanOfx(text: string): Generator<OfxElement> {
  let line = 1;
  let counted = 0;
  ELEMENT.lastIndex = 0;
  for (const m of text.matchAll(ELEMENT)) {
    for (let at = text.indexOf("\n", counted); at >= 0 && at < m.index; ) {
      line++;
      counted = at + 1;
      at = text.indexOf("\n", counted);
    }
    const closing = m[1] === "/";
    yield { name: (m[2] ?? "").toUpperCase(), closing, text: decode(m[3] ?? ""), line };
  }
}

function decode(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes("&")) return trimmed;
  return trimmed.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
    const hex = name[1]?.toLowerCase() === "x";
    const code = hex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
