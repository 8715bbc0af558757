import type { Migration } from "../migrate.ts";

/** How much lettering may write off by itself, in cents. */
export const letteringSetting: Migration = {
  version: 100,
  sql: `
CREATE TABLE lettering_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  limit_minor INTEGER NOT NULL CHECK (limit_minor >= 0)
) STRICT;
INSERT INTO lettering_setting (id, limit_minor) VALUES (1, 100);
`,
};
