import type { Migration } from "../migrate.ts";

/** Finds the bank's own ids of a line, for joining a live feed with files. */
export const bankLineKeys: Migration = {
  version: 50,
  sql: "CREATE INDEX bank_line_key_line ON bank_line_key (bank_line_id);",
};
