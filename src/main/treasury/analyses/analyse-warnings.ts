import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { gradeReliability } from "../engines/small-data.ts";
import { warningInput, warningsOf } from "../warnings.ts";
import type { Analysis } from "./engine-registry.ts";

const MOST_REFS = 5;
const YEAR_DAYS = 365;

/** The early warnings as an analysis to keep: how many, and the cents at stake in each. */
export function analyseWarnings(read: ReadHandle, asOn: string): Analysis {
  const inputs = warningInput(read, asOn);
  const result = warningsOf(read, asOn, inputs);
  const count = (key: string, value: number): KeptFigure => ({
    ...{ key, name: null, value, unit: "count" },
    reliability: gradeReliability(inputs.trade.length, YEAR_DAYS),
    refs: result.alerts.flatMap((alert) => alert.refs.slice(0, 1)).slice(0, MOST_REFS),
  });
  const alerts = new Map(
    // Of two families of sales the one that weighs more is kept.
    result.alerts
      .toReversed()
      .map(({ kind, partyId, partyName: name, impact }): [string, KeptFigure] => {
        const key = partyId === null ? `warning:${kind}` : `party:${partyId}:warning:${kind}`;
        return [key, { key, name, ...impact }];
      }),
  );
  const figures = [count("alerts", result.alerts.length), ...[...alerts.values()].toReversed()];
  return { asOn, inputs, result, figures };
}
