import type { Proposal } from "#contract/treasury-memory.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction, Written } from "#main/store/book.ts";
import { oneProposal } from "./proposal-rows.ts";

export interface AskedDecision {
  proposalId: number;
  decision: "accepted" | "refused" | "postponed";
  reason: string;
  untilOn?: string | undefined;
}

/** Writes what a person decided of a proposal. Accepting it does nothing else: people act. */
export function decideProposal(
  tx: Transaction,
  act: Act,
  asked: AskedDecision & { todayOn: string },
): Written<Proposal> | Refusal {
  const { proposalId, decision, reason, todayOn } = asked;
  const before = oneProposal(tx, { proposalId, todayOn });
  if (before === undefined) return refuse("treasury.unknown-proposal", { proposalId });
  const { state, judgeOn, subject } = before;
  if (state !== "open" && state !== "postponed") {
    return refuse("treasury.proposal-decided", { proposalId, state });
  }
  if (decision !== "accepted" && reason === "") {
    return refuse("treasury.reason-needed", { proposalId });
  }
  const untilOn = decision === "postponed" ? (asked.untilOn ?? "") : null;
  if (untilOn !== null && (untilOn <= todayOn || untilOn > judgeOn)) {
    return refuse("treasury.postpone-until", { todayOn, judgeOn });
  }
  tx.writing(
    "INSERT INTO proposal_decision (proposal_id, decision, reason, until_on, at_ms, person) " +
      "VALUES (?, ?, ?, ?, ?, ?)",
  ).run(proposalId, decision, reason, untilOn, act.nowMs, act.person);
  const result = oneProposal(tx, { proposalId, todayOn }) ?? before;
  const after = { decision, reason, untilOn };
  return { result, audit: { subject: `proposal ${proposalId} ${subject}`, before: state, after } };
}
