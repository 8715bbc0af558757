import type { ForecastReliability } from "#contract/treasury-reliability.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { lastAnalysis } from "./analyses/kept-analyses.ts";
import type { ForecastGrades } from "./engines/backtest/grades.ts";

/** What past forecasts were worth, as last measured; nothing before the first time. */
export function reliabilityOf(read: ReadHandle): ForecastReliability {
  const kept = lastAnalysis(read, "reliability");
  if (kept === undefined) return { analysisId: null, asOn: null, grades: null };
  const { analysisId, asOn, result } = kept;
  return { analysisId, asOn, grades: result as ForecastGrades };
}
