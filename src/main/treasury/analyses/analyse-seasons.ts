import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { Series } from "#contract/treasury-seasonality.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { seasonality } from "../engines/seasonality.ts";
import { gradeReliability } from "../engines/small-data.ts";
import { seasonRows } from "../seasons.ts";
import type { Analysis } from "./engine-registry.ts";

const SERIES: readonly Series[] = ["billing", "receipts", "payments"];
const YEAR_MONTHS = 12;
const MONTH_DAYS = 30;

/** The seasons as an analysis to keep: the last year of each series, and its index by month. */
export function analyseSeasons(read: ReadHandle, asOn: string): Analysis {
  const inputs = SERIES.map((series) => ({ series, rows: seasonRows(read, { series, asOn }) }));
  const result = inputs.map(({ series, rows }) => ({ series, ...seasonality({ asOn, rows }) }));
  const figures = result.flatMap(({ series, history, months }): KeptFigure[] => {
    const year = history.slice(-YEAR_MONTHS);
    const rows = year.reduce((sum, month) => sum + month.documents, 0);
    const last: KeptFigure = {
      ...{ key: `${series}:year`, name: null, unit: "minor", refs: [] },
      value: year.reduce((sum, month) => sum + month.totalMinor, 0),
      reliability: gradeReliability(rows, year.length * MONTH_DAYS),
    };
    return [
      last,
      ...months.map(({ month, index }) => ({ key: `${series}:${month}`, name: null, ...index })),
    ];
  });
  return { asOn, inputs: { asOn, series: inputs }, result, figures };
}
