import type { BudgetLine } from "#contract/budget.ts";
import { budgetCategoryOf, categoryKey } from "#contract/budget-category.ts";
import type { office } from "#renderer/office.ts";

export type Category = Awaited<ReturnType<typeof office.statements.listBudgetCategories>>[number];

/** What an amount is the budget of: an account, or a category as a whole. */
export type BudgetItem = { account: string } | { category: string };

/** A category with what is budgeted of it. */
export interface BudgetGroup {
  category: string;
  /** 1 for income, −1 for expenses. */
  sign: 1 | -1;
  items: BudgetItem[];
}

export const itemName = (item: BudgetItem) => ("account" in item ? item.account : item.category);

/** What the lines of a year, and what a person added, budget. */
export function itemsOf(
  lines: readonly BudgetLine[],
  added: readonly BudgetItem[],
): readonly BudgetItem[] {
  const all = [...lines, ...added].map((item) =>
    "account" in item ? { account: item.account } : { category: item.category },
  );
  return [...new Map(all.map((item) => [itemKey(item), item])).values()];
}

export function itemKey(item: BudgetItem): string {
  return "account" in item ? `a ${item.account}` : `c ${item.category}`;
}

/** Items by category in the order of the chart; a category's own amount comes first. */
export function groupsOf(
  items: readonly BudgetItem[],
  categories: readonly Category[],
): BudgetGroup[] {
  const standing = new Map(categories.map((one) => [one.name, one.account]));
  const categoryOf = (item: BudgetItem) =>
    "account" in item ? budgetCategoryOf(categories, item.account) : item.category;
  const place = (category: string) => standing.get(category) ?? category;
  return [...Map.groupBy(items, categoryOf)]
    .map(([category, own]) => ({
      category,
      sign: place(category).startsWith("7") ? (1 as const) : (-1 as const),
      items: own.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)),
    }))
    .toSorted((a, b) => (place(a.category) < place(b.category) ? -1 : 1));
}

function rank(item: BudgetItem): string {
  return "account" in item ? item.account : "";
}

/** What a person typed: an account of three figures or more, a category's name or a class. */
export function readItem(text: string, categories: readonly Category[]): BudgetItem | undefined {
  const typed = text.trim();
  if (/^[67]\d{2,9}$/.test(typed)) return { account: typed };
  const named = categories.find((one) => categoryKey(one.name) === categoryKey(typed));
  const category = named?.name ?? /^([67]\d)(?!\d)/.exec(typed)?.[1];
  return category === undefined ? undefined : { category };
}
