import { exactParts } from "./exact-parts.ts";

/** A cost in the budget and as it came; amounts are costs, positive when spent. */
export interface FlexibleCost {
  budgetMinor: number;
  actualMinor: number;
  /** Share of the budget that does not follow activity, 0 to 1. */
  fixedShare: number;
  /** Activity of the period over that of the budget; 1 when it is as planned. */
  activity: number;
  /** Hours, kilos or kilometres planned and used, where the variable part is made of them. */
  input?: { planned: number; used: number };
}

/** Overrun of a cost, in cents: positive is spent above the budget. */
export interface CostParts {
  activity: number;
  efficiency: number;
  spending: number;
}

/**
 * Flexible budget: the part of a cost's overrun that activity explains, that of the quantity used
 * for that activity (efficiency, when it is known), and the rest, which is spending. They add up
 * to actual − budget exactly. Source: standard costing (fixed and variable budget).
 */
export function flexibleBudget(cost: FlexibleCost): CostParts {
  const variable = cost.budgetMinor * (1 - cost.fixedShare);
  const activity = variable * (cost.activity - 1);
  const { input } = cost;
  const isMeasured = input !== undefined && input.planned > 0;
  const efficiency = isMeasured
    ? ((input.used - input.planned * cost.activity) * variable) / input.planned
    : 0;
  const delta = cost.actualMinor - cost.budgetMinor;
  const parts = exactParts([activity, efficiency, delta - activity - efficiency], delta);
  return { activity: parts[0] ?? 0, efficiency: parts[1] ?? 0, spending: parts[2] ?? 0 };
}
