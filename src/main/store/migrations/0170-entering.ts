import type { Migration } from "../migrate.ts";

const date = (column: string) =>
  `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;

/**
 * Drafts are found by journal, date and total, read from their own body; templates, recurring
 * entries and what they have made; documents attached to an entry or to a draft.
 */
export const entering: Migration = {
  version: 170,
  sql: `
ALTER TABLE draft_entry ADD COLUMN journal TEXT
  GENERATED ALWAYS AS (coalesce(body ->> '$.journal', '')) VIRTUAL;
ALTER TABLE draft_entry ADD COLUMN dated_on TEXT
  GENERATED ALWAYS AS (coalesce(body ->> '$.datedOn', '')) VIRTUAL;
ALTER TABLE draft_entry ADD COLUMN debit_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft_entry ADD COLUMN credit_minor INTEGER NOT NULL DEFAULT 0;
UPDATE draft_entry SET
  debit_minor = (SELECT coalesce(sum(value ->> '$.debitMinor'), 0) FROM json_each(body, '$.lines')),
  credit_minor = (SELECT coalesce(sum(value ->> '$.creditMinor'), 0) FROM json_each(body, '$.lines'));
CREATE INDEX draft_entry_date ON draft_entry (dated_on, id);
CREATE INDEX draft_entry_journal ON draft_entry (journal, dated_on, id);

CREATE TABLE entry_template (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE recurring_entry (
  id INTEGER PRIMARY KEY,
  template_id INTEGER NOT NULL REFERENCES entry_template (id),
  every TEXT NOT NULL CHECK (every IN ('month', 'quarter', 'year')),
  first_on TEXT NOT NULL ${date("first_on")},
  last_on TEXT CHECK (last_on IS NULL OR last_on >= first_on),
  reverses INTEGER NOT NULL DEFAULT 0 CHECK (reverses IN (0, 1))
) STRICT;
CREATE INDEX recurring_entry_template ON recurring_entry (template_id);

CREATE TABLE recurring_made (
  recurring_id INTEGER NOT NULL REFERENCES recurring_entry (id) ON DELETE CASCADE,
  due_on TEXT NOT NULL ${date("due_on")},
  PRIMARY KEY (recurring_id, due_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_document (
  document_id INTEGER NOT NULL REFERENCES document (id),
  entry_id INTEGER REFERENCES entry (id),
  draft_id INTEGER REFERENCES draft_entry (id) ON DELETE CASCADE,
  CHECK ((entry_id IS NULL) <> (draft_id IS NULL)),
  UNIQUE (entry_id, document_id),
  UNIQUE (draft_id, document_id)
) STRICT;
CREATE INDEX entry_document_document ON entry_document (document_id);
`,
};
