import type { Migration } from "../migrate.ts";

/** Imports, received documents, customer invoices and supplier bills. */
export const trade: Migration = {
  version: 30,
  sql: `
CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  report TEXT NOT NULL CHECK (json_valid(report)),
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'read', 'unreadable', 'booked', 'set-aside')),
  reading TEXT CHECK (reading IS NULL OR json_valid(reading)),
  received_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX document_state ON document (state, id);

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
  number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
  party_id INTEGER NOT NULL REFERENCES party (id),
  issued_on TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on >= issued_on),
  label TEXT NOT NULL,
  vat_treatment TEXT NOT NULL,
  currency TEXT NOT NULL DEFAULT 'EUR',
  net_minor INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL CHECK (gross_minor = net_minor + vat_minor),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  import_run_id INTEGER REFERENCES import_run (id)
) STRICT;
CREATE INDEX invoice_party ON invoice (party_id, due_on);
CREATE INDEX invoice_issued ON invoice (issued_on, id);

CREATE TABLE invoice_vat (
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  rate_bps INTEGER NOT NULL CHECK (rate_bps BETWEEN 0 AND 10000),
  net_minor INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  PRIMARY KEY (invoice_id, rate_bps)
) STRICT, WITHOUT ROWID;

CREATE TABLE bill (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
  number TEXT NOT NULL CHECK (length(number) > 0),
  party_id INTEGER NOT NULL REFERENCES party (id),
  issued_on TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on >= issued_on),
  label TEXT NOT NULL,
  expense_account TEXT NOT NULL REFERENCES account (number),
  vat_treatment TEXT NOT NULL,
  currency TEXT NOT NULL DEFAULT 'EUR',
  net_minor INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  gross_minor INTEGER NOT NULL CHECK (gross_minor = net_minor + vat_minor),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  document_id INTEGER REFERENCES document (id),
  import_run_id INTEGER REFERENCES import_run (id),
  UNIQUE (party_id, number, issued_on, gross_minor)
) STRICT;
CREATE INDEX bill_issued ON bill (issued_on, id);

CREATE TABLE bill_vat (
  bill_id INTEGER NOT NULL REFERENCES bill (id),
  rate_bps INTEGER NOT NULL CHECK (rate_bps BETWEEN 0 AND 10000),
  net_minor INTEGER NOT NULL,
  vat_minor INTEGER NOT NULL,
  PRIMARY KEY (bill_id, rate_bps)
) STRICT, WITHOUT ROWID;
`,
};
