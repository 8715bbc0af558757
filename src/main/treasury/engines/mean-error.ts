interface Weighed {
  weight: number;
  value: number;
}

/**
 * Standard error of the difference of two weighted means; both samples share one variance, found
 * around their own means, and no deviation is taken below `least`. Infinite where neither has two
 * rows.
 */
export function meanError(
  before: readonly Weighed[],
  after: readonly Weighed[],
  least: number,
): number {
  const spreads = [before, after].map(spreadOf);
  const free = spreads.reduce((sum, one) => sum + one.free, 0);
  if (free === 0) return Number.POSITIVE_INFINITY;
  const variance = spreads.reduce((sum, one) => sum + one.squares, 0) / free;
  const concentration = spreads.reduce((sum, one) => sum + one.concentration, 0);
  return Math.sqrt(Math.max(variance, least ** 2) * concentration);
}

function spreadOf(sample: readonly Weighed[]) {
  let [total, sum, weights] = [0, 0, 0];
  for (const { weight, value } of sample) {
    total += weight;
    sum += weight * value;
    weights += weight ** 2;
  }
  if (total === 0) return { squares: 0, free: 0, concentration: 0 };
  let squares = 0;
  for (const { weight, value } of sample) squares += weight * (value - sum / total) ** 2;
  // As many equal rows would weigh as these do.
  const rows = total ** 2 / weights;
  const free = sample.length < 2 ? 0 : rows - 1;
  return { squares: (squares / total) * rows, free, concentration: 1 / rows };
}
