/** What most of some values agree on. */
export interface Agreement<T> {
  value: T;
  agreeing: number;
  lookedAt: number;
}

/** The value met most often, newest first on a tie; undefined values agree with nothing. */
export function mostAgreed<T>(
  values: readonly (T | undefined)[],
  keyOf: (value: T) => string,
): Agreement<T> | undefined {
  const counts = new Map<string, { value: T; agreeing: number }>();
  for (const value of values) {
    if (value === undefined) continue;
    const key = keyOf(value);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { value, agreeing: 1 });
    else known.agreeing++;
  }
  let best: { value: T; agreeing: number } | undefined;
  for (const one of counts.values()) {
    if (best === undefined || one.agreeing > best.agreeing) best = one;
  }
  return best === undefined ? undefined : { ...best, lookedAt: values.length };
}
