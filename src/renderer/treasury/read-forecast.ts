import { daysBetween } from "#contract/date.ts";
import type { Forecast } from "#contract/treasury.ts";
import type { CurvePoint } from "#renderer/ui/curve.ts";

export type ForecastDay = Forecast["days"][number];
export type Flow = ForecastDay["flows"][number];

/** The days as a curve; the known balance has no band. */
export function curvePoints(forecast: Forecast): CurvePoint[] {
  const points: CurvePoint[] = forecast.days
    .filter((day) => day.on > forecast.asOn)
    .map(({ on, balanceMinor, lowMinor, highMinor }) => ({
      on,
      balanceMinor,
      lowMinor,
      highMinor,
    }));
  return [{ on: forecast.asOn, balanceMinor: forecast.balanceMinor }, ...points];
}

/** What weighs most on the way to the lowest day: the largest outgoing flow until then. */
export function heaviestFlow(forecast: Forecast): (Flow & { on: string }) | undefined {
  const outgoing = forecast.days
    .filter((day) => day.on <= forecast.lowest.on)
    .flatMap((day) => day.flows.map((flow) => ({ ...flow, on: day.on })))
    .filter((flow) => flow.amountMinor < 0);
  return outgoing.sort((a, b) => a.amountMinor - b.amountMinor)[0];
}

/** Money coming in (positive) or going out (negative) on a day. */
export function sumOf(day: ForecastDay, way: "in" | "out"): number {
  return day.flows.reduce((sum, flow) => {
    const isWanted = way === "in" ? flow.amountMinor > 0 : flow.amountMinor < 0;
    return isWanted ? sum + flow.amountMinor : sum;
  }, 0);
}

/** The flow of a day that moves most, whichever its sign. */
export function mainFlow(day: ForecastDay): Flow | undefined {
  return [...day.flows].sort((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor))[0];
}

/** The `most` largest movements that a schedule dates, each label once, by rising day. */
export function largestDated(forecast: Forecast, most: number): (Flow & { on: string })[] {
  const dated = forecast.days
    .flatMap((day) => day.flows.map((flow) => ({ ...flow, on: day.on })))
    .filter((flow) => flow.layer === "schedule")
    .sort((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor));
  const labels = new Map(dated.toReversed().map((flow) => [flow.label, flow]));
  return dated
    .filter((flow) => labels.get(flow.label) === flow)
    .slice(0, most)
    .sort((a, b) => daysBetween(b.on, a.on));
}
