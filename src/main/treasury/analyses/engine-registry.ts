import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { analyseCosts } from "./analyse-costs.ts";
import { analyseForecast } from "./analyse-forecast.ts";
import { analyseIndicators } from "./analyse-indicators.ts";
import { analyseMargins } from "./analyse-margins.ts";
import { analysePatterns } from "./analyse-patterns.ts";
import { analyseReliability } from "./analyse-reliability.ts";
import { analyseRisk } from "./analyse-risk.ts";
import { analyseSeasons } from "./analyse-seasons.ts";
import { analyseWarnings } from "./analyse-warnings.ts";

/** What an engine read and found on a day. */
export interface Analysis {
  /** The day that the findings stand on: that asked for, or the last one known before it. */
  asOn: string;
  /** The rows and settings that the engine was given: the same ones give the same findings. */
  inputs: unknown;
  result: unknown;
  figures: KeptFigure[];
}

interface KeptEngine {
  name: string;
  /** Goes up by one whenever the same inputs would give other findings. */
  version: number;
}

/** An engine that answers at once. */
interface QuickEngine extends KeptEngine {
  run: (read: ReadHandle, asOn: string) => Analysis | Refusal;
}

/**
 * An engine that reads all that it needs at once, then tells how far it is: its steps run beside
 * commands, which do not wait for it.
 */
interface LongEngine extends KeptEngine {
  steps: (read: ReadHandle, asOn: string) => Generator<{ done: number; total: number }, Analysis>;
  /** Days during which a kept analysis stands, unless the engine is named. */
  everyDays: number;
}

/** An engine whose analyses are kept. */
export type RegisteredEngine = QuickEngine | LongEngine;

/** The engines whose analyses are kept, in the order in which they run: one line each. */
export const engineRegistry: readonly RegisteredEngine[] = [
  { name: "indicators", version: 1, run: analyseIndicators },
  { name: "paymentPatterns", version: 1, run: analysePatterns },
  { name: "forecast", version: 2, run: analyseForecast },
  { name: "reliability", version: 2, steps: analyseReliability, everyDays: 7 },
  { name: "risk", version: 1, run: analyseRisk },
  { name: "warnings", version: 2, run: analyseWarnings },
  { name: "seasonality", version: 1, run: analyseSeasons },
  { name: "costDrift", version: 2, run: analyseCosts },
  { name: "margins", version: 1, run: analyseMargins },
];
