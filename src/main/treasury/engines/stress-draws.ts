import { random } from "#main/base/random.ts";
import type { StressArrays } from "./stress-arrays.ts";

const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;
const { edges, widths, heights } = layers();

/**
 * Random numbers by the array, for simulations: a call a number costs more than the number. The
 * generator of `random` (xoshiro128**), its state taken from it, with normals by the ziggurat of
 * 128 layers (Marsaglia and Tsang, 2000). The same seed gives the same numbers everywhere.
 */
export class DrawStream {
  readonly #state: Int32Array;
  readonly #scratch: Uint32Array;
  readonly #spare = new Uint32Array(1);

  /** @param most numbers that are drawn at once */
  constructor(seed: number, most: number) {
    const source = random(seed);
    this.#state = Int32Array.from({ length: 4 }, () => (source.next() * 0x1_0000_0000) | 0);
    this.#scratch = new Uint32Array(most);
  }

  /** Fills the first `count` places with uniform integers of 32 bits. */
  bits(out: Uint32Array, count: number): void {
    fillBits(this.#state, out, count);
  }

  /** Fills the first `count` places with standard normals. */
  normals(out: Float64Array, count: number): void {
    const scratch = this.#scratch;
    this.bits(scratch, count);
    for (let i = 0; i < count; i++) {
      const drawn = (scratch[i] ?? 0) | 0;
      const layer = drawn & 127;
      out[i] =
        Math.abs(drawn) < (edges[layer] ?? 0) ? drawn * (widths[layer] ?? 0) : this.#outside(drawn);
    }
  }

  /** The few draws (about one in forty) that fall outside the rectangle of their layer. */
  #outside(first: number): number {
    for (let drawn = first; ; drawn = this.#again() | 0) {
      const layer = drawn & 127;
      const x = drawn * (widths[layer] ?? 0);
      if (Math.abs(drawn) < (edges[layer] ?? 0)) return x;
      if (layer === 0) return this.#tail(Math.sign(drawn));
      const [above = 0, below = 0] = [heights[layer - 1], heights[layer]];
      if (below + this.#uniform() * (above - below) < Math.exp(-0.5 * x * x)) return x;
    }
  }

  #tail(sign: number): number {
    for (;;) {
      const x = -Math.log(this.#uniform()) / TAIL;
      const y = -Math.log(this.#uniform());
      if (y + y >= x * x) return (sign < 0 ? -1 : 1) * (TAIL + x);
    }
  }

  #uniform(): number {
    return (this.#again() + 0.5) / 0x1_0000_0000;
  }

  #again(): number {
    this.bits(this.#spare, 1);
    return this.#spare[0] ?? 0;
  }
}

function fillBits(state: Int32Array, out: Uint32Array, count: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < count; i++) {
    const turned = Math.imul(b, 5);
    out[i] = Math.imul((turned << 7) | (turned >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function layers() {
  const scale = 2 ** 31;
  const tables = {
    edges: new Float64Array(128),
    widths: new Float64Array(128),
    heights: new Float64Array(128),
  };
  const height = (x: number) => Math.exp(-0.5 * x * x);
  let [x, before] = [TAIL, TAIL];
  const base = AREA / height(TAIL);
  tables.edges[0] = (TAIL / base) * scale;
  tables.edges[1] = 0;
  tables.widths[0] = base / scale;
  tables.widths[127] = TAIL / scale;
  tables.heights[0] = 1;
  tables.heights[127] = height(TAIL);
  for (let i = 126; i >= 1; i--) {
    x = Math.sqrt(-2 * Math.log(AREA / x + height(x)));
    tables.edges[i + 1] = (x / before) * scale;
    before = x;
    tables.heights[i] = height(x);
    tables.widths[i] = x / scale;
  }
  return tables;
}

/** A drawn whole day: thresholds of the running weight, and where to begin to look. */
export interface DayTable {
  days: Int32Array;
  /** Highest draw of each day, ascending; the last is the highest of all draws. */
  upTo: Uint32Array;
  /** First day possible for each of the 256 highest bytes. */
  from: Uint16Array;
}

/** Prepares the drawing of a day by weight; days and weights are parallel, weights sum to any. */
export function dayTable(
  { days, weights }: { days: readonly number[]; weights: readonly number[] },
  arrays: StressArrays,
): DayTable {
  const all = weights.reduce((a, w) => a + w, 0);
  const upTo = arrays.uint32(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] ?? 0;
    upTo[i] = Math.min(0xffff_ffff, Math.max(0, Math.round((sum / all) * 0x1_0000_0000) - 1));
  }
  if (upTo.length > 0) upTo[upTo.length - 1] = 0xffff_ffff;
  let at = 0;
  const from = arrays.uint16(256);
  for (let byte = 0; byte < from.length; byte++) {
    while ((upTo[at] ?? 0xffff_ffff) < byte * 0x100_0000) at++;
    from[byte] = at;
  }
  const drawn = arrays.int32(days.length);
  drawn.set(days);
  return { days: drawn, upTo, from };
}

/**
 * Quantiles of a lognormal of mean 1 at 256 even steps, for draws by the low byte.
 * @param spread its coefficient of variation
 */
export function amountTable(spread: number): Float64Array {
  const sigma = Math.sqrt(Math.log1p(spread * spread));
  const table = NORMAL_STEPS.map((z) => Math.exp(sigma * z));
  const mean = table.reduce((a, v) => a + v, 0) / table.length;
  return table.map((v) => v / mean);
}

const NORMAL_STEPS = Float64Array.from({ length: 256 }, (_, i) => normalQuantile((i + 0.5) / 256));

/** Share of a standard normal below `z`; error under 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * poly;
  return z >= 0 ? 1 - upper : upper;
}

/** The point below which a standard normal has the share `p`, by halving. */
export function normalQuantile(p: number): number {
  let [low, high] = [-8, 8];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
