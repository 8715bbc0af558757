import type { Migration } from "../migrate.ts";

const never = (name: string, event: string) =>
  `CREATE TRIGGER ${name} BEFORE ${event} ON pack_answer ` +
  "BEGIN SELECT RAISE(ABORT, 'an accountant''s answer is kept as received'); END;";

/** Packs for the accountant: the signing key, questions, and the answers that came back. */
export const pack: Migration = {
  version: 80,
  sql: `
CREATE TABLE pack_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  private_key BLOB NOT NULL
) STRICT;

CREATE TABLE pack (
  id TEXT PRIMARY KEY,
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  made_at_ms INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

CREATE TABLE accountant_question (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL CHECK (length(text) > 0),
  entry_id INTEGER REFERENCES entry (id),
  asked_at_ms INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  answer TEXT,
  answered_by TEXT
) STRICT;

CREATE TABLE pack_answer (
  id INTEGER PRIMARY KEY,
  pack_id TEXT NOT NULL REFERENCES pack (id),
  author TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  taken_at_ms INTEGER NOT NULL
) STRICT;
${never("pack_answer_unchanged", "UPDATE")}
${never("pack_answer_kept", "DELETE")}

CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  pack_answer_id INTEGER NOT NULL REFERENCES pack_answer (id),
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  replaces_id INTEGER REFERENCES entry (id),
  entry TEXT NOT NULL CHECK (json_valid(entry)),
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused')),
  refusal TEXT,
  UNIQUE (pack_answer_id, position)
) STRICT;
`,
};
