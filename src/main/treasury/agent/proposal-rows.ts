import { addDays } from "#contract/date.ts";
import type { SourceRef } from "#contract/finding.ts";
import type { Proposal } from "#contract/treasury-memory.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { keyOf, pageOf, splitKey } from "#main/store/page.ts";
import type { ProposalDraft } from "./proposal-draft.ts";

/** A refused subject is left alone for this long. */
const QUIET_DAYS = 30;

/** A postponed proposal is open again from its day on. */
const STATE =
  "CASE WHEN d.decision IN ('accepted', 'refused') THEN d.decision " +
  "WHEN o.outcome IS NOT NULL THEN 'lapsed' " +
  "WHEN d.decision = 'postponed' AND d.until_on > @todayOn THEN 'postponed' ELSE 'open' END";

const ROWS =
  `SELECT p.*, ${STATE} AS state, d.reason, d.until_on, d.at_ms AS decided_at_ms, d.person, ` +
  "d.decision, o.outcome, o.effect_minor AS came_minor, o.judged_on FROM cash_proposal p " +
  "LEFT JOIN proposal_decision d ON d.id = " +
  "(SELECT max(id) FROM proposal_decision WHERE proposal_id = p.id) " +
  "LEFT JOIN proposal_outcome o ON o.proposal_id = p.id";

interface Row {
  id: number;
  kind: Proposal["kind"];
  subject: string;
  effect_minor: number;
  facts: string;
  refs: string;
  grade: "A" | "B" | "C";
  observations: number;
  period_days: number;
  made_on: string;
  judge_on: string;
  state: Proposal["state"];
  decision: string | null;
  reason: string;
  until_on: string | null;
  decided_at_ms: number;
  person: string;
  outcome: NonNullable<Proposal["outcome"]>["outcome"] | null;
  came_minor: number | null;
  judged_on: string;
}

/** The agent's proposals, the most at stake first, each in its state of the day. */
export function listProposals(
  read: ReadHandle,
  asked: {
    todayOn: string;
    after?: string | undefined;
    limit: number;
    state?: Proposal["state"] | undefined;
  },
): { rows: Proposal[]; next?: string } {
  const [afterMinor = Number.MAX_SAFE_INTEGER, afterId = 0] =
    asked.after === undefined ? [] : splitKey(asked.after).map(Number);
  const rows = read
    .reading(
      `${ROWS} WHERE (p.effect_minor, p.id) < (@afterMinor, @afterId) ` +
        `AND (@state IS NULL OR ${STATE} = @state) ` +
        "ORDER BY p.effect_minor DESC, p.id DESC LIMIT @most",
    )
    .all({
      ...{ todayOn: asked.todayOn, afterMinor, afterId },
      ...{ state: asked.state ?? null, most: asked.limit + 1 },
    }) as Row[];
  return pageOf(rows.map(asProposal), asked.limit, (row) => keyOf(row.effectMinor, row.proposalId));
}

/** One proposal, in its state of the day. */
export function oneProposal(
  read: ReadHandle,
  asked: { proposalId: number; todayOn: string },
): Proposal | undefined {
  const row = read.reading(`${ROWS} WHERE p.id = @proposalId`).get(asked);
  return row === undefined ? undefined : asProposal(row as Row);
}

/** The proposals whose day is over and that are not judged. */
export function dueForJudging(read: ReadHandle, todayOn: string): Proposal[] {
  const due = `${ROWS} WHERE o.outcome IS NULL AND p.judge_on < @todayOn ORDER BY p.id`;
  return (read.reading(due).all({ todayOn }) as Row[]).map(asProposal);
}

/**
 * Subjects that are not proposed again today: those waiting for a person or for their outcome, and
 * those refused less than thirty days ago.
 */
export function quietSubjects(read: ReadHandle, todayOn: string): Set<string> {
  const sinceMs = Date.parse(addDays(todayOn, -QUIET_DAYS));
  const rows = read
    .reading(
      `SELECT DISTINCT subject FROM (${ROWS}) WHERE ` +
        "(outcome IS NULL AND state <> 'refused') OR (state = 'refused' AND decided_at_ms >= @sinceMs)",
    )
    .all({ todayOn, sinceMs }) as { subject: string }[];
  return new Set(rows.map((row) => row.subject));
}

/** Keeps a proposal. */
export function insertProposal(
  tx: Transaction,
  draft: ProposalDraft,
  at: { madeOn: string; nowMs: number },
): number {
  const { grade, observations, periodDays } = draft.reliability;
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO cash_proposal (kind, subject, effect_minor, facts, refs, grade, observations, " +
        "period_days, made_on, judge_on, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      ...[draft.kind, draft.subject, draft.effectMinor],
      ...[JSON.stringify(draft.facts), JSON.stringify(draft.refs)],
      ...[grade, observations, periodDays, at.madeOn, draft.judgeOn, at.nowMs],
    );
  return Number(lastInsertRowid);
}

function asProposal(row: Row): Proposal {
  const { grade, observations, period_days: periodDays } = row;
  return {
    proposalId: row.id,
    kind: row.kind,
    subject: row.subject,
    effectMinor: row.effect_minor,
    facts: JSON.parse(row.facts) as Proposal["facts"],
    refs: JSON.parse(row.refs) as SourceRef[],
    reliability: { grade, observations, periodDays },
    madeOn: row.made_on,
    judgeOn: row.judge_on,
    state: row.state,
    decision:
      row.decision === null
        ? null
        : {
            ...{ reason: row.reason, untilOn: row.until_on },
            ...{ atMs: row.decided_at_ms, person: row.person },
          },
    outcome:
      row.outcome === null
        ? null
        : { outcome: row.outcome, effectMinor: row.came_minor, judgedOn: row.judged_on },
  };
}
