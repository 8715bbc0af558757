import type { Migration } from "../migrate.ts";

/** Named sets of assumptions, and forecasts frozen as they were seen: those never change. */
export const scenarios: Migration = {
  version: 250,
  sql: `
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  changed_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE scenario_assumption (
  scenario_id INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL CHECK (rank > 0),
  kind TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (scenario_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen_forecast (
  id INTEGER PRIMARY KEY,
  as_on TEXT NOT NULL CHECK (as_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  scenario TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT;
CREATE TRIGGER frozen_forecast_unchanged BEFORE UPDATE ON frozen_forecast
BEGIN SELECT RAISE(ABORT, 'frozen forecasts never change'); END;
CREATE TRIGGER frozen_forecast_kept BEFORE DELETE ON frozen_forecast
BEGIN SELECT RAISE(ABORT, 'frozen forecasts are never deleted'); END;
`,
};
