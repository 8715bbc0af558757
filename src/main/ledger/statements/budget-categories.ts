import {
  budgetCategoryOf,
  type CategoryEdit,
  categoryKey,
  type NamedCategory,
} from "#contract/budget-category.ts";
import { adoptRules } from "#main/automation/adopt-rules.ts";
import { editList, type WrittenItem } from "#main/automation/edit-list.ts";
import { rulesInForce, rulesSource } from "#main/automation/rules-in-force.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

interface BudgetCategory extends NamedCategory {
  account: string;
  isInRules: boolean;
}

/** The categories that the company budgets by, then those with a budget that left its rules. */
export function budgetCategories(read: ReadHandle): BudgetCategory[] {
  const { budget } = rulesInForce(read);
  const known = new Set(budget.map(({ name }) => name));
  const budgeted = read
    .reading(
      "SELECT category AS name, max(account) AS account FROM category_budget_line " +
        "WHERE category NOT GLOB '[67][0-9]' GROUP BY category ORDER BY category",
    )
    .all() as { name: string; account: string }[];
  return [
    ...budget.map((one) => ({ ...one, account: one.accounts[0] ?? "", isInRules: true })),
    // The accounts of those have another category now: only their amounts are left.
    ...budgeted
      .filter(({ name }) => !known.has(name))
      .map((gone) => ({ ...gone, accounts: [], isInRules: false })),
  ];
}

/** The category of each account under the rules in force. */
export function categoryFinder(read: ReadHandle): (account: string) => string {
  const { budget } = rulesInForce(read);
  const known = new Map<string, string>();
  return (account) => {
    const found = known.get(account) ?? budgetCategoryOf(budget, account);
    known.set(account, found);
    return found;
  };
}

/** The category that a person wrote: a name, or a class of two figures before its title. */
export function writtenCategory(
  categories: readonly NamedCategory[],
  written: string,
): string | undefined {
  const key = categoryKey(written);
  const named = categories.find(({ name }) => categoryKey(name) === key);
  return named?.name ?? /^([67]\d)(?!\d)/.exec(written.trim())?.[1];
}

/** Where a category's own amount stands while nothing moved: its first account, or the class. */
export function carrierOf(categories: readonly NamedCategory[], name: string): string | undefined {
  const first = categories.find((one) => one.name === name)?.accounts[0];
  return first ?? (/^[67]\d$/.test(name) ? name : undefined);
}

/** Changes the categories in `rules.yaml`; a new name takes the budget of the old one along. */
export function editBudgetCategory(
  tx: Transaction,
  act: Act,
  edit: CategoryEdit,
): { categories: number } | Refusal {
  const { budget } = rulesInForce(tx);
  const before = edit.kind === "add" ? undefined : budget[edit.place];
  if (edit.kind !== "add" && before === undefined) {
    const allowed = budget.map(({ name }) => name);
    return refuse("statements.no-such-category", { category: String(edit.place + 1), allowed });
  }
  const change = edit.kind === "remove" ? edit : { ...edit, item: written(edit.category) };
  const source = editList(rulesSource(tx), "budget", change);
  const rules = isRefusal(source) ? source : adoptRules(tx, act, source);
  if (isRefusal(rules)) return rules;
  if (edit.kind === "replace" && before !== undefined && before.name !== edit.category.name) {
    renameBudget(tx, before.name, edit.category.name);
  }
  return { categories: rules.budget.length };
}

/** A name that kept amounts of its own, from before it left the rules, gets the others added. */
function renameBudget(tx: Transaction, from: string, to: string): void {
  tx.writing(
    "INSERT INTO category_budget_line (category, month, account, amount_minor) " +
      "SELECT ?, month, account, amount_minor FROM category_budget_line WHERE category = ? " +
      "ON CONFLICT DO UPDATE SET amount_minor = amount_minor + excluded.amount_minor",
  ).run(to, from);
  tx.writing("DELETE FROM category_budget_line WHERE category = ?").run(from);
}

function written({ name, accounts }: NamedCategory): WrittenItem {
  return { nom: name, comptes: accounts };
}
