import type { Migration } from "../migrate.ts";

/**
 * The budget of a category as a whole, by month, beside that of its accounts. The account tells
 * where the amount stands in statements once the category has left the rules.
 */
export const categoryBudget: Migration = {
  version: 260,
  sql: `
CREATE TABLE category_budget_line (
  category TEXT NOT NULL CHECK (length(category) > 0),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  account TEXT NOT NULL CHECK (account GLOB '[67]*'),
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (category, month)
) STRICT, WITHOUT ROWID;
`,
};
