import { addDays, daysBetween } from "#contract/date.ts";
import type { BillingChange } from "./forecast-model.ts";

/** What was billed, or paid, on a day. */
export interface BusinessRow {
  on: string;
  amountMinor: number;
  partyId?: string;
}

/** A level is the mean of those of three windows: none of them is best for every company. */
const WINDOWS_DAYS = [91, 182, 365];
/** Independent weeks that such a mean is worth: 1 / Σ of the squared weights of its weeks. */
const LEVEL_WEEKS = 31;
const BLOCK_WEEKS = 4;
const MOST_BLOCKS = 13;
const UNKNOWN_STEP = 0.1;

/** Mean of the daily levels of the windows that the history fills, or of what there is. */
export function dailyLevel(rows: readonly BusinessRow[], asOn: string): number {
  const historyDays = daysSince(rows, asOn);
  if (historyDays === 0) return 0;
  const windows = new Set(WINDOWS_DAYS.map((days) => Math.min(days, historyDays)));
  const levels = [...windows].map((days) => {
    const sinceOn = addDays(asOn, -days);
    const within = rows.filter((r) => r.on > sinceOn && r.on <= asOn);
    return within.reduce((sum, r) => sum + r.amountMinor, 0) / days;
  });
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

/** Days from the first row to the day itself, both counted; 0 without rows. */
export function daysSince(rows: readonly { on: string }[], asOn: string): number {
  if (rows.length === 0) return 0;
  const firstOn = rows.reduce((min, r) => (r.on < min ? r.on : min), asOn);
  return daysBetween(firstOn, asOn) + 1;
}

/** How the level moves: the usual one on the first day, then by so much from each changed day. */
export function levelSteps(
  rows: readonly BusinessRow[],
  asOn: string,
  changes: readonly BillingChange[],
): { day: number; byMinor: number }[] {
  const usual = dailyLevel(rows, asOn);
  const started = changes.map((c) => ({ ...c, day: Math.max(1, daysBetween(asOn, c.fromOn)) }));
  const days = [...new Set(started.map((c) => c.day))].sort((a, b) => a - b);
  const steps = [{ day: 1, byMinor: usual }];
  let before = usual;
  for (const day of days) {
    const inForce = started.filter((c) => c.day <= day);
    const factor = ({ partyId }: BusinessRow) =>
      inForce
        .filter((c) => c.partyId === undefined || c.partyId === partyId)
        .reduce((product, c) => (product * c.factorBps) / 10_000, 1);
    const changed = rows.map((row) => ({ ...row, amountMinor: row.amountMinor * factor(row) }));
    const level = dailyLevel(changed, asOn);
    steps.push({ day, byMinor: level - before });
    before = level;
  }
  return steps;
}

/** How far the noise of single weeks leaves the level unknown, as a share of it. */
export function levelSpread(weeks: readonly number[]): number {
  const mean = weeks.reduce((sum, week) => sum + week, 0) / Math.max(1, weeks.length);
  if (mean === 0 || weeks.length < 2) return 0;
  const squares = weeks.reduce((sum, week) => sum + (week / mean - 1) ** 2, 0);
  const deviation = Math.sqrt(squares / (weeks.length - 1));
  return deviation / Math.sqrt(Math.min(LEVEL_WEEKS, weeks.length));
}

/** Totals of whole weeks back from the analysis date, newest first. */
export function weekTotals(
  rows: readonly { on: string; amountMinor: number }[],
  asOn: string,
  historyDays: number,
): number[] {
  const count = Math.min(BLOCK_WEEKS * MOST_BLOCKS, Math.floor(historyDays / 7));
  const totals = Array.from({ length: count }, () => 0);
  for (const row of rows) {
    const week = Math.floor(daysBetween(row.on, asOn) / 7);
    if (week < count) totals[week] = (totals[week] ?? 0) + row.amountMinor;
  }
  return totals;
}

/**
 * Deviation of the level's own weekly step, as a share of the level: four-week totals change by
 * noise (which turns back the month after, covariance −σ²) and by a walk of the level, which is
 * what is left of the variance when twice that covariance is added back (local level model).
 */
export function levelStep(weeks: readonly number[]): number {
  const blocks: number[] = [];
  for (let i = 0; i + BLOCK_WEEKS <= weeks.length; i += BLOCK_WEEKS) {
    blocks.push(weeks.slice(i, i + BLOCK_WEEKS).reduce((a, m) => a + m, 0));
  }
  const mean = blocks.reduce((a, m) => a + m, 0) / blocks.length;
  if (blocks.length < 4 || mean === 0) return UNKNOWN_STEP;
  const steps = blocks.slice(1).map((m, i) => (m - (blocks[i] ?? m)) / mean);
  const products = steps.slice(1).map((s, i) => s * (steps[i] ?? 0));
  const variance = steps.reduce((a, s) => a + s * s, 0) / steps.length;
  const turning = products.reduce((a, p) => a + p, 0) / Math.max(1, products.length);
  const walk = Math.max(0, variance + 2 * Math.min(0, turning));
  return Math.min(0.3, Math.sqrt(walk / BLOCK_WEEKS));
}
