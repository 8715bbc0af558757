/**
 * The small-data rule, shared by all engines: a party's own history is mixed with that of the
 * portfolio, and a small portfolio with what is known of French companies.
 */

/** A distribution as weights by whole day (or other integer); weights need not add up to 1. */
export type Histogram = ReadonlyMap<number, number>;

/** How far to believe a figure: A (well founded), B (fair), C (mostly assumption). */
export interface Reliability {
  grade: "A" | "B" | "C";
  observations: number;
  periodDays: number;
}

/** Weight of the portfolio in a party's distribution, in observations. */
export const PSEUDO_OBSERVATIONS = 3;
/** Below this many payments a portfolio leans on the prior. */
export const SMALL_PORTFOLIO = 30;

/**
 * Lateness of French companies' payments in days, first half of 2025: 45.2 % on time, 9 % later
 * than 30 days, 3.8 % later than 90, mean 14.1 (Altares survey); the shape inside each class is
 * ours, chosen to keep that mean.
 */
export const FRENCH_LATENESS: Histogram = new Map([
  [0, 452],
  [3, 86],
  [7, 86],
  [11, 86],
  [15, 80],
  [20, 60],
  [28, 60],
  [48, 26],
  [70, 26],
  [115, 19],
  [155, 19],
]);

/** Credibility mean: `(n·mean + k·priorMean) / (n + k)`. */
export function shrunkMean(own: { n: number; mean: number }, priorMean: number, k: number): number {
  return own.n === 0 ? priorMean : (own.n * own.mean + k * priorMean) / (own.n + k);
}

/** Beta-binomial rate: `(hits + k·priorRate) / (n + k)`; k = 4 measured best on two portfolios. */
export function shrunkRate(own: { n: number; hits: number }, priorRate: number, k = 4): number {
  return (own.hits + k * priorRate) / (own.n + k);
}

/** Adds histograms, each brought to the total weight asked for; an empty one adds nothing. */
export function mixHistograms(parts: { histogram: Histogram; weight: number }[]): Histogram {
  const mixed = new Map<number, number>();
  for (const { histogram, weight } of parts) {
    const total = totalWeight(histogram);
    if (total === 0 || weight === 0) continue;
    for (const [value, w] of histogram) {
      mixed.set(value, (mixed.get(value) ?? 0) + (w * weight) / total);
    }
  }
  return mixed;
}

/** Sum of a histogram's weights. */
export function totalWeight(histogram: Histogram): number {
  let total = 0;
  for (const w of histogram.values()) total += w;
  return total;
}

/** The portfolio's own histogram, leaning on the prior while it is small. */
export function portfolioHistogram(own: Histogram, prior: Histogram): Histogram {
  const n = totalWeight(own);
  const lean = n < SMALL_PORTFOLIO ? PSEUDO_OBSERVATIONS : 0;
  return mixHistograms([
    { histogram: own, weight: n },
    { histogram: prior, weight: lean },
  ]);
}

/** Grade of a figure from the observations behind it and the days that they span. */
export function gradeReliability(observations: number, periodDays: number): Reliability {
  const grade =
    observations >= 100 && periodDays >= 180
      ? "A"
      : observations >= SMALL_PORTFOLIO && periodDays >= 60
        ? "B"
        : "C";
  return { grade, observations, periodDays };
}
