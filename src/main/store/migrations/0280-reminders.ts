import type { Migration } from "../migrate.ts";

/** Reminders that people made, each with its invoices as they stood, to measure what they do. */
export const reminders: Migration = {
  version: 280,
  sql: `
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'call', 'formal-notice')),
  party_id INTEGER NOT NULL REFERENCES party (id),
  done_on TEXT NOT NULL,
  person TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_by_party ON reminder (party_id, done_on);

CREATE TABLE reminder_invoice (
  reminder_id INTEGER NOT NULL REFERENCES reminder (id) ON DELETE CASCADE,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  open_minor INTEGER NOT NULL CHECK (open_minor > 0),
  deadline_on TEXT NOT NULL,
  paid_before_bps INTEGER NOT NULL CHECK (paid_before_bps BETWEEN 0 AND 10000),
  PRIMARY KEY (reminder_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_invoice_by_invoice ON reminder_invoice (invoice_id);
`,
};
