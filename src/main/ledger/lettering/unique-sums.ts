/** A line as the search sees it: what it is worth, debit positive. */
export interface Sized {
  id: number;
  minor: number;
}

/** Lines looked at together, and lines in one sum: beyond, a coincidence is no proof. */
const MOST_CANDIDATES = 24;
const MOST_IN_SUM = 12;

/**
 * Finds the lines that add up exactly to a target, by meeting in the middle. Gives them when there
 * is one solution only, `tie` when there are more, nothing when there is none or too many lines.
 */
export function uniqueSum(
  lines: readonly Sized[],
  targetMinor: number,
): readonly Sized[] | "tie" | undefined {
  const useful = lines.filter((line) => Math.abs(line.minor) <= Math.abs(targetMinor));
  if (useful.length < 2 || useful.length > MOST_CANDIDATES) return undefined;
  const half = useful.length >> 1;
  const left = useful.slice(0, half);
  const right = useful.slice(half);
  const bySum = new Map<number, number[]>();
  for (const [mask, sum] of subsetSums(left)) {
    const known = bySum.get(sum);
    if (known === undefined) bySum.set(sum, [mask]);
    else if (known.length < 2) known.push(mask);
  }
  let found: Sized[] | undefined;
  for (const [mask, sum] of subsetSums(right)) {
    for (const other of bySum.get(targetMinor - sum) ?? []) {
      const chosen = [...picked(left, other), ...picked(right, mask)];
      if (chosen.length < 2 || chosen.length > MOST_IN_SUM) continue;
      if (found !== undefined) return "tie";
      found = chosen;
    }
  }
  return found;
}

/** Every subset as a bit mask with its sum. */
function* subsetSums(lines: readonly Sized[]): Generator<readonly [number, number]> {
  const sums = new Float64Array(1 << lines.length);
  yield [0, 0];
  for (let mask = 1; mask < sums.length; mask++) {
    const low = 31 - Math.clz32(mask & -mask);
    const sum = sums[mask & (mask - 1)]! + lines[low]!.minor;
    sums[mask] = sum;
    yield [mask, sum];
  }
}

function picked(lines: readonly Sized[], mask: number): Sized[] {
  return lines.filter((_, i) => (mask & (1 << i)) !== 0);
}
