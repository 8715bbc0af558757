import type { Box } from "./report-sheet.ts";

/** Amounts on an upright axis, with round steps between its ends. */
export interface MoneyScale {
  y: (minor: number) => number;
  steps: number[];
}

const MOST_STEPS = 5;

/** An axis from the least to the most of the amounts, with zero in it where it is near. */
export function moneyScale(amounts: readonly number[], box: Box): MoneyScale {
  const least = amounts.reduce((a, b) => Math.min(a, b), 0);
  const most = amounts.reduce((a, b) => Math.max(a, b), 0);
  const wide = Math.max(100, most - least);
  const step = roundStep(wide / MOST_STEPS);
  const [from, to] = [Math.floor(least / step) * step, Math.max(1, Math.ceil(most / step)) * step];
  const count = Math.round((to - from) / step);
  return {
    y: (minor) => box.y + box.height * (1 - (minor - from) / (to - from)),
    steps: Array.from({ length: count + 1 }, (_, i) => from + i * step),
  };
}

/** The next of 1, 2, 5, 10, 20... */
function roundStep(least: number): number {
  const ten = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((n) => n * ten >= least) ?? 10) * ten;
}
