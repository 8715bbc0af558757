import type { Migration } from "../migrate.ts";

const never = (name: string, event: string, table: string) =>
  `CREATE TRIGGER ${name} BEFORE ${event} ON ${table} ` +
  "BEGIN SELECT RAISE(ABORT, 'what was taken over is kept as received'); END;";

/**
 * What an entry was in the file that it was taken over from: its number, journal and dates there.
 * `digest` tells the same entry in a second import. A line keeps its own auxiliary account and
 * letter where the ledger has no place for them: on accounts that are not kept per party.
 */
export const importedEntry: Migration = {
  version: 120,
  sql: `
CREATE TABLE imported_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  fiscal_year_id INTEGER NOT NULL REFERENCES fiscal_year (id),
  imported_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE imported_entry (
  entry_id INTEGER PRIMARY KEY REFERENCES entry (id),
  file_id INTEGER NOT NULL REFERENCES imported_file (id),
  line INTEGER NOT NULL CHECK (line > 0),
  original_number TEXT NOT NULL,
  original_journal TEXT NOT NULL,
  original_on TEXT NOT NULL,
  validated_on TEXT,
  digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 20)
) STRICT;
CREATE INDEX imported_entry_file ON imported_entry (file_id);

CREATE TABLE imported_line (
  line_id INTEGER PRIMARY KEY REFERENCES line (id),
  party_code TEXT,
  party_name TEXT,
  letter TEXT,
  lettered_on TEXT,
  CHECK ((letter IS NULL) = (lettered_on IS NULL)),
  CHECK (party_code IS NOT NULL OR letter IS NOT NULL)
) STRICT;
${never("imported_entry_unchanged", "UPDATE", "imported_entry")}
${never("imported_entry_kept", "DELETE", "imported_entry")}
${never("imported_line_unchanged", "UPDATE", "imported_line")}
${never("imported_line_kept", "DELETE", "imported_line")}
`,
};
