import type { Migration } from "../migrate.ts";

/** The budget by account and month; amounts stand as the account usually does. */
export const budget: Migration = {
  version: 190,
  sql: `
CREATE TABLE budget_line (
  account TEXT NOT NULL CHECK (account GLOB '[67]*'),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;
`,
};
