import type { Migration } from "../migrate.ts";

/**
 * Matches made together, to be undone together; how far matching may go on its own on each bank
 * account; and what documents in other currencies amount to in those.
 */
export const recognising: Migration = {
  version: 210,
  sql: `
CREATE TABLE match_batch (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT;
ALTER TABLE match ADD COLUMN batch_id INTEGER REFERENCES match_batch (id);
CREATE INDEX match_of_batch ON match (batch_id) WHERE batch_id IS NOT NULL;

ALTER TABLE invoice ADD COLUMN foreign_currency TEXT;
ALTER TABLE invoice ADD COLUMN foreign_minor INTEGER;
ALTER TABLE bill ADD COLUMN foreign_currency TEXT;
ALTER TABLE bill ADD COLUMN foreign_minor INTEGER;

CREATE INDEX bank_line_amount ON bank_line (bank_account_id, amount_minor);

ALTER TABLE bank_account ADD COLUMN matching TEXT NOT NULL DEFAULT 'automatic'
  CHECK (matching IN ('automatic', 'suggest', 'off'));
`,
};
