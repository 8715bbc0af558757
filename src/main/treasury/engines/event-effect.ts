/** What changed from an event on, against a series that would have kept its level. */
export interface EventEffect {
  /** Sum over the points after the event of what came less what was expected. */
  effect: number;
  /** 80 % interval from the same sum at dates where nothing happened. */
  low: number;
  high: number;
  placebos: number;
}

const SMOOTHINGS = [0.05, 0.1, 0.2, 0.3, 0.5, 0.8] as const;
/** Points before the first placebo, from which the level is known. */
const LEAST_POINTS = 12;
const LEAST_PLACEBOS = 10;
/** Left out on each side of an 80 % interval. */
const TAIL = 0.1;

/**
 * Effect of an event on a series (weekly receipts, say): what came after it less the level before
 * it (simple exponential smoothing, its rate chosen on the points before). The interval comes from
 * placebo dates: the errors of the same forecast at every earlier point, far enough from the
 * event. Null when fewer than ten placebos fit before it. An estimate, not a proof of cause.
 */
export function eventEffect(
  series: readonly number[],
  event: { at: number; points: number },
): EventEffect | null {
  const { at, points } = event;
  const before = series.slice(0, at);
  const after = series.slice(at, at + points);
  if (after.length < points || points < 1) return null;
  const smoothing = bestSmoothing(before);
  const levels = levelsOf(before, smoothing);
  const errors: number[] = [];
  for (let end = LEAST_POINTS; end + points <= at; end++) {
    errors.push(sum(before.slice(end, end + points)) - points * (levels[end - 1] ?? 0));
  }
  if (errors.length < LEAST_PLACEBOS) return null;
  errors.sort((a, b) => a - b);
  const effect = sum(after) - points * (levels.at(-1) ?? 0);
  const n = errors.length;
  // Overlapping sums count for fewer; few errors know their tails badly (conformal ranks).
  const free = Math.max(1, n / points);
  const cut = Math.floor((n * Math.max(0, TAIL * (free + 1) - 0.5)) / free);
  const [least = 0, most = 0] = [errors[cut], errors[n - 1 - cut]];
  return { effect, low: effect - most, high: effect - least, placebos: n };
}

function bestSmoothing(values: readonly number[]): number {
  let best: number = SMOOTHINGS[0];
  let least = Number.POSITIVE_INFINITY;
  for (const smoothing of SMOOTHINGS) {
    const levels = levelsOf(values, smoothing);
    const squares = values.reduce((total, value, i) => {
      const expected = levels[i - 1];
      return expected === undefined ? total : total + (value - expected) ** 2;
    }, 0);
    if (squares < least) [best, least] = [smoothing, squares];
  }
  return best;
}

/** The level after each point; early on, the mean so far. */
function levelsOf(values: readonly number[], smoothing: number): number[] {
  const levels: number[] = [];
  values.forEach((value, i) => {
    const level = levels[i - 1] ?? value;
    const step = Math.max(smoothing, 1 / (i + 1));
    levels.push(level + step * (value - level));
  });
  return levels;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
