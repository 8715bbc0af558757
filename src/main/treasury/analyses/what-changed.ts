import { addDays } from "#contract/date.ts";
import type { KeptFigure, MovedFigure, WhyMoved } from "#contract/treasury-memory.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { causesOf } from "../causes.ts";
import { engineRegistry } from "./engine-registry.ts";
import { refuseUnknown } from "./keep-analyses.ts";
import {
  analysisBefore,
  lastAnalysis,
  type OpenedAnalysis,
  openAnalysis,
} from "./kept-analyses.ts";

const WEEK_DAYS = 7;

/** Two kept analyses of an engine side by side: the figures that moved, most moved first. */
export function whatChanged(
  read: ReadHandle,
  asked: {
    engine: string;
    fromId?: number | undefined;
    toId?: number | undefined;
    limit: number;
  },
) {
  const { engine } = asked;
  const to = ofEngine(read, engine, asked.toId) ?? lastAnalysis(read, engine);
  if (isRefusal(to)) return to;
  if (to === undefined) {
    const isKnown = engineRegistry.some((one) => one.name === engine);
    return isKnown ? refuse("treasury.nothing-kept", { engine }) : refuseUnknown(engine);
  }
  const from = ofEngine(read, engine, asked.fromId) ?? weekBefore(read, to);
  if (isRefusal(from)) return from;
  const moved = from === undefined ? [] : movedFigures(from.figures, to.figures);
  return {
    engine,
    from: from === undefined ? null : stampOf(from),
    to: stampOf(to),
    moved: moved.slice(0, asked.limit),
    movedCount: moved.length,
    why: from === undefined || moved.length === 0 ? [] : whyMoved(read, engine, [from, to]),
  };
}

/** What stands under an engine's figures, where the causal engine explains its move. */
const EXPLAINED: Readonly<Record<string, readonly WhyMoved["kpi"][]>> = {
  indicators: ["cash"],
  forecast: ["cash"],
  paymentPatterns: ["dso"],
  risk: ["dso"],
};

function whyMoved(
  read: ReadHandle,
  engine: string,
  [from, to]: readonly [OpenedAnalysis, OpenedAnalysis],
): WhyMoved[] {
  const [fromOn, toOn] = [from.asOn, to.asOn];
  if (fromOn >= toOn) return [];
  return (EXPLAINED[engine] ?? []).flatMap((kpi) => {
    const { moves: _, events: __, ...why } = causesOf(read, { kpi, fromOn, toOn, events: [] });
    return why.opening === null || why.opening.value === why.closing?.value ? [] : [why];
  });
}

/** What an analysis is compared with unless another is named. */
export function weekBefore(read: ReadHandle, to: OpenedAnalysis): OpenedAnalysis | undefined {
  const { engine, analysisId, asOn: beforeOn } = to;
  const weekBeforeOn = addDays(beforeOn, -WEEK_DAYS);
  return analysisBefore(read, { engine, analysisId, beforeOn, weekBeforeOn });
}

/**
 * The figures that are not what they were. How much one moved is counted against the largest figure
 * of its unit in either analysis, so that cents, days and shares stand in one order and a figure
 * near nothing does not come first for having doubled.
 */
export function movedFigures(
  from: readonly KeptFigure[],
  to: readonly KeptFigure[],
): MovedFigure[] {
  const before = new Map(from.map((figure) => [figure.key, figure]));
  const after = new Map(to.map((figure) => [figure.key, figure]));
  const scale = new Map<string, number>();
  for (const { unit, value } of [...from, ...to]) {
    scale.set(unit, Math.max(scale.get(unit) ?? 0, Math.abs(value ?? 0)));
  }
  const moved = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const about = is ?? was;
    const [a, b] = [was?.value ?? null, is?.value ?? null];
    if (about === undefined || a === b) return [];
    const { name, unit, reliability, refs } = about;
    const change = a === null || b === null ? null : round(b - a, unit);
    const size = Math.abs(change ?? a ?? b ?? 0) / (scale.get(unit) || 1);
    return [{ size, figure: { key, name, unit, from: a, to: b, change, reliability, refs } }];
  });
  moved.sort((x, y) => y.size - x.size || (x.figure.key < y.figure.key ? -1 : 1));
  return moved.map((one) => one.figure);
}

/** Cents and counts stay whole; a difference of decimals is cleared of binary dust. */
function round(change: number, unit: KeptFigure["unit"]): number {
  return unit === "minor" || unit === "count" ? change : Math.round(change * 1e9) / 1e9;
}

function ofEngine(
  read: ReadHandle,
  engine: string,
  analysisId: number | undefined,
): OpenedAnalysis | Refusal | undefined {
  if (analysisId === undefined) return undefined;
  const found = openAnalysis(read, analysisId);
  if (isRefusal(found) || found.engine === engine) return found;
  return refuse("treasury.unknown-analysis", { analysisId });
}

function stampOf({ analysisId, asOn, version }: OpenedAnalysis) {
  return { analysisId, asOn, version };
}
