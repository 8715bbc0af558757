/**
 * A seeded random stream (xoshiro128**, Blackman and Vigna, public domain algorithm): the same
 * seed and name give the same draws on every machine. Only integer arithmetic is used.
 */
export type RandomStream = {
  /** Integer between both bounds, included. */
  int(low: number, high: number): number;
  /** True in `percent` cases of a hundred. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One key of a table of integer weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Bell-shaped integer: the mean of three draws between both bounds. */
  bell(low: number, high: number): number;
};

/** Each purpose takes its own stream, so that a change in one leaves the others alone. */
export function randomStream(seed: number, name: string): RandomStream {
  const next = xoshiro(seedWords(`${seed}/${name}`));
  const int = (low: number, high: number) => low + (next() % (high - low + 1));
  return {
    int,
    chance: (percent) => int(0, 9_999) < percent * 100,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
    weighted: (weights) => pickWeighted(weights, int),
    bell: (low, high) => Math.round((int(low, high) + int(low, high) + int(low, high)) / 3),
  };
}

function pickWeighted<K extends string>(
  weights: Readonly<Record<K, number>>,
  int: (low: number, high: number) => number,
): K {
  const entries = Object.entries(weights) as [K, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = int(1, total);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left <= 0) return key;
  }
  throw new RangeError("a weight is missing");
}

function seedWords(text: string): Uint32Array {
  const words = new Uint32Array(4);
  for (let w = 0; w < 4; w++) {
    let hash = (2_166_136_261 ^ Math.imul(w + 1, 0x9e3779b9)) >>> 0;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619) >>> 0;
      hash = (hash ^ (hash >>> 13)) >>> 0;
    }
    words[w] = hash || w + 1;
  }
  return words;
}

function xoshiro(s: Uint32Array): () => number {
  const at = (i: number) => s[i] ?? 0;
  const rotate = (x: number, k: number) => ((x << k) | (x >>> (32 - k))) >>> 0;
  const step = () => {
    const result = Math.imul(rotate(Math.imul(at(1), 5) >>> 0, 7), 9) >>> 0;
    const t = (at(1) << 9) >>> 0;
    s[2] = at(2) ^ at(0);
    s[3] = at(3) ^ at(1);
    s[1] = at(1) ^ at(2);
    s[0] = at(0) ^ at(3);
    s[2] = at(2) ^ t;
    s[3] = rotate(at(3), 11);
    return result;
  };
  for (let i = 0; i < 16; i++) step();
  return step;
}
