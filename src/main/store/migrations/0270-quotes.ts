import type { Migration } from "../migrate.ts";

/** Quotes given to customers: no entry, only what may be billed one day and how likely it is. */
export const quotes: Migration = {
  version: 270,
  sql: `
CREATE TABLE quote (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
  customer TEXT NOT NULL CHECK (length(customer) > 0),
  label TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  expected_on TEXT NOT NULL CHECK (expected_on >= issued_on),
  net_minor INTEGER NOT NULL CHECK (net_minor > 0),
  gross_minor INTEGER NOT NULL CHECK (gross_minor >= net_minor),
  probability_bps INTEGER CHECK (probability_bps BETWEEN 0 AND 10000),
  state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost', 'invoiced')),
  import_run_id INTEGER REFERENCES import_run (id),
  changed_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX quote_by_state ON quote (state, expected_on);
`,
};
