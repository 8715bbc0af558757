import { toDayNumber } from "#contract/date.ts";
import type { SourceRef } from "#contract/finding.ts";
import type {
  Narrative,
  NarrativeLanguage,
  NarrativeParagraph,
  NarrativePart,
} from "#contract/treasury-narrative.ts";
import { cashSayings } from "./cash-sayings.ts";
import { type FactKey, formatFact, type NarrativeFacts } from "./fact.ts";
import { memorySayings } from "./memory-sayings.ts";
import type { Case, Saying } from "./saying.ts";
import { tradeSayings } from "./trade-sayings.ts";
import { marksOf, type Words } from "./words.ts";

const SAYINGS: readonly Saying[] = [...cashSayings, ...tradeSayings, ...memorySayings];
const MOST_REFS = 12;

/**
 * The findings in plain language. The words are chosen by the case and turn with the day, so that
 * one day's text is always the same; the numbers are the findings' alone. Pure.
 */
export function narrate(findings: NarrativeFacts, language: NarrativeLanguage): Narrative {
  const { asOn } = findings;
  const paragraphs: NarrativeParagraph[] = [];
  const byTopic = Map.groupBy(SAYINGS, (saying) => saying.topic);
  for (const [topic, sayings] of byTopic) {
    const said = [...Map.groupBy(sayings, (one) => one.point).values()].flatMap((options) => {
      const template = choose(options, findings, language);
      return template === undefined ? [] : [template];
    });
    if (said.length > 0) paragraphs.push(paragraphOf(topic, said, { findings, language }));
  }
  return { asOn, language, paragraphs };
}

/** The first saying of a point that holds and whose facts are all known. */
function choose(
  options: readonly Saying[],
  findings: NarrativeFacts,
  language: NarrativeLanguage,
): Words | undefined {
  const { facts, changeOf, actionOf, asOn } = findings;
  const value = (key: FactKey) => {
    const fact = facts.get(key);
    return fact?.kind === "figure" ? fact.value : null;
  };
  const known: Case = { value, changeOf, actionOf };
  for (const saying of options) {
    if (!saying.when(known)) continue;
    const told = saying.says
      .map((one) => one[language])
      .filter((template) => marksOf(template).every((key) => facts.has(key)));
    if (told.length > 0) return told[toDayNumber(asOn) % told.length];
  }
  return undefined;
}

function paragraphOf(
  topic: NarrativeParagraph["topic"],
  said: readonly Words[],
  { findings, language }: { findings: NarrativeFacts; language: NarrativeLanguage },
): NarrativeParagraph {
  const parts: NarrativePart[] = [];
  const refs = new Map<string, SourceRef>();
  let grade: NarrativeParagraph["grade"] = "A";
  for (const [index, template] of said.entries()) {
    const pieces = template.split(/\{(\w+)\}/);
    for (const [i, piece] of pieces.entries()) {
      const text = i === 0 && index > 0 ? ` ${piece}` : piece;
      if (i % 2 === 0) {
        if (text !== "") parts.push({ text });
        continue;
      }
      const fact = findings.facts.get(piece as FactKey);
      if (fact === undefined) continue;
      parts.push({ fact: piece, formatted: formatFact(fact, language) });
      for (const ref of fact.refs) refs.set(`${ref.kind}:${ref.id}`, ref);
      if (fact.kind === "figure" && fact.reliability.grade > grade) grade = fact.reliability.grade;
    }
  }
  const text = parts.map((part) => ("text" in part ? part.text : part.formatted)).join("");
  return { topic, parts, text, grade, refs: [...refs.values()].slice(0, MOST_REFS) };
}
