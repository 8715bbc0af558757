/** Costs and sales of one month, in cents. */
export interface MonthlyActivity {
  month: string;
  costMinor: number;
  salesMinor: number;
}

/** How costs follow sales up and down. */
export interface Stickiness {
  /** Change of costs in % for 1 % more sales, then for 1 % less. */
  whenRising: number;
  whenFalling: number;
  /** `whenFalling − whenRising`: negative means that costs come down less than they go up. */
  difference: number;
  /** Its standard error, and whether it is below 0 by more than two of these. */
  error: number;
  isSticky: boolean;
  months: number;
}

const FEWEST_MONTHS = 24;

/**
 * Ratchet index of steps of any unit: rises over rises and falls together. 1 means that costs only
 * ever rise; null when nothing moved.
 */
export function ratchetIndex(steps: readonly number[]): number | null {
  const rises = steps.reduce((sum, s) => sum + Math.max(0, s), 0);
  const falls = steps.reduce((sum, s) => sum + Math.max(0, -s), 0);
  return rises + falls === 0 ? null : rises / (rises + falls);
}

/**
 * Regression of Anderson, Banker and Janakiraman (2003, "Are selling, general, and administrative
 * costs sticky?"): `dlog(cost) = b0 + b1·dlog(sales) + b2·dlog(sales)·[sales fall]`, by least squares
 * on months that follow one another. Null below 24 months or when sales never fall or never rise.
 */
export function stickiness(months: readonly MonthlyActivity[]): Stickiness | null {
  if (months.length < FEWEST_MONTHS) return null;
  const points = months.slice(1).flatMap((m, i) => {
    const before = months[i];
    if (!before) return [];
    const amounts = [m.costMinor, before.costMinor, m.salesMinor, before.salesMinor];
    if (amounts.some((minor) => minor <= 0)) return [];
    const sales = Math.log(m.salesMinor / before.salesMinor);
    return [{ x: [1, sales, Math.min(0, sales)], y: Math.log(m.costMinor / before.costMinor) }];
  });
  if (points.length < FEWEST_MONTHS - 1) return null;
  const fit = leastSquares(points);
  if (fit === undefined) return null;
  const [, rising = 0, difference = 0] = fit.coefficients;
  const [, , error = 0] = fit.errors;
  return {
    ...{ whenRising: rising, whenFalling: rising + difference, difference, error },
    isSticky: difference < -2 * error,
    months: points.length + 1,
  };
}

interface Point {
  x: number[];
  y: number;
}

/** Ordinary least squares by the normal equations; undefined when columns depend on one another. */
function leastSquares(
  points: readonly Point[],
): { coefficients: number[]; errors: number[] } | undefined {
  const width = points[0]?.x.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => i);
  const moment = (i: number, j: number) =>
    points.reduce((sum, p) => sum + (p.x[i] ?? 0) * (p.x[j] ?? 0), 0);
  const inverse = inverseOf(columns.map((i) => columns.map((j) => moment(i, j))));
  if (inverse === undefined) return undefined;
  const target = columns.map((i) => points.reduce((sum, p) => sum + (p.x[i] ?? 0) * p.y, 0));
  const coefficients = inverse.map((row) => dot(row, target));
  const left = points.reduce((sum, p) => sum + (p.y - dot(p.x, coefficients)) ** 2, 0);
  const variance = left / (points.length - width);
  return { coefficients, errors: inverse.map((row, i) => Math.sqrt(variance * (row[i] ?? 0))) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Gauss and Jordan, with the largest pivot of each column. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    const below = rows.slice(c).map((row) => Math.abs(row[c] ?? 0));
    const place = c + below.indexOf(Math.max(...below));
    const pivot = rows[place];
    if (pivot === undefined || Math.abs(pivot[c] ?? 0) < 1e-10) return undefined;
    [rows[c], rows[place]] = [pivot, rows[c] ?? []];
    const scale = pivot[c] ?? 1;
    const unit = pivot.map((value) => value / scale);
    for (const [r, row] of rows.entries()) {
      const factor = row[c] ?? 0;
      rows[r] = r === c ? unit : row.map((value, k) => value - factor * (unit[k] ?? 0));
    }
  }
  return rows.map((row) => row.slice(n));
}
