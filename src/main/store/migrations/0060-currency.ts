import type { Migration } from "../migrate.ts";

/** Reference exchange rates, and whether the person turned their source on. */
export const currency: Migration = {
  version: 60,
  sql: `
CREATE TABLE exchange_rate (
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency = upper(currency)),
  dated_on TEXT NOT NULL CHECK (dated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  units_per_euro_micro INTEGER NOT NULL CHECK (units_per_euro_micro > 0),
  import_run_id INTEGER REFERENCES import_run (id),
  PRIMARY KEY (currency, dated_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE rate_source (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT;
INSERT INTO rate_source (id, is_on) VALUES (1, 0);
`,
};
