import type { Migration } from "../migrate.ts";

const date = (column: string) =>
  `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

/**
 * How the company declares VAT from a date on, its returns, and which part of which line each
 * return took: what was not taken stays for the next one.
 */
export const vat: Migration = {
  version: 180,
  sql: `
CREATE TABLE vat_regime (
  from_on TEXT PRIMARY KEY ${date("from_on")},
  regime TEXT NOT NULL CHECK (regime IN ('ca3-month', 'ca3-quarter', 'ca12', 'none')),
  sales_on_debits INTEGER NOT NULL CHECK (sales_on_debits IN (0, 1)),
  bought_on_debits INTEGER NOT NULL CHECK (bought_on_debits IN (0, 1)),
  coefficient_bps INTEGER NOT NULL CHECK (coefficient_bps BETWEEN 0 AND 10000)
) STRICT, WITHOUT ROWID;

CREATE TABLE vat_return (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL CHECK (form IN ('ca3', 'ca12')),
  starts_on TEXT NOT NULL ${date("starts_on")},
  ends_on TEXT NOT NULL UNIQUE ${date("ends_on")},
  boxes TEXT NOT NULL CHECK (json_valid(boxes)),
  credit_after_minor INTEGER NOT NULL CHECK (credit_after_minor >= 0),
  entry_id INTEGER REFERENCES entry (id),
  declared_at_ms INTEGER NOT NULL,
  declared_by TEXT NOT NULL
) STRICT;

CREATE TABLE vat_part (
  return_id INTEGER NOT NULL REFERENCES vat_return (id) ON DELETE CASCADE,
  line_id INTEGER NOT NULL REFERENCES line (id),
  operation TEXT NOT NULL,
  rate_bps INTEGER,
  base_minor INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  due_on TEXT NOT NULL ${date("due_on")},
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  PRIMARY KEY (return_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vat_part_line ON vat_part (line_id, is_whole);
`,
};
