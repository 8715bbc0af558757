/** A day already known. */
export interface KnownBalance {
  on: string;
  balanceMinor: number;
}

/** A day ahead, in cents: 5, 25, 75 and 95 times in 100 the balance is lower. */
export interface FanDay {
  on: string;
  p5Minor: number;
  p25Minor?: number | undefined;
  medianMinor: number;
  p75Minor?: number | undefined;
  p95Minor: number;
}

/** Something that happens on a day: a tax, a loan, a large receipt. */
export interface FanEvent {
  key: string;
  on: string;
  label: string;
  amountMinor?: number | undefined;
  open?: (() => void) | undefined;
}

/**
 * The forecast with today's known balance at its head, so that the fan opens from the last
 * known point; nothing is added where the forecast already begins there.
 */
export function fanFromKnown(
  past: readonly KnownBalance[],
  forecast: readonly FanDay[],
): readonly FanDay[] {
  const last = past.at(-1);
  const first = forecast[0];
  if (last === undefined || first === undefined || first.on <= last.on) return forecast;
  const known = last.balanceMinor;
  const day: FanDay = { on: last.on, p5Minor: known, medianMinor: known, p95Minor: known };
  const hasQuarters = first.p25Minor !== undefined && first.p75Minor !== undefined;
  return [hasQuarters ? { ...day, p25Minor: known, p75Minor: known } : day, ...forecast];
}

/** Every amount that must be in view. */
export function fanAmounts(past: readonly KnownBalance[], forecast: readonly FanDay[]): number[] {
  const ahead = forecast.flatMap((day) => [day.p5Minor, day.medianMinor, day.p95Minor]);
  return [...past.map((day) => day.balanceMinor), ...ahead];
}
