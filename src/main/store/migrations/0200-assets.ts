import type { Migration } from "../migrate.ts";

const date = (column: string) =>
  `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

/** The register of fixed assets with what was booked of each, and the loans with theirs. */
export const assets: Migration = {
  version: 200,
  sql: `
CREATE TABLE asset (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL CHECK (length(label) > 0),
  account TEXT NOT NULL CHECK (account GLOB '2*'),
  cost_minor INTEGER NOT NULL CHECK (cost_minor > 0),
  residual_minor INTEGER NOT NULL CHECK (residual_minor BETWEEN 0 AND cost_minor),
  bought_on TEXT NOT NULL ${date("bought_on")},
  in_service_on TEXT NOT NULL ${date("in_service_on")} CHECK (in_service_on >= bought_on),
  method TEXT NOT NULL CHECK (method IN ('linear', 'declining', 'none')),
  months INTEGER NOT NULL CHECK (months >= 0),
  line_id INTEGER UNIQUE REFERENCES line (id),
  disposed_on TEXT CHECK (disposed_on IS NULL OR disposed_on >= bought_on),
  disposal_entry_id INTEGER REFERENCES entry (id)
) STRICT;

CREATE TABLE asset_posting (
  asset_id INTEGER NOT NULL REFERENCES asset (id),
  entry_id INTEGER NOT NULL REFERENCES entry (id),
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  PRIMARY KEY (asset_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL CHECK (length(label) > 0),
  account TEXT NOT NULL CHECK (account GLOB '1[67]*'),
  principal_minor INTEGER NOT NULL CHECK (principal_minor > 0),
  rate_bps INTEGER NOT NULL CHECK (rate_bps >= 0),
  first_on TEXT NOT NULL ${date("first_on")},
  every TEXT NOT NULL CHECK (every IN ('month', 'quarter', 'year')),
  instalments INTEGER NOT NULL CHECK (instalments > 0),
  kind TEXT NOT NULL CHECK (kind IN ('annuity', 'principal', 'bullet')),
  insurance_minor INTEGER NOT NULL CHECK (insurance_minor >= 0)
) STRICT;

CREATE TABLE loan_posting (
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  number INTEGER NOT NULL CHECK (number > 0),
  entry_id INTEGER NOT NULL REFERENCES entry (id),
  PRIMARY KEY (loan_id, number)
) STRICT, WITHOUT ROWID;
`,
};
