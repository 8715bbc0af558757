import type { Migration } from "../migrate.ts";

/** Bank accounts, statements, bank lines, matches, the payment schedule and business rules. */
export const bank: Migration = {
  version: 40,
  sql: `
CREATE TABLE bank_account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  iban TEXT UNIQUE,
  account TEXT NOT NULL UNIQUE REFERENCES account (number),
  journal TEXT NOT NULL UNIQUE REFERENCES journal (code),
  currency TEXT NOT NULL DEFAULT 'EUR',
  opening_minor INTEGER NOT NULL DEFAULT 0,
  feed TEXT CHECK (feed IS NULL OR json_valid(feed))
) STRICT;

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  bank_account_id INTEGER NOT NULL REFERENCES bank_account (id),
  opening_minor INTEGER,
  opening_on TEXT,
  closing_minor INTEGER,
  closing_on TEXT,
  import_run_id INTEGER NOT NULL REFERENCES import_run (id)
) STRICT;
CREATE INDEX statement_closing ON statement (bank_account_id, closing_on);

CREATE TABLE bank_line (
  id INTEGER PRIMARY KEY,
  bank_account_id INTEGER NOT NULL REFERENCES bank_account (id),
  booked_on TEXT NOT NULL,
  value_on TEXT,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  label TEXT NOT NULL,
  counterparty_name TEXT,
  counterparty_iban TEXT,
  reference TEXT,
  fingerprint TEXT NOT NULL,
  import_run_id INTEGER NOT NULL REFERENCES import_run (id),
  UNIQUE (bank_account_id, fingerprint)
) STRICT;
CREATE INDEX bank_line_date ON bank_line (bank_account_id, booked_on, id);
CREATE INDEX bank_line_order ON bank_line (booked_on, id);

CREATE TABLE bank_line_key (
  bank_account_id INTEGER NOT NULL REFERENCES bank_account (id),
  key TEXT NOT NULL,
  bank_line_id INTEGER NOT NULL REFERENCES bank_line (id),
  PRIMARY KEY (bank_account_id, key, bank_line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE match (
  id INTEGER PRIMARY KEY,
  bank_line_id INTEGER NOT NULL REFERENCES bank_line (id),
  made_by TEXT NOT NULL CHECK (made_by IN ('engine', 'person', 'rule')),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  undone_by_entry_id INTEGER UNIQUE REFERENCES entry (id),
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX match_active ON match (bank_line_id) WHERE undone_by_entry_id IS NULL;

CREATE TABLE match_allocation (
  match_id INTEGER NOT NULL REFERENCES match (id),
  item_kind TEXT NOT NULL CHECK (item_kind IN ('invoice', 'bill')),
  item_id INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  PRIMARY KEY (match_id, item_kind, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_allocation_item ON match_allocation (item_kind, item_id);

CREATE TABLE suggestion (
  bank_line_id INTEGER PRIMARY KEY REFERENCES bank_line (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('suggested', 'abstained')),
  candidates TEXT NOT NULL CHECK (json_valid(candidates))
) STRICT;

CREATE TABLE match_refusal (
  bank_line_id INTEGER NOT NULL REFERENCES bank_line (id),
  items TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (bank_line_id, items)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule_item (
  id INTEGER PRIMARY KEY,
  due_on TEXT NOT NULL,
  label TEXT NOT NULL CHECK (length(label) > 0),
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  category TEXT NOT NULL DEFAULT '',
  every TEXT NOT NULL CHECK (every IN ('once', 'week', 'month', 'quarter', 'year')),
  until_on TEXT,
  rank INTEGER NOT NULL DEFAULT 1,
  import_run_id INTEGER REFERENCES import_run (id),
  UNIQUE (due_on, label, amount_minor, category, every, rank)
) STRICT;

CREATE TABLE rule_set (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  import_run_id INTEGER NOT NULL REFERENCES import_run (id)
) STRICT;
`,
};
