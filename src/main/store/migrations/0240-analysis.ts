import type { Migration } from "../migrate.ts";

const DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";

/** Rows of these tables are added, never changed nor deleted. */
const KEPT = [
  ...["analysis", "agent_run", "cash_proposal", "proposal_decision", "proposal_outcome"],
  "credit_move",
];

const neverChanged = KEPT.map((table) =>
  ["UPDATE", "DELETE"]
    .map(
      (event) =>
        `CREATE TRIGGER ${table}_no_${event.toLowerCase()} BEFORE ${event} ON ${table} ` +
        "BEGIN SELECT RAISE(ABORT, 'what the treasury remembers is only added to'); END;",
    )
    .join("\n"),
).join("\n");

/**
 * The treasury's memory: analyses as they were found, what the risk agent did and proposed, what
 * people decided and what came of it; the credit of paid calls, and who may rewrite the narrative.
 */
export const analysis: Migration = {
  version: 240,
  sql: `
CREATE TABLE analysis (
  id INTEGER PRIMARY KEY,
  engine TEXT NOT NULL CHECK (length(engine) > 0),
  version INTEGER NOT NULL CHECK (version > 0),
  as_on TEXT NOT NULL CHECK (as_on ${DAY}),
  inputs_sha256 BLOB NOT NULL CHECK (length(inputs_sha256) = 32),
  result TEXT NOT NULL CHECK (json_valid(result)),
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL
) STRICT;
CREATE INDEX analysis_engine ON analysis (engine, id);

CREATE TABLE agent_run (
  id INTEGER PRIMARY KEY,
  on_date TEXT NOT NULL CHECK (on_date ${DAY}),
  last_bank_line_id INTEGER NOT NULL,
  kept INTEGER NOT NULL CHECK (kept >= 0),
  proposed INTEGER NOT NULL CHECK (proposed >= 0),
  judged INTEGER NOT NULL CHECK (judged >= 0),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE cash_proposal (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('remind', 'floor', 'indicator')),
  subject TEXT NOT NULL CHECK (length(subject) > 0),
  effect_minor INTEGER NOT NULL CHECK (effect_minor >= 0),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  refs TEXT NOT NULL CHECK (json_valid(refs)),
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C')),
  observations INTEGER NOT NULL,
  period_days INTEGER NOT NULL,
  made_on TEXT NOT NULL CHECK (made_on ${DAY}),
  judge_on TEXT NOT NULL CHECK (judge_on ${DAY}),
  at_ms INTEGER NOT NULL,
  CHECK (judge_on > made_on)
) STRICT;
CREATE INDEX cash_proposal_subject ON cash_proposal (subject, id);

CREATE TABLE proposal_decision (
  id INTEGER PRIMARY KEY,
  proposal_id INTEGER NOT NULL REFERENCES cash_proposal (id),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'refused', 'postponed')),
  reason TEXT NOT NULL,
  until_on TEXT CHECK (until_on ${DAY}),
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL,
  CHECK ((decision = 'postponed') = (until_on IS NOT NULL))
) STRICT;
CREATE INDEX proposal_decision_of ON proposal_decision (proposal_id, id);

CREATE TABLE proposal_outcome (
  proposal_id INTEGER PRIMARY KEY REFERENCES cash_proposal (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'partly', 'missed', 'unknown')),
  effect_minor INTEGER,
  judged_on TEXT NOT NULL CHECK (judged_on ${DAY}),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE credit_move (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('top-up', 'reserved', 'settled', 'released', 'blocked')),
  tool TEXT NOT NULL,
  estimate_minor INTEGER NOT NULL CHECK (estimate_minor >= 0),
  required_minor INTEGER NOT NULL CHECK (required_minor >= 0),
  minor INTEGER NOT NULL,
  reserved_id INTEGER UNIQUE REFERENCES credit_move (id),
  at_ms INTEGER NOT NULL,
  person TEXT NOT NULL,
  CHECK ((kind IN ('settled', 'released')) = (reserved_id IS NOT NULL))
) STRICT;

CREATE TABLE narrative_writer (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;

${neverChanged}
`,
};
