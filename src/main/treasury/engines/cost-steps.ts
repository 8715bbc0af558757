import { mean, median, quantile } from "./robust-statistics.ts";

/** A change of level: from this place on, amounts stand at another level than before. */
export interface Step {
  /** Place of the first amount of the new level. */
  at: number;
  beforeMinor: number;
  afterMinor: number;
}

/** Least step that counts, as a share of the level. */
const LEAST_STEP = Math.log(1.02);
const MAD_STEPS = 3;
/** Deviation of a normal law over its median absolute deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** The same over the upper quartile of absolute deviations. */
const UPPER_TO_DEVIATION = 0.8693;
/** Least step in standard errors of the difference between both levels. */
const LEAST_SCORE = 3.5;
/** Few amounts tell their noise badly: the score asked for grows with 1/n by so much. */
const FEW_AMOUNTS = 4;
/** Noise that even equal amounts are granted, as a share of the level. */
const NOISE_FLOOR = 0.001;
const SHORTEST = 2;
const ROUNDS = 4;
/** The first two amounts of a level are past half the way to it. */
const HALF = 0.5;
/** Where single amounts have come so near to the new level before, the run must be one that chance
 * does not make: expected runs of that length at most so many. */
const NEARLY = 0.75;
const MOST_CHANCE = 0.1;
/** A straight line this much closer to the amounts than steps are is a drift, not steps. */
const LINE_GAIN = 0.7;

/**
 * Deviation of the amounts' logarithm around their level, from one amount to the next: by the median
 * change, or by the upper quartile where most amounts are equal and some are not.
 */
export function noiseOf(amounts: readonly number[]): number {
  const logs = amounts.map(Math.log);
  const changes = logs.slice(1).map((x, i) => Math.abs(x - (logs[i] ?? x)));
  const usual = MAD_TO_DEVIATION * median(changes);
  return Math.max(usual, UPPER_TO_DEVIATION * quantile(changes, 0.75)) / Math.SQRT2;
}

/**
 * Steps of positive amounts in order of date: binary segmentation on logarithms (Scott and Knott
 * 1974; Vostrikova 1981) with distances to medians, after a running median of three that takes lone
 * peaks out. A step is at least 2 % and three median deviations, stands four standard errors out,
 * and is borne by two amounts in a row; amounts that a straight line follows better have none.
 */
export function costSteps(amounts: readonly number[]): Step[] {
  const raw = amounts.map(Math.log);
  const logs = smoothed(raw);
  const noise = Math.max(NOISE_FLOOR, noiseOf(amounts));
  const whole = { from: 0, to: logs.length };
  const series = { logs, raw, noise };
  const places = refined(series, split(series, whole));
  if (places.length > 0 && followsLine(logs, places)) return [];
  const bounds = [0, ...places, amounts.length];
  return places.map((at, i) => ({
    at,
    beforeMinor: Math.round(median(amounts.slice(bounds[i], at))),
    afterMinor: Math.round(median(amounts.slice(at, bounds[i + 2]))),
  }));
}

/** Amounts with their steps taken out: all brought to the last level, in logarithms. */
export function withoutSteps(amounts: readonly number[], steps: readonly Step[]): number[] {
  return amounts.map((amount, i) =>
    steps
      .filter((step) => step.at > i)
      .reduce((x, step) => x + Math.log(step.afterMinor / step.beforeMinor), Math.log(amount)),
  );
}

function smoothed(logs: readonly number[]): number[] {
  return logs.map((x, i) =>
    i === 0 || i === logs.length - 1 ? x : median([logs[i - 1] ?? x, x, logs[i + 1] ?? x]),
  );
}

interface Series {
  /** Smoothed, and as they came. */
  logs: readonly number[];
  raw: readonly number[];
  noise: number;
}

function split(series: Series, span: { from: number; to: number }): number[] {
  const at = bestCut(series, span);
  if (at === undefined) return [];
  return [...split(series, { ...span, to: at }), at, ...split(series, { ...span, from: at })];
}

/** The cut of a span into two levels that leaves the least distance to them, if any is a step. */
function bestCut(series: Series, { from, to }: { from: number; to: number }): number | undefined {
  const { logs } = series;
  let best: { at: number; cost: number } | undefined;
  for (let at = from + SHORTEST; at <= to - SHORTEST; at++) {
    if (!isStep(series, { from, at, to })) continue;
    const cost = distance(logs.slice(from, at)) + distance(logs.slice(at, to));
    if (best === undefined || cost < best.cost - 1e-12) best = { at, cost };
  }
  return best?.at;
}

/** Each cut looked for again between its neighbours, for the first ones were made before these. */
function refined(series: Series, places: readonly number[], rounds = ROUNDS): number[] {
  const kept: number[] = [];
  for (const [i] of places.entries()) {
    const span = { from: kept.at(-1) ?? 0, to: places[i + 1] ?? series.logs.length };
    const at = bestCut(series, span);
    if (at !== undefined) kept.push(at);
  }
  const isSettled = rounds === 0 || kept.join() === places.join();
  return isSettled ? kept : refined(series, kept, rounds - 1);
}

function isStep(
  { logs, raw, noise }: Series,
  { from, at, to }: { from: number; at: number; to: number },
): boolean {
  const [before, after] = [logs.slice(from, at), logs.slice(at, to)];
  const level = median(before);
  const move = median(after) - level;
  const size = Math.abs(move);
  if (size < Math.max(LEAST_STEP, (MAD_STEPS * noise) / MAD_TO_DEVIATION)) return false;
  const error = noise * Math.sqrt(1 / before.length + 1 / after.length);
  if (size < LEAST_SCORE * (1 + FEW_AMOUNTS / (to - from)) * error) return false;
  const [first = 0, second = 0] = after.map((x) => (x - level) / move);
  if (Math.min(first, second) <= HALF) return false;
  const peaks = raw.slice(from, at).filter((x) => (x - level) / move > NEARLY).length;
  return before.length * (peaks / before.length) ** after.length <= MOST_CHANCE;
}

/** Sum of distances to the median. */
function distance(values: readonly number[]): number {
  const level = median(values);
  return values.reduce((sum, x) => sum + Math.abs(x - level), 0);
}

/** True when the line of Theil and Sen comes closer to the amounts than levels do. */
function followsLine(logs: readonly number[], places: readonly number[]): boolean {
  const slopes = logs.flatMap((x, i) => logs.slice(i + 1).map((y, k) => (y - x) / (k + 1)));
  const slope = median(slopes);
  const bounds = [0, ...places, logs.length];
  const levels = bounds.slice(1).map((to, i) => distance(logs.slice(bounds[i], to)));
  const line = distance(logs.map((x, i) => x - slope * i));
  return line < LINE_GAIN * mean(levels) * levels.length;
}
