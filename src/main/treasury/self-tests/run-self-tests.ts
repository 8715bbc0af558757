import { actionsTruths } from "./actions.ts";
import { causeTruths } from "./causes.ts";
import { costDriftTruths } from "./cost-drift.ts";
import { decisionTruths } from "./decision.ts";
import { earlyWarningsTruths } from "./early-warnings.ts";
import { forecastTruths, reliabilityTruths } from "./forecast.ts";
import { indicatorTruths } from "./indicators.ts";
import { marginTruths } from "./margins.ts";
import { patternTruths } from "./payment-patterns.ts";
import type { PlantedTruth } from "./planted-truth.ts";
import { riskTruths } from "./risk-score.ts";
import { scenarioTruths } from "./scenario.ts";
import { seasonalityTruths } from "./seasonality.ts";
import { stressTruths } from "./stress.ts";
import { varianceTruths } from "./variance.ts";
import { yearTruths } from "./year-ahead.ts";

/** What each engine must find in rows made for it, by the engine's name in the contract. */
const TRUTHS: Record<string, PlantedTruth[]> = {
  indicators: indicatorTruths,
  paymentPatterns: patternTruths,
  forecast: forecastTruths,
  reliability: reliabilityTruths,
  risk: riskTruths,
  decide: decisionTruths,
  warnings: earlyWarningsTruths,
  actions: actionsTruths,
  seasonality: seasonalityTruths,
  costDrift: costDriftTruths,
  causes: causeTruths,
  margins: marginTruths,
  variance: varianceTruths,
  stress: stressTruths,
  compareScenarios: scenarioTruths,
  yearAhead: yearTruths,
};

/** Engines that can be asked to test themselves. */
export const testedEngines = Object.keys(TRUTHS);

/** Runs the self-test of one engine, or of all. */
export function runSelfTests(engine?: string) {
  return Object.entries(TRUTHS)
    .filter(([name]) => engine === undefined || name === engine)
    .flatMap(([name, truths]) =>
      truths.map((truth) => ({ engine: name, truth: truth.name, isFound: truth.isFound() })),
    );
}
