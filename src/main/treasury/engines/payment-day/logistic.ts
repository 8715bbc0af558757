/** A fitted logistic regression on standardised inputs. */
export interface LogisticModel {
  intercept: number;
  /** By input, 0 for one that was left out. */
  weights: Float64Array;
  means: Float64Array;
  deviations: Float64Array;
}

const MOST_STEPS = 30;
const CLOSE_ENOUGH = 1e-8;
const LONGEST_STEP = 1;

/**
 * Ridge logistic regression by Newton's method (iteratively reweighted least squares). Inputs in
 * `rising` must not lower the odds: one whose weight comes out negative is left out and the rest
 * fitted again.
 */
export function fitLogistic(
  rows: readonly Float64Array[],
  labels: readonly boolean[],
  options: { ridge: number; rising: readonly number[]; rowWeights?: readonly number[] },
): LogisticModel {
  const width = rows[0]?.length ?? 0;
  const { means, deviations } = standards(rows, width);
  const inputs = rows.map((row) => standardise(row, means, deviations));
  let used = Array.from({ length: width }, (_, i) => i);
  for (;;) {
    const fitted = newton(inputs, labels, { ...options, used });
    const wrong = used.filter((i, k) => options.rising.includes(i) && (fitted[k + 1] ?? 0) < 0);
    if (wrong.length === 0) {
      const weights = new Float64Array(width);
      for (const [k, i] of used.entries()) weights[i] = fitted[k + 1] ?? 0;
      return { intercept: fitted[0] ?? 0, weights, means, deviations };
    }
    used = used.filter((i) => !wrong.includes(i));
  }
}

/** What each input adds to the log-odds of a row, beside the intercept. */
export function logisticParts(model: LogisticModel, row: Float64Array): Float64Array {
  const inputs = standardise(row, model.means, model.deviations);
  return inputs.map((value, i) => value * (model.weights[i] ?? 0));
}

/** Probability of a row. */
export function logisticProbability(model: LogisticModel, row: Float64Array): number {
  const odds = logisticParts(model, row).reduce((sum, part) => sum + part, model.intercept);
  return 1 / (1 + Math.exp(-odds));
}

function newton(
  inputs: readonly Float64Array[],
  labels: readonly boolean[],
  options: { used: readonly number[]; ridge: number; rowWeights?: readonly number[] },
): Float64Array {
  const { used, ridge, rowWeights } = options;
  const size = used.length + 1;
  const beta = new Float64Array(size);
  const share = (labels.filter(Boolean).length + 0.5) / (labels.length + 1);
  beta[0] = Math.log(share / (1 - share));
  for (let step = 0; step < MOST_STEPS; step++) {
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    const gradient = new Float64Array(size);
    for (const [r, input] of inputs.entries()) {
      const x = [1, ...used.map((i) => input[i] ?? 0)];
      const odds = x.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0);
      const p = 1 / (1 + Math.exp(-odds));
      const counted = rowWeights?.[r] ?? 1;
      const miss = counted * ((labels[r] ? 1 : 0) - p);
      const weight = counted * Math.max(1e-6, p * (1 - p));
      for (let i = 0; i < size; i++) {
        gradient[i] = (gradient[i] ?? 0) + miss * (x[i] ?? 0);
        const line = hessian[i] ?? new Float64Array(size);
        for (let j = 0; j < size; j++)
          line[j] = (line[j] ?? 0) + weight * (x[i] ?? 0) * (x[j] ?? 0);
      }
    }
    for (let i = 1; i < size; i++) {
      gradient[i] = (gradient[i] ?? 0) - ridge * (beta[i] ?? 0);
      const line = hessian[i];
      if (line) line[i] = (line[i] ?? 0) + ridge;
    }
    const change = solve(hessian, gradient);
    const largest = change.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    // A step longer than one deviation's odds would overshoot where classes are far from even.
    const scale = Math.min(1, LONGEST_STEP / Math.max(largest, CLOSE_ENOUGH));
    for (let i = 0; i < size; i++) beta[i] = (beta[i] ?? 0) + scale * (change[i] ?? 0);
    if (largest < CLOSE_ENOUGH) break;
  }
  return beta;
}

/** Gauss's elimination with the largest pivot; the matrix is positive definite by its ridge. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((line, i) => Float64Array.from([...line, right[i] ?? 0]));
  for (let c = 0; c < size; c++) {
    let best = c;
    for (let r = c + 1; r < size; r++) {
      if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[best]?.[c] ?? 0)) best = r;
    }
    const [pivot, other] = [rows[best], rows[c]];
    if (pivot === undefined || other === undefined) break;
    rows[best] = other;
    rows[c] = pivot;
    for (let r = c + 1; r < size; r++) {
      const line = rows[r];
      const factor = (line?.[c] ?? 0) / (pivot[c] ?? 1);
      if (line) for (let k = c; k <= size; k++) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  const solution = new Float64Array(size);
  for (let r = size - 1; r >= 0; r--) {
    const line = rows[r] ?? new Float64Array(size + 1);
    let value = line[size] ?? 0;
    for (let k = r + 1; k < size; k++) value -= (line[k] ?? 0) * (solution[k] ?? 0);
    solution[r] = value / (line[r] || 1);
  }
  return solution;
}

function standards(rows: readonly Float64Array[], width: number) {
  const means = new Float64Array(width);
  const deviations = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    const mean = rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / Math.max(1, rows.length);
    const square = rows.reduce((sum, row) => sum + ((row[i] ?? 0) - mean) ** 2, 0);
    means[i] = mean;
    deviations[i] = Math.sqrt(square / Math.max(1, rows.length)) || 1;
  }
  return { means, deviations };
}

function standardise(
  row: Float64Array,
  means: Float64Array,
  deviations: Float64Array,
): Float64Array {
  return row.map((value, i) => (value - (means[i] ?? 0)) / (deviations[i] ?? 1));
}
