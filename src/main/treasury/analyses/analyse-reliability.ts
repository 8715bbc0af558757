import { addDays, daysBetween } from "#contract/date.ts";
import type { KeptFigure } from "#contract/treasury-memory.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { companyHistory } from "../company-history.ts";
import { BACKTEST_DAYS, backtest, type OriginGrade } from "../engines/backtest/backtest.ts";
import type { CompanyHistory } from "../engines/backtest/company-history.ts";
import { type ForecastGrades, gradesOf } from "../engines/backtest/grades.ts";
import type { Analysis } from "./engine-registry.ts";

/** Days of history before the first forecast that is tried, and between two of them. */
const FIRST_DAYS = 91;
const STEP_DAYS = 14;
const MOST_ORIGINS = 39;

/** A past forecast that was tried, of how many. */
export interface TriedOrigin {
  done: number;
  total: number;
}

/**
 * The forecast graded on the company's own past: every fortnight of at most a year and a half, from
 * what was known that day. All is read at once; the steps that follow, one a past forecast, read
 * nothing more.
 */
export function analyseReliability(
  read: ReadHandle,
  asOn: string,
): Generator<TriedOrigin, Analysis> {
  return graded(companyHistory(read, asOn), asOn);
}

function* graded(history: CompanyHistory, asOn: string): Generator<TriedOrigin, Analysis> {
  const origins = originsOf(history, asOn);
  const grades: OriginGrade[] = [];
  for (const grade of backtest(history, origins)) {
    grades.push(grade);
    yield { done: grades.length, total: origins.length };
  }
  const result = gradesOf(grades, asOn);
  return { asOn, inputs: { history, origins }, result, figures: figuresOf(result) };
}

/** Every fortnight back from the last day that has ninety-one days after it, the first one first. */
function originsOf({ items, bankLines }: CompanyHistory, asOn: string): string[] {
  const [firstLine] = bankLines;
  if (firstLine === undefined) return [];
  const firstOn = items.reduce(
    (min, item) => (item.issuedOn < min ? item.issuedOn : min),
    firstLine.bookedOn,
  );
  const origins: string[] = [];
  for (let on = addDays(asOn, -BACKTEST_DAYS); ; on = addDays(on, -STEP_DAYS)) {
    if (daysBetween(firstOn, on) < FIRST_DAYS || origins.length === MOST_ORIGINS) break;
    // Before the first bank line nothing is known of what came.
    if (on < firstLine.bookedOn) break;
    origins.push(on);
  }
  return origins.reverse();
}

function figuresOf(found: ForecastGrades): KeptFigure[] {
  const { reliability, lowest } = found;
  const forecast = found.methods.find((one) => one.method === "forecast");
  const share = (key: string, value: number | null): KeptFigure => ({
    ...{ key, name: null, value, unit: "share", reliability, refs: [] },
  });
  return [
    share("weekly-30", forecast?.weekly.d30 ?? null),
    share("weekly-90", forecast?.weekly.d90 ?? null),
    share("cumulative-30", forecast?.cumulative.d30 ?? null),
    share("cumulative-90", forecast?.cumulative.d90 ?? null),
    share("coverage-30", found.coverage.widened.d30),
    share("coverage-90", found.coverage.widened.d90),
    { ...share("lowest-error", lowest.errorMinor), unit: "minor" },
  ];
}
