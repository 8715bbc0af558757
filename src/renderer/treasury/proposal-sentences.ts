import type { Proposal } from "#contract/treasury-memory.ts";
import { formatDate, formatDecimal, formatMoney, formatRate } from "#renderer/format.ts";
import type { StateWord, Tone } from "#renderer/ui/column.ts";
import { indicatorWords } from "#renderer/words/indicators.ts";
import type { Language } from "#renderer/words/language.ts";
import type { proposalWords } from "#renderer/words/proposals.ts";
import { pickWords, type Words } from "#renderer/words/words.ts";

type W = Words<typeof proposalWords>;

/** What a proposal asks for, in a few words. */
export function proposalTitle(proposal: Proposal, w: W, language: Language): string {
  const { kind, facts, effectMinor } = proposal;
  const money = (minor: unknown) => formatMoney(Number(minor), language);
  if (kind === "remind") {
    return w.remind(String(facts.party), String(facts.reference), money(facts.openMinor));
  }
  if (kind === "floor") return w.floor(money(effectMinor), formatDate(String(facts.crossedOn)));
  const named = pickWords(indicatorWords, language) as unknown as Record<string, string>;
  const key = String(facts.key);
  const value = (of: unknown) =>
    facts.unit === "minor" ? money(of) : w.days(formatDecimal(Number(of), language));
  return w.indicator(named[key] ?? key, value(facts.from), value(facts.to));
}

/** Why it is proposed, from the facts that were known that day. */
export function proposalWhy(proposal: Proposal, w: W, language: Language): string {
  const { kind, facts, judgeOn } = proposal;
  const money = (minor: unknown) => formatMoney(Number(minor), language);
  if (kind === "remind") {
    const share = formatRate(Math.round(Number(facts.unpaidBps) / 100) * 100, language);
    return w.remindWhy(formatDate(String(facts.dueOn)), share, formatDate(judgeOn));
  }
  if (kind === "indicator") return w.indicatorWhy(formatDate(String(facts.sinceOn)));
  const lowestOn = formatDate(String(facts.lowestOn));
  return w.floorWhy(money(facts.floorMinor), money(facts.lowestMinor), lowestOn);
}

const STATE_TONES: Record<Proposal["state"], Tone> = {
  open: "accent",
  accepted: "done",
  refused: "neutral",
  postponed: "wait",
  lapsed: "neutral",
};

export function stateWord({ state }: Proposal, w: W): StateWord {
  return { word: w[state], tone: STATE_TONES[state] };
}

const OUTCOME_TONES: Record<NonNullable<Proposal["outcome"]>["outcome"], Tone> = {
  reached: "done",
  partly: "wait",
  missed: "alert",
  unknown: "neutral",
};

export function outcomeWord({ outcome }: Proposal, w: W): StateWord | null {
  return outcome && { word: w[outcome.outcome], tone: OUTCOME_TONES[outcome.outcome] };
}

export function gradeWord(grade: "A" | "B" | "C"): StateWord {
  return { word: grade, tone: grade === "A" ? "done" : grade === "B" ? "accent" : "wait" };
}
