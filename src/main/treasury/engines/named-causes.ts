import { random } from "#main/base/random.ts";

/** One part of a move: a factor (terms, say) in one slice (a customer, say). */
export interface CauseCell<F extends string = string> {
  factor: F;
  key: string;
  /** Enough rows and weight to be named. */
  isSupported: boolean;
}

/** What a cell adds to the move, and the standard error that its own rows give it. */
export interface Contribution {
  value: number;
  error: number;
}

/** A move between two periods as a function of which units (payments, say) fall in the second. */
export interface CausalModel<F extends string = string> {
  cells: readonly CauseCell<F>[];
  /** For each unit, whether it falls in the second period. */
  isAfter: readonly boolean[];
  /** Of each cell, in their order. */
  contributions: (isAfter: readonly boolean[]) => Contribution[];
}

/** A factor, in one slice or in all (`key` null), that moved more than chance would. */
export interface NamedCause<F extends string = string> {
  factor: F;
  key: string | null;
  contribution: number;
  /** In its own standard errors. */
  surprise: number;
}

const SHUFFLES = 199;
const CHANCE = 0.05;
const MOST_CAUSES = 3;
/** Slices are named in place of their factor when few explain this much of it. */
const EXPLAINED = 0.67;
/** What is left of a factor is chance within so many of its errors. */
const CHANCE_ERRORS = 2.5;
/** A factor that is nearly always nothing is not measured by its own rare values. */
const LEAST_SURPRISE = 2;
const SEED = 10;

/**
 * At most three factors or slices that explain a move, by falling contribution, of those whose
 * contribution over its error exceeds the largest such ratio of any cell in all but 5 % of
 * shuffles of the units between the periods (Westfall and Young, 1993; studentised as Chung and
 * Romano, 2013): where nothing changed, something is named once in twenty times. Contribution,
 * surprise and parsimony as in Adtributor (Bhagwan and others, 2014).
 */
export function namedCauses<F extends string>(model: CausalModel<F>): NamedCause<F>[] {
  const factors = [...new Set(model.cells.map((cell) => cell.factor))];
  const observed = withTotals(model, model.isAfter);
  const at = observed.map((_, i) => {
    const cell = model.cells[i];
    return cell === undefined ? i - model.cells.length : factors.indexOf(cell.factor);
  });
  const isTried = observed.map((_, i) => model.cells[i]?.isSupported ?? true);
  const largest = shuffles(model.isAfter).map((labels) => {
    const most = factors.map(() => 0);
    withTotals(model, labels).forEach((one, i) => {
      const f = at[i] ?? 0;
      if (isTried[i] === true) most[f] = Math.max(most[f] ?? 0, Math.abs(surpriseOf(one)));
    });
    return most;
  });
  // Ratios of few rows have longer tails: each factor is measured by its own.
  const scales = factors.map((_, f) =>
    Math.max(LEAST_SURPRISE, quantile95(largest.map((most) => most[f] ?? 0))),
  );
  const scaled = largest.map((most) => Math.max(...most.map((one, f) => one / (scales[f] ?? 1))));
  const named = observed.flatMap(({ value, error }, i): Measured<F>[] => {
    const surprise = isTried[i] === true ? surpriseOf({ value, error }) : 0;
    const ratio = Math.abs(surprise) / (scales[at[i] ?? 0] ?? 1);
    const reached = 1 + scaled.filter((most) => most >= ratio).length;
    const factor = factors[at[i] ?? 0];
    if (factor === undefined || surprise === 0) return [];
    if (reached / (scaled.length + 1) > CHANCE) return [];
    const key = model.cells[i]?.key ?? null;
    return [{ factor, key, contribution: value, surprise, error }];
  });
  return factors
    .flatMap((factor) => parsimonious(named.filter((one) => one.factor === factor)))
    .sort(byContribution)
    .slice(0, MOST_CAUSES)
    .map(({ error: _, ...cause }) => cause);
}

type Measured<F extends string> = NamedCause<F> & { error: number };

/** Each cell's contribution, then each factor's. */
function withTotals(model: CausalModel, isAfter: readonly boolean[]): Contribution[] {
  const own = model.contributions(isAfter);
  const totals = new Map<string, { value: number; squares: number }>();
  own.forEach(({ value, error }, i) => {
    const factor = model.cells[i]?.factor ?? "";
    const total = totals.get(factor) ?? { value: 0, squares: 0 };
    total.value += value;
    if (Number.isFinite(error)) total.squares += error ** 2;
    totals.set(factor, total);
  });
  const sums = [...totals.values()].map(({ value, squares }) => ({
    value,
    error: Math.sqrt(squares),
  }));
  return [...own, ...sums];
}

function surpriseOf({ value, error }: Contribution): number {
  return error > 0 && Math.abs(value) > 1e-9 ? value / error : 0;
}

function quantile95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
}

/**
 * The few slices that explain a named factor; the factor itself where they leave more than a third
 * of it, and more than chance would.
 */
function parsimonious<F extends string>(named: readonly Measured<F>[]): Measured<F>[] {
  const whole = named.find((one) => one.key === null);
  const slices = named.filter((one) => one.key !== null).toSorted(byContribution);
  if (whole === undefined) return slices;
  const kept: Measured<F>[] = [];
  let left = whole.contribution;
  for (const slice of slices.slice(0, MOST_CAUSES)) {
    if (left / whole.contribution <= 1 - EXPLAINED) break;
    kept.push(slice);
    left -= slice.contribution;
  }
  const isExplained = left / whole.contribution <= 1 - EXPLAINED;
  const isNoise = kept.length > 0 && Math.abs(left) < CHANCE_ERRORS * whole.error;
  return isExplained || isNoise ? kept : [whole];
}

function byContribution(a: NamedCause, b: NamedCause): number {
  return (
    Math.abs(b.contribution) - Math.abs(a.contribution) ||
    (a.factor < b.factor ? -1 : a.factor > b.factor ? 1 : 0) ||
    ((a.key ?? "") < (b.key ?? "") ? -1 : 1)
  );
}

function shuffles(isAfter: readonly boolean[]): boolean[][] {
  const { next } = random(SEED);
  return Array.from({ length: SHUFFLES }, () => {
    const labels = [...isAfter];
    for (let i = labels.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [labels[i], labels[j]] = [labels[j] ?? false, labels[i] ?? false];
    }
    return labels;
  });
}
