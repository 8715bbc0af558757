import type { StressArrays } from "./stress-arrays.ts";
import { BLOCK_RUNS, BusinessDraw, type BusinessParts } from "./stress-business.ts";
import {
  amountTable,
  type DayTable,
  type DrawStream,
  dayTable,
  normalQuantile,
} from "./stress-draws.ts";
import type { StressHit, StressModel } from "./stress-model.ts";

/** Part of a customer's failing that all customers share (the asset correlation of Basel II). */
const COMMON_LOSS = 0.15;
const STEADY_SPREAD = 0.1;
const JITTER_REACH = 4;

interface DrawnItem {
  table: DayTable;
  amountMinor: number;
  isCustomer: boolean;
  /** Index among the customers that may fail, or −1. */
  loss: number;
}

/** A model made ready to be drawn block after block; the arrays are used again by each. */
export interface StressBlock {
  readonly horizonDays: number;
  /** Change of the balance: `change[day * BLOCK_RUNS + run]`, the row after the last is waste. */
  readonly change: Float64Array<ArrayBuffer>;
  /** Day on which each item was paid, horizon + 1 for later or never, in the model's order. */
  readonly paidDays: Uint16Array;
  /** Draws the next block of runs. */
  draw(count: number): void;
}

interface Parts extends BusinessParts {
  rows: number;
  paidDays: Uint16Array;
  shock: Float64Array;
  lost: Uint8Array;
}

/** Prepares the tables of a model; the stream is drawn in the same order whatever its values. */
export function stressBlock(
  model: StressModel,
  stream: DrawStream,
  arrays: StressArrays,
): StressBlock {
  const rows = model.horizonDays + 2;
  const parts: Parts = {
    rows,
    stream,
    change: arrays.float64(rows * BLOCK_RUNS),
    paidDays: arrays.uint16(model.items.length * BLOCK_RUNS),
    bits: arrays.uint32(BLOCK_RUNS),
    normals: arrays.float64(BLOCK_RUNS),
    shift: { customer: arrays.int32(BLOCK_RUNS), supplier: arrays.int32(BLOCK_RUNS) },
    shock: arrays.float64(BLOCK_RUNS),
    lost: arrays.uint8(model.losses.length * BLOCK_RUNS),
  };
  const lossAt = new Map(model.losses.map(({ partyId }, i) => [partyId, i]));
  const items = model.items.map(
    (item): DrawnItem => ({
      table: dayTable(item, arrays),
      amountMinor: item.amountMinor,
      isCustomer: item.side === "customer",
      loss: item.side === "customer" ? (lossAt.get(item.partyId) ?? -1) : -1,
    }),
  );
  const limits = model.losses.map(({ share }) => normalQuantile(1 - share));
  const loose = looseHits(
    model.hits.filter((hit) => !isSteady(hit)),
    arrays,
  );
  const steady = steadyDays(model.hits.filter(isSteady), model.horizonDays);
  const sides = model.business.map(
    (business) => new BusinessDraw(business, model.horizonDays, arrays),
  );
  return {
    horizonDays: model.horizonDays,
    change: parts.change,
    paidDays: parts.paidDays,
    draw(count) {
      setCertain(parts, model.certain);
      drawShifts(parts, model.shiftDays, count);
      for (const [i, limit] of limits.entries()) drawLosses(parts, { at: i, limit, count });
      for (const [i, item] of items.entries()) drawItem(parts, item, { at: i, count });
      for (const hit of loose) drawHit(parts, hit, count);
      for (const day of steady) drawSteady(parts, day, count);
      for (const side of sides) side.draw(parts, count);
    },
  };
}

function setCertain({ change, rows }: Parts, certain: readonly number[]): void {
  for (let day = 0; day < rows; day++) {
    change.fill(certain[day] ?? 0, day * BLOCK_RUNS, (day + 1) * BLOCK_RUNS);
  }
}

/** The shift that all customers share, and that of all suppliers, in whole days. */
function drawShifts(
  { stream, normals, shift, shock }: Parts,
  deviation: StressModel["shiftDays"],
  count: number,
): void {
  for (const side of ["customer", "supplier"] as const) {
    stream.normals(normals, count);
    if (side === "customer") shock.set(normals);
    for (let run = 0; run < count; run++) {
      shift[side][run] = Math.round((normals[run] ?? 0) * deviation[side]);
    }
  }
}

/** A customer fails when its own share of luck and the common shock pass its limit together. */
function drawLosses(
  { stream, normals, shock, lost }: Parts,
  { at, limit, count }: { at: number; limit: number; count: number },
): void {
  stream.normals(normals, count);
  const [common, own] = [Math.sqrt(COMMON_LOSS), Math.sqrt(1 - COMMON_LOSS)];
  for (let run = 0; run < count; run++) {
    const strain = common * (shock[run] ?? 0) + own * (normals[run] ?? 0);
    lost[at * BLOCK_RUNS + run] = strain > limit ? 1 : 0;
  }
}

function drawItem(
  parts: Parts,
  { table, amountMinor, isCustomer, loss }: DrawnItem,
  { at, count }: { at: number; count: number },
): void {
  const { change, bits, lost, paidDays } = parts;
  const { days, upTo, from } = table;
  const shift = isCustomer ? parts.shift.customer : parts.shift.supplier;
  const never = parts.rows - 1;
  parts.stream.bits(bits, count);
  for (let run = 0; run < count; run++) {
    const drawn = bits[run] ?? 0;
    let i = from[drawn >>> 24] ?? 0;
    while (drawn > (upTo[i] ?? 0)) i++;
    let day = (days[i] ?? 0) + (shift[run] ?? 0);
    if (day < 1) day = 1;
    if (day > never || (loss >= 0 && lost[loss * BLOCK_RUNS + run] === 1)) day = never;
    const cell = day * BLOCK_RUNS + run;
    change[cell] = (change[cell] ?? 0) + amountMinor;
    paidDays[at * BLOCK_RUNS + run] = day;
  }
}

interface LooseHit {
  day: number;
  meanMinor: number;
  /** Days before or after its own. */
  offsets: DayTable;
  /** Multiples of its mean. */
  amounts: Float64Array;
}

/** A flow's hits vary alike and share their tables. */
function looseHits(hits: readonly StressHit[], arrays: StressArrays): LooseHit[] {
  const offsets = shared((jitterDays) => offsetTable(jitterDays, arrays));
  const amounts = shared(amountTable);
  return hits.map(({ day, meanMinor, jitterDays, spread }) => {
    return { day, meanMinor, offsets: offsets(jitterDays), amounts: amounts(spread) };
  });
}

/** Makes the table of each value once. */
function shared<T>(tableOf: (value: number) => T): (value: number) => T {
  const tables = new Map<number, T>();
  return (value) => {
    const table = tables.get(value) ?? tableOf(value);
    tables.set(value, table);
    return table;
  };
}

function offsetTable(jitterDays: number, arrays: StressArrays): DayTable {
  const reach = Math.ceil(JITTER_REACH * jitterDays);
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const weights = offsets.map((o) =>
    jitterDays === 0 ? 1 : Math.exp(-0.5 * (o / jitterDays) ** 2),
  );
  return dayTable({ days: offsets, weights }, arrays);
}

/** One draw gives both: the day by its high bits, the amount by its low ones. */
function drawHit({ change, bits, stream, rows }: Parts, hit: LooseHit, count: number): void {
  const { days, upTo, from } = hit.offsets;
  const { day: own, meanMinor, amounts } = hit;
  stream.bits(bits, count);
  for (let run = 0; run < count; run++) {
    const drawn = bits[run] ?? 0;
    let i = from[drawn >>> 24] ?? 0;
    while (drawn > (upTo[i] ?? 0)) i++;
    const day = Math.min(Math.max(1, own + (days[i] ?? 0)), rows - 1);
    const cell = day * BLOCK_RUNS + run;
    change[cell] = (change[cell] ?? 0) + (amounts[drawn & 255] ?? 0) * meanMinor;
  }
}

/** On a fixed day and of nearly the same amount, a hit is as good as normal. */
function isSteady(hit: StressHit): boolean {
  return hit.jitterDays === 0 && hit.spread <= STEADY_SPREAD;
}

interface SteadyDay {
  day: number;
  meanMinor: number;
  deviation: number;
}

/** The steady hits of a day together: independent normals add up to one normal. */
function steadyDays(hits: readonly StressHit[], horizonDays: number): SteadyDay[] {
  const days = new Map<number, SteadyDay>();
  for (const { day, meanMinor, spread } of hits) {
    if (day > horizonDays) continue;
    const sum = days.get(day) ?? { day, meanMinor: 0, deviation: 0 };
    sum.meanMinor += meanMinor;
    sum.deviation = Math.hypot(sum.deviation, spread * meanMinor);
    days.set(day, sum);
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

function drawSteady({ change, normals, stream }: Parts, of: SteadyDay, count: number): void {
  const row = of.day * BLOCK_RUNS;
  const { meanMinor, deviation } = of;
  if (deviation > 0) stream.normals(normals, count);
  for (let run = 0; run < count; run++) {
    const noise = deviation > 0 ? deviation * (normals[run] ?? 0) : 0;
    change[row + run] = (change[row + run] ?? 0) + meanMinor + noise;
  }
}
