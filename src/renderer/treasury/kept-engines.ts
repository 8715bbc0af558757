/** The engines whose analyses are kept, in the order in which they are told. */
export const ENGINES = [
  ...(["indicators", "forecast", "reliability", "paymentPatterns", "risk"] as const),
  ...(["warnings", "costDrift", "margins", "seasonality"] as const),
];
export type Engine = (typeof ENGINES)[number];
