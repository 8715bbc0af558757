import type { Migration } from "../migrate.ts";

/** How a person said to read a bank's CSV, by account and header line. */
export const statementLayout: Migration = {
  version: 230,
  sql: `
CREATE TABLE statement_layout (
  bank_account_id INTEGER NOT NULL REFERENCES bank_account (id),
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  is_inverted INTEGER NOT NULL CHECK (is_inverted IN (0, 1)),
  PRIMARY KEY (bank_account_id, headers)
) STRICT, WITHOUT ROWID;
`,
};
