import type { Migration } from "../migrate.ts";

/**
 * Periods are open, locked (which a person may lift) or closed for good; a fiscal year is closed
 * once. An opening line names the line that it carries on, and the first of that chain.
 */
export const closing: Migration = {
  version: 90,
  sql: `
CREATE TABLE period_kept (
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'locked', 'closed')),
  PRIMARY KEY (fiscal_year_id, month)
) STRICT, WITHOUT ROWID;
INSERT INTO period_kept (fiscal_year_id, month, state) SELECT fiscal_year_id, month, state FROM period;
DROP TABLE period;
ALTER TABLE period_kept RENAME TO period;
CREATE TRIGGER period_closed BEFORE UPDATE ON period WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed period never opens again'); END;
CREATE TRIGGER period_kept BEFORE DELETE ON period WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed period is never deleted'); END;

CREATE TABLE year_closing (
  fiscal_year_id INTEGER PRIMARY KEY REFERENCES fiscal_year (id),
  closed_at_ms INTEGER NOT NULL,
  closed_by TEXT NOT NULL,
  result_minor INTEGER NOT NULL,
  opening_entry_id INTEGER REFERENCES entry (id)
) STRICT;
CREATE TRIGGER year_closing_unchanged BEFORE UPDATE ON year_closing
BEGIN SELECT RAISE(ABORT, 'a closed year never opens again'); END;
CREATE TRIGGER year_closing_kept BEFORE DELETE ON year_closing
BEGIN SELECT RAISE(ABORT, 'a closed year never opens again'); END;
CREATE TRIGGER entry_in_closed_year BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM year_closing WHERE fiscal_year_id = NEW.fiscal_year_id)
BEGIN SELECT RAISE(ABORT, 'a closed year takes no further entry'); END;

CREATE TABLE closing_answer (
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  point TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  answered_by TEXT NOT NULL,
  answered_at_ms INTEGER NOT NULL,
  PRIMARY KEY (fiscal_year_id, point)
) STRICT, WITHOUT ROWID;

CREATE TABLE carried_line (
  line_id INTEGER PRIMARY KEY REFERENCES line (id),
  origin_id INTEGER NOT NULL UNIQUE REFERENCES line (id),
  root_id INTEGER NOT NULL REFERENCES line (id)
) STRICT;
CREATE INDEX carried_root ON carried_line (root_id, line_id);
`,
};
