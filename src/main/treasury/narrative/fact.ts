import type { Figure, SourceRef } from "#contract/finding.ts";
import { dateWords, moneyWords } from "#contract/sentence.ts";
import type { NarrativeLanguage } from "#contract/treasury-narrative.ts";

/** What the narrative may speak of. No key holds a digit: a mark of a template never does. */
export type FactKey =
  | ("asOn" | "balance" | "monthAhead" | "lowest" | "lowestOn" | "floor" | "missing" | "margin")
  | ("crossedOn" | "receivable" | "lateReceivable" | "lateInvoices" | "payable" | "dso" | "dpo")
  | ("runway" | "worstParty" | "worstOpen" | "worstDelay" | "changeFrom" | "changeTo" | "changeBy")
  | ("changeSinceOn" | "proposals" | "actionEffect" | "actionName" | "actionParty" | "actionOn")
  | "observations";

/** One fact of the findings: a figure, a day, or a name that the book holds. */
export type Fact =
  | (Pick<Figure, "unit" | "reliability" | "refs"> & { kind: "figure"; value: number })
  | { kind: "date"; value: string; refs: SourceRef[] }
  | { kind: "name"; value: string; refs: SourceRef[] };

/** What changed most, and what the first proposal is about: they choose words, never numbers. */
export type ChangeOf = "balance" | "receivable" | "payable" | "dso" | "dpo";
export type ActionOf = "remind" | "floor" | "indicator";

/** All that a narrative is made of. */
export interface NarrativeFacts {
  asOn: string;
  facts: ReadonlyMap<FactKey, Fact>;
  changeOf: ChangeOf | null;
  actionOf: ActionOf | null;
}

const UNITS = {
  days: { fr: ["jour", "jours"], en: ["day", "days"] },
  months: { fr: ["mois", "mois"], en: ["month", "months"] },
} as const;

/** A fact as a person reads it; its numbers are the fact's own, rounded to one decimal at most. */
export function formatFact(fact: Fact, language: NarrativeLanguage): string {
  if (fact.kind === "name") return fact.value;
  if (fact.kind === "date") return dateWords(fact.value);
  if (fact.unit === "minor") return moneyWords(fact.value, language);
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const number = (value: number, style: "decimal" | "percent" = "decimal") =>
    new Intl.NumberFormat(locale, { style, maximumFractionDigits: 1 }).format(value);
  if (fact.unit === "share") return number(fact.value, "percent");
  if (fact.unit !== "days" && fact.unit !== "months") return number(fact.value);
  const [one, many] = UNITS[fact.unit][language];
  // French says "1,5 jour": the plural begins at two; English says "1.5 days".
  const size = Math.abs(fact.value);
  const isOne = language === "fr" ? size < 2 : size === 1;
  return `${number(fact.value)} ${isOne ? one : many}`;
}
