import type { Migration } from "../migrate.ts";

/** Layouts of entry files that a person made for one accountant's package. */
export const exportProfile: Migration = {
  version: 70,
  sql: `
CREATE TABLE export_profile (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
`,
};
