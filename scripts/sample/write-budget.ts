import { amountCell, csvText } from "./csv-text.ts";

/** Twelve months around 1: sales follow the trade, August is half a month. */
const TRADE = [0.9, 0.95, 1.05, 1, 1, 1.05, 0.95, 0.6, 1.1, 1.1, 1.1, 1.2];
const EVEN = TRADE.map(() => 1);
const DECEMBER = TRADE.map((_, month) => (month === 11 ? 12 : 0));

/** Categories of the budget: name, accounts. */
export const BUDGET_CATEGORIES: readonly (readonly [name: string, accounts: string])[] = [
  ["Matières et fournitures", "601, 602, 607"],
  ["Sous-traitance", "604, 611"],
  ["Énergie et petit matériel", "606"],
  ["Loyers et charges", "612, 613, 614"],
  ["Entretien et maintenance", "615"],
  ["Intérim", "621"],
  ["Déplacements et réceptions", "625"],
  ["Salaires et cotisations", "641, 645"],
];

/** Account or category, euros of a year, and how they spread over its months. */
const YEAR: readonly (readonly [item: string, euros: number, months: readonly number[]])[] = [
  ["706000", 820_000, TRADE],
  ["706100", 290_000, TRADE],
  ["706200", 90_000, TRADE],
  ["706300", 36_000, TRADE],
  ["Matières et fournitures", 192_000, TRADE],
  ["Sous-traitance", 72_000, TRADE],
  ["Énergie et petit matériel", 30_000, EVEN],
  ["Loyers et charges", 69_600, EVEN],
  ["Entretien et maintenance", 14_400, EVEN],
  ["Intérim", 30_000, TRADE],
  ["Déplacements et réceptions", 13_200, EVEN],
  ["Salaires et cotisations", 570_000, EVEN],
  ["616", 4800, EVEN],
  ["6226", 18_000, EVEN],
  ["6242", 8400, TRADE],
  ["626", 4800, EVEN],
  ["627", 1200, EVEN],
  ["63511", 3900, DECEMBER],
  ["6511", 8400, EVEN],
  ["6611", 4800, EVEN],
];

/** The budget of 2026 as the owner set it, a column a month. */
export function budgetCsv(): string {
  const months = EVEN.map((_, month) => `${String(month + 1).padStart(2, "0")}/2026`);
  const rows = YEAR.map(([item, euros, weights]) => {
    const names = /^\d/.test(item) ? [item, ""] : ["", item];
    const amounts = weights.map((weight) => Math.round((euros * weight) / 1200) * 10_000);
    return [...names, ...amounts.map((minor) => (minor === 0 ? "" : amountCell(minor)))];
  });
  return csvText([["Compte", "Catégorie", ...months], ...rows]);
}
