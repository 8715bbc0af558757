import type { Migration } from "../migrate.ts";

/** What each account was known to hold on each day, as seen that day; and the proofs kept, signed. */
export const dailyCash: Migration = {
  version: 220,
  sql: `
CREATE TABLE cash_snapshot (
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  bank_account_id INTEGER NOT NULL REFERENCES bank_account (id),
  balance_minor INTEGER NOT NULL,
  balance_on TEXT,
  taken_at_ms INTEGER NOT NULL,
  PRIMARY KEY (on_date, bank_account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE proof_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  private_key BLOB NOT NULL,
  public_key BLOB NOT NULL
) STRICT;

CREATE TABLE kept_proof (
  id INTEGER PRIMARY KEY,
  on_date TEXT NOT NULL,
  differences INTEGER NOT NULL CHECK (differences >= 0),
  report TEXT NOT NULL CHECK (json_valid(report)),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT;
`,
};
