import type { Migration } from "../migrate.ts";

const never = (name: string, event: string, table: string, words: string) => `
CREATE TRIGGER ${name} BEFORE ${event} ON ${table}
BEGIN SELECT RAISE(ABORT, '${words}'); END;`;

/**
 * Posted entries and their lines. A line's id is its entry's id × 65 536 + its position, so that
 * the lines of an entry lie together; the index on it serves the foreign key alone. Lines come before
 * their entry (deferred foreign key): once the entry row exists nothing can be added to it.
 */
export const ledger: Migration = {
  version: 20,
  sql: `
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  number INTEGER NOT NULL CHECK (number > 0),
  journal TEXT NOT NULL REFERENCES journal (code),
  dated_on TEXT NOT NULL CHECK (dated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  piece_ref TEXT NOT NULL CHECK (length(piece_ref) > 0),
  piece_on TEXT NOT NULL CHECK (piece_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  label TEXT NOT NULL CHECK (length(label) > 0),
  posted_on TEXT NOT NULL CHECK (posted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  posted_at_ms INTEGER NOT NULL,
  origin_kind TEXT,
  origin_id INTEGER,
  reverses_id INTEGER UNIQUE REFERENCES entry (id),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (fiscal_year_id, number)
) STRICT;
CREATE INDEX entry_date ON entry (dated_on, id);
CREATE INDEX entry_origin ON entry (origin_kind, origin_id) WHERE origin_kind IS NOT NULL;

CREATE TABLE line (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 65535),
  dated_on TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (number),
  party_id INTEGER REFERENCES party (id),
  label TEXT NOT NULL CHECK (length(label) > 0),
  debit_minor INTEGER NOT NULL CHECK (debit_minor >= 0),
  credit_minor INTEGER NOT NULL CHECK (credit_minor >= 0),
  due_on TEXT,
  currency TEXT,
  currency_minor INTEGER,
  CHECK ((debit_minor = 0) <> (credit_minor = 0)),
  CHECK ((currency IS NULL) = (currency_minor IS NULL)),
  CHECK (id = entry_id * 65536 + position)
) STRICT;
CREATE INDEX line_entry ON line (entry_id);
CREATE INDEX line_account ON line (account, dated_on, id);
CREATE INDEX line_party ON line (party_id, account) WHERE party_id IS NOT NULL;

CREATE TRIGGER line_late BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'a posted entry takes no further line'); END;

CREATE TRIGGER entry_balanced BEFORE INSERT ON entry
WHEN (SELECT count(*) < 2 OR sum(debit_minor) <> sum(credit_minor) FROM line
      WHERE id BETWEEN NEW.id * 65536 AND NEW.id * 65536 + 65535)
BEGIN SELECT RAISE(ABORT, 'an entry balances over at least two lines'); END;

CREATE TRIGGER entry_numbered BEFORE INSERT ON entry
WHEN NEW.number <> 1 + coalesce(
  (SELECT max(number) FROM entry WHERE fiscal_year_id = NEW.fiscal_year_id), 0)
BEGIN SELECT RAISE(ABORT, 'entry numbers follow one another'); END;
${never("entry_unchanged", "UPDATE", "entry", "posted entries never change")}
${never("entry_kept", "DELETE", "entry", "posted entries are never deleted")}
${never("line_unchanged", "UPDATE", "line", "posted lines never change")}
${never("line_kept", "DELETE", "line", "posted lines are never deleted")}

CREATE TABLE draft_entry (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body)),
  updated_at_ms INTEGER NOT NULL,
  updated_by TEXT NOT NULL
) STRICT;

CREATE TABLE balance (
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  account TEXT NOT NULL REFERENCES account (number),
  month TEXT NOT NULL,
  journal TEXT NOT NULL REFERENCES journal (code),
  debit_minor INTEGER NOT NULL,
  credit_minor INTEGER NOT NULL,
  PRIMARY KEY (fiscal_year_id, account, month, journal)
) STRICT, WITHOUT ROWID;

CREATE TABLE lettering (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (number),
  party_id INTEGER NOT NULL REFERENCES party (id),
  code TEXT NOT NULL CHECK (code GLOB '[A-Za-z]*'),
  lettered_on TEXT NOT NULL,
  UNIQUE (account, party_id, code)
) STRICT;

CREATE TABLE lettering_line (
  line_id INTEGER PRIMARY KEY REFERENCES line (id),
  lettering_id INTEGER NOT NULL REFERENCES lettering (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX lettering_line_group ON lettering_line (lettering_id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL CHECK (length(person) > 0),
  command TEXT NOT NULL CHECK (length(command) > 0),
  subject TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_numbered BEFORE INSERT ON audit
WHEN NEW.id <> 1 + coalesce((SELECT max(id) FROM audit), 0)
BEGIN SELECT RAISE(ABORT, 'audit lines follow one another'); END;
${never("audit_unchanged", "UPDATE", "audit", "audit lines never change")}
${never("audit_kept", "DELETE", "audit", "audit lines are never deleted")}
`,
};
