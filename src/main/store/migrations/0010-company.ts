import type { Migration } from "../migrate.ts";

const date = (column: string) =>
  `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

/** The company, its fiscal years, chart of accounts, journals and parties. */
export const company: Migration = {
  version: 10,
  sql: `
CREATE TABLE company (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length(name) > 0),
  siren TEXT NOT NULL CHECK (length(siren) = 9),
  siret TEXT CHECK (siret IS NULL OR length(siret) = 14),
  vat_number TEXT,
  legal_form TEXT,
  address TEXT NOT NULL DEFAULT '',
  capital_minor INTEGER,
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE fiscal_year (
  id INTEGER PRIMARY KEY,
  starts_on TEXT NOT NULL UNIQUE ${date("starts_on")},
  ends_on TEXT NOT NULL UNIQUE ${date("ends_on")},
  chart TEXT NOT NULL,
  CHECK (ends_on > starts_on)
) STRICT;

CREATE TABLE period (
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  PRIMARY KEY (fiscal_year_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  number TEXT PRIMARY KEY CHECK (number GLOB '[1-9][0-9][0-9]*'),
  party_kind TEXT CHECK (party_kind IN ('customer', 'supplier'))
) STRICT, WITHOUT ROWID;

CREATE TABLE account_year (
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  account TEXT NOT NULL REFERENCES account (number),
  label TEXT NOT NULL CHECK (length(label) > 0),
  PRIMARY KEY (fiscal_year_id, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  code TEXT PRIMARY KEY CHECK (code GLOB '[A-Z]*'),
  label TEXT NOT NULL CHECK (length(label) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('sales', 'purchases', 'bank', 'cash', 'general', 'opening'))
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'supplier')),
  code TEXT NOT NULL CHECK (length(code) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  siren TEXT,
  vat_number TEXT,
  iban TEXT,
  UNIQUE (kind, code)
) STRICT;
CREATE INDEX party_name ON party (kind, name);
`,
};
