import type { SourceRef } from "#contract/finding.ts";
import type { KeptFigure, MovedFigure } from "#contract/treasury-memory.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { listProposals } from "../agent/proposal-rows.ts";
import { type Analysis, engineRegistry } from "../analyses/engine-registry.ts";
import { lastAnalysis } from "../analyses/kept-analyses.ts";
import { movedFigures, weekBefore } from "../analyses/what-changed.ts";
import { gradeReliability } from "../engines/small-data.ts";
import { forecast } from "../forecast.ts";
import { patternsOf } from "../patterns.ts";
import { position } from "../position.ts";
import type { ActionOf, ChangeOf, Fact, FactKey, NarrativeFacts } from "./fact.ts";

/** Open proposals read: their number is told as it is up to here. */
const MOST_PROPOSALS = 100;

/** Sums of the books: they are what they are. */
const KNOWN = { grade: "A", observations: 1, periodDays: 0 } as const;

const CHANGES: readonly ChangeOf[] = ["balance", "receivable", "payable", "dso", "dpo"];

/** The engines whose findings the text tells. */
const TOLD = new Set(["indicators", "forecast"]);

type Facts = Map<FactKey, Fact>;

/** The facts of the day for the narrative, from the engines, the memory and the open proposals. */
export function narrativeFacts(
  read: ReadHandle,
  at: { asOn: string; todayOn: string },
): NarrativeFacts {
  const facts: Facts = new Map();
  const ran = engineRegistry.flatMap((engine) => {
    if (!("run" in engine) || !TOLD.has(engine.name)) return [];
    const analysis = engine.run(read, at.asOn);
    return isRefusal(analysis) ? [] : [{ name: engine.name, analysis }];
  });
  const figures = ran.flatMap(({ analysis }) => analysis.figures);
  for (const key of [
    "balance",
    "lowest",
    "receivable",
    "payable",
    "dso",
    "dpo",
    "runway",
  ] as const) {
    addFigure(
      facts,
      key,
      figures.find((one) => one.key === key),
    );
  }
  addFigure(
    facts,
    "monthAhead",
    figures.find((one) => one.key === "d30"),
  );
  cashFacts(facts, read, at.todayOn);
  lateFacts(facts, read, at);
  const changeOf = changeFacts(facts, read, ran);
  const actionOf = actionFacts(facts, read, at.todayOn);
  return { asOn: at.asOn, facts, changeOf, actionOf };
}

function addFigure(facts: Facts, key: FactKey, figure: KeptFigure | undefined): void {
  if (figure === undefined || figure.value === null) return;
  const { value, unit, reliability, refs } = figure;
  facts.set(key, { kind: "figure", value, unit, reliability, refs });
}

function minor(value: number, reliability: KeptFigure["reliability"], refs: SourceRef[]): Fact {
  return { kind: "figure", unit: "minor", value, reliability, refs };
}

function date(value: string): Fact {
  return { kind: "date", value, refs: [] };
}

function cashFacts(facts: Facts, read: ReadHandle, todayOn: string): void {
  const { asOn, floorMinor, lowest, days, reliability } = forecast(read, {
    todayOn,
  });
  const refs = facts.get("lowest")?.refs ?? [];
  const gapMinor = lowest.balanceMinor - floorMinor;
  facts.set("asOn", date(asOn));
  facts.set("lowestOn", date(lowest.on));
  facts.set("floor", minor(floorMinor, KNOWN, []));
  facts.set(gapMinor < 0 ? "missing" : "margin", minor(Math.abs(gapMinor), reliability, refs));
  const crossed = days.find((day) => day.balanceMinor < floorMinor);
  if (crossed !== undefined) facts.set("crossedOn", date(crossed.on));
  const { observations } = reliability;
  facts.set("observations", {
    ...{ kind: "figure", value: observations, unit: "count", reliability, refs: [] },
  });
}

function lateFacts(facts: Facts, read: ReadHandle, at: { asOn: string; todayOn: string }): void {
  const { lateInvoices, lateReceivableMinor } = position(read, at.todayOn);
  const count = { kind: "figure", unit: "count", reliability: KNOWN, refs: [] } as const;
  facts.set("lateInvoices", { ...count, value: lateInvoices, refs: [] });
  facts.set("lateReceivable", minor(lateReceivableMinor, KNOWN, []));
  const { parties, reliability } = patternsOf(read, { side: "customer", asOn: at.asOn });
  const [worst] = parties.filter((party) => party.openMinor > 0);
  if (worst === undefined) return;
  const refs: SourceRef[] = [{ kind: "party", id: String(worst.partyId) }];
  const own = gradeReliability(worst.observations, reliability.periodDays);
  facts.set("worstParty", { kind: "name", value: worst.partyName, refs });
  facts.set("worstOpen", minor(worst.openMinor, KNOWN, refs));
  facts.set("worstDelay", {
    ...{ kind: "figure", value: worst.p50Days, unit: "days", reliability: own, refs },
  });
}

/** What moved most since the analysis of a week before, among what the narrative can name. */
function changeFacts(
  facts: Facts,
  read: ReadHandle,
  ran: readonly { name: string; analysis: Analysis }[],
): ChangeOf | null {
  const moved = ran.flatMap(({ name, analysis }) => {
    const last = lastAnalysis(read, name);
    const before =
      last &&
      (last.asOn < analysis.asOn ? (weekBefore(read, last) ?? last) : weekBefore(read, last));
    if (before === undefined) return [];
    return movedFigures(before.figures, analysis.figures)
      .filter((one) => CHANGES.includes(one.key as ChangeOf) && one.change !== null)
      .map((one) => ({ one, sinceOn: before.asOn }));
  });
  moved.sort((a, b) => relative(b.one) - relative(a.one) || (a.one.key < b.one.key ? -1 : 1));
  const [most] = moved;
  if (most === undefined) return null;
  const { unit, reliability, refs, from, to, change, key } = most.one;
  const figure = (value: number): Fact => ({ kind: "figure", value, unit, reliability, refs });
  facts.set("changeFrom", figure(from ?? 0));
  facts.set("changeTo", figure(to ?? 0));
  facts.set("changeBy", figure(Math.abs(change ?? 0)));
  facts.set("changeSinceOn", date(most.sinceOn));
  return key as ChangeOf;
}

function relative({ from, to, change }: MovedFigure): number {
  return Math.abs(change ?? 0) / Math.max(1, Math.abs(from ?? 0), Math.abs(to ?? 0));
}

/** The open proposal with most at stake. */
function actionFacts(facts: Facts, read: ReadHandle, todayOn: string): ActionOf | null {
  const { rows } = listProposals(read, { todayOn, state: "open", limit: MOST_PROPOSALS });
  const first = rows.toSorted((a, b) => b.effectMinor - a.effectMinor)[0];
  if (first === undefined) return null;
  const { reliability, refs, effectMinor, judgeOn, kind } = first;
  const { party, reference, crossedOn } = first.facts;
  facts.set("proposals", {
    ...{ kind: "figure", unit: "count", value: rows.length, reliability: KNOWN, refs: [] },
  });
  facts.set("actionEffect", minor(effectMinor, reliability, refs));
  facts.set("actionOn", date(kind === "floor" ? String(crossedOn) : judgeOn));
  if (kind === "remind") {
    facts.set("actionParty", { kind: "name", value: String(party), refs });
    facts.set("actionName", { kind: "name", value: String(reference), refs });
  }
  return kind;
}
