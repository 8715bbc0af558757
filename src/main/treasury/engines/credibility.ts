/** One observed rate and what it weighs (its sales, say). */
export interface WeightedRate {
  rate: number;
  weight: number;
}

/** How rates vary within groups and between them. */
export interface Credibility {
  /** The rate to which groups are drawn. */
  mean: number;
  /** Variance of one observation of mean weight inside its group, and of the groups' own rates. */
  within: number;
  between: number;
  /** Weight of one mean observation. */
  unit: number;
  /** Share of a group's own rate in its shrunk one, from its total weight: 0 to 1. */
  shareOf: (weight: number) => number;
  /** The same where groups differ by one standard error more than they seem to, for intervals. */
  cautiousShareOf: (weight: number) => number;
  /** Standard error of the mean. */
  meanError: number;
}

/**
 * Credibility of weighted rates by the method of moments (Bühlmann and Straub, 1970): a group of
 * weight w keeps w / (w + within/between) of its own rate. Without any difference between groups
 * that noise would not make, nothing is kept of them.
 */
export function credibility(groups: readonly (readonly WeightedRate[])[]): Credibility {
  const held = groups.filter((group) => group.length > 0);
  const all = held.flat();
  const unit = all.length === 0 ? 1 : sum(all.map((one) => one.weight)) / all.length;
  const sums = held.map((group) => {
    const weight = sum(group.map((one) => one.weight)) / unit;
    const mean = meanOf(group);
    const spread = sum(group.map((one) => (one.weight / unit) * (one.rate - mean) ** 2));
    return { weight, mean, spread, free: group.length - 1 };
  });
  const free = sum(sums.map((one) => one.free));
  const within = free === 0 ? 0 : sum(sums.map((one) => one.spread)) / free;
  const weight = sum(sums.map((one) => one.weight));
  const mean = all.length === 0 ? 0 : meanOf(all);
  const across = sum(sums.map((one) => one.weight * (one.mean - mean) ** 2));
  const base = weight === 0 ? 0 : weight - sum(sums.map((one) => one.weight ** 2)) / weight;
  const between = base <= 0 ? 0 : Math.max(0, (across - (sums.length - 1) * within) / base);
  const shareFor = (spread: number) => (own: number) =>
    spread === 0 || own <= 0 ? 0 : own / unit / (own / unit + within / spread);
  const shareOf = shareFor(between);
  const count = sums.length;
  const spreadOfMeans = between + (weight === 0 ? 0 : (within * count) / weight);
  const error = count < 2 ? 0 : spreadOfMeans * Math.sqrt(2 / (count - 1));
  const shares = sums.map((one) => shareOf(one.weight * unit));
  const total = sum(shares);
  const drawn = total === 0 ? mean : sum(sums.map((one, i) => one.mean * (shares[i] ?? 0))) / total;
  const cautiousShareOf = shareFor(between + error);
  const meanError = count === 0 ? 0 : Math.sqrt(spreadOfMeans / count);
  return { mean: drawn, within, between, unit, shareOf, cautiousShareOf, meanError };
}

function meanOf(group: readonly WeightedRate[]): number {
  return sum(group.map((one) => one.rate * one.weight)) / sum(group.map((one) => one.weight));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
