/** Most items looked at, and most in one group: beyond, a coincidence is as likely as the truth. */
export const MAX_POOL = 20;
export const MAX_GROUP = 6;

interface Subset {
  readonly mask: number;
  readonly size: number;
}

/**
 * Groups of two to `MAX_GROUP` amounts that add up to the target exactly, stopping at the second:
 * callers only need to know whether the first is the only one. Meets in the middle, so the work
 * is bounded by two times 2^10 sums whatever the amounts.
 * @param amounts signed minor units, at most `MAX_POOL` are looked at
 * @returns at most two groups of places in `amounts`
 */
export function findSums(
  amounts: readonly number[],
  targetMinor: number,
  sizes: { least: number; most: number } = { least: 2, most: MAX_GROUP },
): number[][] {
  const known = amounts.slice(0, MAX_POOL);
  if (!isReachable(known, targetMinor)) return [];
  const half = known.length >> 1;
  const lower = new Map<number, Subset[]>();
  eachSubset(known, { from: 0, to: half, most: sizes.most }, (sum, subset) => {
    const list = lower.get(sum);
    if (list === undefined) lower.set(sum, [subset]);
    else list.push(subset);
  });
  const found: number[][] = [];
  eachSubset(known, { from: half, to: known.length, most: sizes.most }, (sum, upper) => {
    for (const low of lower.get(targetMinor - sum) ?? []) {
      if (found.length >= 2) return;
      const size = low.size + upper.size;
      if (size >= sizes.least && size <= sizes.most) found.push(places(low.mask | upper.mask));
    }
  });
  return found;
}

/**
 * How many groups, by pure chance, would hit one given sum: groups tried over distinct sums
 * possible. Round amounts leave fewer distinct sums, hence the common divisor.
 */
export function chanceOfSum(amounts: readonly number[], groupsTried: number): number {
  let divisor = 0;
  let spread = 0;
  for (const a of amounts) {
    divisor = commonDivisor(Math.abs(a), divisor);
    spread += Math.abs(a);
  }
  return spread === 0 ? 1 : groupsTried / (spread / divisor);
}

/** Number of groups of at most `most` among n items: those a search meets before a larger one. */
export function groupCount(n: number, most: number): number {
  let total = 0;
  let choose = 1;
  for (let k = 1; k <= Math.min(n, most); k++) {
    choose = (choose * (n - k + 1)) / k;
    total += choose;
  }
  return total;
}

function isReachable(amounts: readonly number[], target: number): boolean {
  let most = 0;
  let least = 0;
  for (const a of amounts) {
    if (a > 0) most += a;
    else least += a;
  }
  return target <= most && target >= least;
}

function eachSubset(
  amounts: readonly number[],
  part: { from: number; to: number; most: number },
  use: (sum: number, subset: Subset) => void,
): void {
  const walk = (at: number, sum: number, subset: Subset): void => {
    if (at === part.to) {
      use(sum, subset);
      return;
    }
    walk(at + 1, sum, subset);
    if (subset.size >= part.most) return;
    const taken = { mask: subset.mask | (1 << at), size: subset.size + 1 };
    walk(at + 1, sum + (amounts[at] ?? 0), taken);
  };
  walk(part.from, 0, { mask: 0, size: 0 });
}

function places(mask: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < MAX_POOL; i++) if (mask & (1 << i)) list.push(i);
  return list;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
