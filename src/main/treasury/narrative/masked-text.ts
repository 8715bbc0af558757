import type { Narrative, NarrativeParagraph, NarrativePart } from "#contract/treasury-narrative.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { numbersIn } from "./numbers-in.ts";
import type { WriterPrompt } from "./port.ts";

/** How to write, in each language. It is part of what is sent and holds nothing of the company. */
const SYSTEM = {
  fr:
    "Tu récris pour le dirigeant d'une petite entreprise un résumé de sa trésorerie, en français " +
    "simple et direct. Le texte contient des repères entre crochets doubles, comme [[A]] : garde " +
    "tous ceux de chaque paragraphe, tels quels, sans en ajouter. N'écris aucun nombre, ni en " +
    "chiffres ni en lettres. N'ajoute aucun fait ni aucun conseil. Réponds seulement par un objet " +
    'JSON de la forme {"paragraphs": ["…"]}, avec autant de paragraphes que reçus.',
  en:
    "You rewrite a summary of its cash for the owner of a small company, in plain and direct " +
    "English. The text holds marks between double brackets, such as [[A]]: keep all those of each " +
    "paragraph, as they are, and add none. Write no number, neither in digits nor in words. Add no " +
    "fact and no advice. Answer only with a JSON object of the form " +
    '{"paragraphs": ["…"]}, with as many paragraphs as you were given.',
} as const;

type FactPart = Extract<NarrativePart, { fact: string }>;

/** What is sent of a narrative: its words, with a mark in the place of every figure, day and name. */
export function maskedPrompt(narrative: Narrative): WriterPrompt {
  const paragraphs = narrative.paragraphs.map(({ parts }) => {
    const marks = marksOf(parts);
    return parts.map((part) => ("text" in part ? part.text : marks.get(part.fact)?.mark)).join("");
  });
  return { system: SYSTEM[narrative.language], text: JSON.stringify({ paragraphs }) };
}

/**
 * The narrative in the words that came back. Refused as soon as a paragraph holds a number outside
 * its marks, or not exactly the marks that it had: the figures are those of the findings or nothing.
 */
export function unmaskedNarrative(narrative: Narrative, reply: string): Narrative | Refusal {
  const texts = repliedParagraphs(reply);
  if (texts === undefined || texts.length !== narrative.paragraphs.length) {
    return refuse("treasury.rewriting-refused", { why: "shape", paragraph: 1 });
  }
  const paragraphs: NarrativeParagraph[] = [];
  for (const [i, before] of narrative.paragraphs.entries()) {
    const parts = unmasked(before.parts, texts[i] ?? "");
    if (typeof parts === "string") {
      return refuse("treasury.rewriting-refused", { why: parts, paragraph: i + 1 });
    }
    const text = parts.map((part) => ("text" in part ? part.text : part.formatted)).join("");
    paragraphs.push({ ...before, parts, text });
  }
  return { ...narrative, paragraphs };
}

/** Each fact of a paragraph with its mark: letters, so that no digit is sent. */
function marksOf(parts: readonly NarrativePart[]): Map<string, { mark: string; part: FactPart }> {
  const marks = new Map<string, { mark: string; part: FactPart }>();
  for (const part of parts) {
    if ("text" in part || marks.has(part.fact)) continue;
    marks.set(part.fact, { mark: `[[${String.fromCharCode(65 + marks.size)}]]`, part });
  }
  return marks;
}

function unmasked(
  before: readonly NarrativePart[],
  text: string,
): NarrativePart[] | "numbers" | "figures" {
  const known = new Map([...marksOf(before).values()].map(({ mark, part }) => [mark, part]));
  const pieces = text.split(/(\[\[[A-Z]\]\])/);
  const parts: NarrativePart[] = [];
  for (const piece of pieces) {
    const fact = known.get(piece);
    if (fact !== undefined) parts.push(fact);
    else if (numbersIn(piece).length > 0) return "numbers";
    else if (/\[\[|\]\]/.test(piece)) return "figures";
    else if (piece !== "") parts.push({ text: piece });
  }
  const told = new Set(pieces);
  return [...known.keys()].every((mark) => told.has(mark)) ? parts : "figures";
}

function repliedParagraphs(reply: string): string[] | undefined {
  const plain = reply
    .trim()
    .replace(/^```(?:json)?\s*/, "")
    .replace(/\s*```$/, "");
  let parsed: unknown;
  try {
    parsed = JSON.parse(plain);
  } catch {
    return undefined;
  }
  const { paragraphs } = (parsed ?? {}) as { paragraphs?: unknown };
  const isTexts = Array.isArray(paragraphs) && paragraphs.every((one) => typeof one === "string");
  return isTexts ? paragraphs : undefined;
}
