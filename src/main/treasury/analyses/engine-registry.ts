import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { analyseForecast } from "./analyse-forecast.ts";
import { analyseIndicators } from "./analyse-indicators.ts";
import { analysePatterns } from "./analyse-patterns.ts";

/** What an engine read and found on a day. */
export interface Analysis {
  /** The day that the findings stand on: that asked for, or the last one known before it. */
  asOn: string;
  /** The rows and settings that the engine was given: the same ones give the same findings. */
  inputs: unknown;
  result: unknown;
  figures: KeptFigure[];
}

/** An engine whose analyses are kept. */
export interface RegisteredEngine {
  name: string;
  /** Goes up by one whenever the same inputs would give other findings. */
  version: number;
  run: (read: ReadHandle, asOn: string) => Analysis | Refusal;
}

/** The engines whose analyses are kept, in the order in which they run: one line each. */
export const engineRegistry: readonly RegisteredEngine[] = [
  { name: "indicators", version: 1, run: analyseIndicators },
  { name: "paymentPatterns", version: 1, run: analysePatterns },
  { name: "forecast", version: 1, run: analyseForecast },
];
