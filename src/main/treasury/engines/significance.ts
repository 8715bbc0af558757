/** P(X ≥ hits) of `n` trials at this rate. */
export function binomialTail(own: { n: number; hits: number }, rate: number): number {
  if (own.hits <= 0) return 1;
  if (rate <= 0) return 0;
  if (rate >= 1) return 1;
  let term = (1 - rate) ** own.n;
  let below = 0;
  for (let x = 0; x < own.hits; x++) {
    below += term;
    term *= ((own.n - x) / (x + 1)) * (rate / (1 - rate));
  }
  return Math.max(0, 1 - below);
}

/** Share of the ascending sample at or above the value, never 0: `(1 + above) / (1 + n)`. */
export function sampleTail(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((sorted[half] ?? 0) < value) low = half + 1;
    else high = half;
  }
  return (1 + sorted.length - low) / (1 + sorted.length);
}

/**
 * Benjamini and Hochberg (1995): the largest p-value to believe so that at most the share `q` of
 * what is believed is chance. -1 when none is.
 */
export function falseDiscoveryLimit(pValues: readonly number[], q: number): number {
  const sorted = [...pValues].sort((a, b) => a - b);
  let limit = -1;
  for (const [i, p] of sorted.entries()) if (p <= (q * (i + 1)) / sorted.length) limit = p;
  return limit;
}

/** The middle value; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
