/** Seeded random source of the generator: the same seed gives the same company everywhere. */
export interface Random {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** Whole number from least to most, both included. */
  readonly int: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Picks a key by its weight. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
}

/** Mulberry32: 32 bits of state, good enough to spread labels and amounts. */
export function seedRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    weighted: (weights) => weightedKey(weights, next()),
  };
}

function weightedKey<K extends string>(weights: Readonly<Record<K, number>>, at: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let rest = at * entries.reduce((sum, [, w]) => sum + w, 0);
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest < 0) return key;
  }
  return entries[0]?.[0] as K;
}
