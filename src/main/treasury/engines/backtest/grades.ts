import { addDays, daysBetween } from "#contract/date.ts";
import type { BandFactors } from "../forecast-model.ts";
import { gradeReliability, type Reliability } from "../small-data.ts";
import {
  type BandGrade,
  HORIZONS,
  type Horizon,
  type OriginGrade,
  type WeekGrade,
} from "./backtest.ts";
import { bandFactors } from "./band-factor.ts";

/** A share for each horizon; null where nothing came or the history does not reach. */
export type ByHorizon = Record<Horizon, number | null>;

/** Errors of one way to foretell customers' receipts, as shares of what came (WAPE). */
export interface MethodGrade {
  method: "forecast" | "due-date" | "flat" | "last-year";
  weekly: ByHorizon;
  cumulative: ByHorizon;
}

/** What past forecasts were worth. */
export interface ForecastGrades {
  origins: number;
  firstOn: string | null;
  lastOn: string | null;
  /** Below ten past forecasts the figures say little, and the screen says so. */
  isEnough: boolean;
  methods: MethodGrade[];
  /** Mean weekly error over that of the flat mean: below 1 the forecast earns its place. */
  scaledError: ByHorizon;
  /** Share of movements that stayed within the 80 % band: as simulated, and as widened. */
  coverage: { simulated: ByHorizon; widened: ByHorizon };
  /** Mean width of the widened band, in cents. */
  widthMinor: ByHorizon;
  /** Mean distance of the lowest point: in cents, and in days. */
  lowest: { errorMinor: number | null; errorDays: number | null };
  factors: BandFactors;
  /** Each past forecast of the movement of cash after thirty days, beside what came. */
  points: (BandGrade & { on: string; untilOn: string })[];
  reliability: Reliability;
}

export const FEWEST_ORIGINS = 10;
const WEEKS: Record<Horizon, number> = { d30: 4, d60: 9, d90: 13 };
const GUESSES = {
  forecast: (week: WeekGrade) => week.expectedMinor,
  "due-date": (week: WeekGrade) => week.dueDateMinor,
  flat: (week: WeekGrade) => week.flatMinor,
  "last-year": (week: WeekGrade) => week.lastYearMinor,
} as const;

/**
 * Sums up a back-test. Bands are judged with factors learned on forecasts that had ended before.
 * @param earlier where those are taken from, when more is known than what is summed up
 */
export function gradesOf(
  grades: readonly OriginGrade[],
  asOn: string,
  earlier: readonly OriginGrade[] = grades,
): ForecastGrades {
  const methods = (Object.keys(GUESSES) as MethodGrade["method"][])
    .filter((method) => method !== "last-year" || grades.every(hasLastYear))
    .map((method) => methodGrade(method, grades));
  const byMethod = new Map(methods.map((one) => [one.method, one]));
  const widened = grades.map((one) => ({ one, factors: bandFactors(earlier, one.on) }));
  const [first, last] = [grades[0], grades.at(-1)];
  const factors = bandFactors(earlier, asOn);
  return {
    origins: grades.length,
    ...{ firstOn: first?.on ?? null, lastOn: last?.on ?? null },
    isEnough: grades.length >= FEWEST_ORIGINS,
    methods,
    scaledError: byHorizon((h) => {
      const own = byMethod.get("forecast")?.weekly[h] ?? null;
      const flat = byMethod.get("flat")?.weekly[h] ?? null;
      return own === null || flat === null || flat === 0 ? null : own / flat;
    }),
    coverage: {
      simulated: byHorizon((h) => shareOf(grades, (one) => holds(one.cash[h], 1))),
      widened: byHorizon((h) =>
        shareOf(widened, ({ one, factors: f }) => holds(one.cash[h], f[h])),
      ),
    },
    widthMinor: byHorizon((h) => meanOf(widened.map((w) => widthOf(w.one.cash[h], w.factors[h])))),
    lowest: {
      errorMinor: meanOf(grades.map((g) => Math.abs(g.lowest.expectedMinor - g.lowest.cameMinor))),
      errorDays: meanOf(grades.map((g) => Math.abs(g.lowest.expectedDay - g.lowest.cameDay))),
    },
    factors,
    points: grades.map((one) => ({ on: one.on, untilOn: addDays(one.on, 30), ...one.cash.d30 })),
    reliability: gradeReliability(
      grades.length * WEEKS.d90,
      first && last ? daysBetween(first.on, last.on) : 0,
    ),
  };
}

function methodGrade(method: MethodGrade["method"], grades: readonly OriginGrade[]): MethodGrade {
  const guess = (week: WeekGrade) => GUESSES[method](week) ?? 0;
  return {
    method,
    weekly: byHorizon((h) => {
      const weeks = grades.flatMap((one) => one.weeks.slice(0, WEEKS[h]));
      return wape(weeks.map((week) => [guess(week), week.cameMinor]));
    }),
    cumulative: byHorizon((h) =>
      wape(
        grades.map(({ weeks, receipts }) => [
          method === "forecast" ? receipts[h].expectedMinor : upTo(weeks, HORIZONS[h], guess),
          receipts[h].cameMinor,
        ]),
      ),
    ),
  };
}

/** The weeks' guesses up to a day, the last week in part. */
function upTo(
  weeks: readonly WeekGrade[],
  days: number,
  guess: (week: WeekGrade) => number,
): number {
  const part = (w: number) => Math.max(0, Math.min(1, (days - w * 7) / 7));
  return weeks.reduce((sum, week, w) => sum + guess(week) * part(w), 0);
}

/** Weighted absolute percentage error: Σ|guess − came| / Σ|came|. */
function wape(pairs: readonly (readonly [number, number])[]): number | null {
  const came = pairs.reduce((sum, [, truth]) => sum + Math.abs(truth), 0);
  if (came === 0) return null;
  return pairs.reduce((sum, [guess, truth]) => sum + Math.abs(guess - truth), 0) / came;
}

function holds(grade: BandGrade, factor: number): boolean {
  const { expectedMinor, lowMinor, highMinor, cameMinor } = grade;
  return (
    cameMinor >= expectedMinor - factor * (expectedMinor - lowMinor) &&
    cameMinor <= expectedMinor + factor * (highMinor - expectedMinor)
  );
}

function widthOf({ lowMinor, highMinor }: BandGrade, factor: number): number {
  return Math.round(factor * (highMinor - lowMinor));
}

function hasLastYear(grade: OriginGrade): boolean {
  return grade.weeks.every((week) => week.lastYearMinor !== null);
}

function shareOf<T>(rows: readonly T[], isKept: (row: T) => boolean): number | null {
  return rows.length === 0 ? null : rows.filter(isKept).length / rows.length;
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function byHorizon(of: (horizon: Horizon) => number | null): ByHorizon {
  return { d30: of("d30"), d60: of("d60"), d90: of("d90") };
}
