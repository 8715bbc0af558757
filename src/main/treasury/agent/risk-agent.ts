import type { AnalyseOutcome } from "#contract/treasury-memory.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction, WritableBook } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { keepAnalyses } from "../analyses/keep-analyses.ts";
import { lastAnalysis } from "../analyses/kept-analyses.ts";
import { weekBefore } from "../analyses/what-changed.ts";
import { cashPosition, forecast, paidHistory, unpaidItems } from "../forecast.ts";
import { paymentsOnAccount } from "../payments-on-account.ts";
import { judgeProposal } from "./judge-proposal.ts";
import type { ProposalDraft } from "./proposal-draft.ts";
import { dueForJudging, insertProposal, listProposals, quietSubjects } from "./proposal-rows.ts";
import { proposeFloor } from "./propose-floor.ts";
import { proposeIndicators } from "./propose-indicators.ts";
import { proposeReminders } from "./propose-reminders.ts";

/** Open proposals at most: a longer list is not read. */
const MOST_OPEN = 12;

/** What one run of the agent did. */
export interface AgentRun {
  kept: number;
  proposed: number;
  judged: number;
}

/** Whether the agent has something to do: a new day, or bank lines since its last run. */
export function isAgentDue(read: ReadHandle, todayOn: string): boolean {
  const last = read
    .reading(
      "SELECT on_date AS onDate, last_bank_line_id AS lineId FROM agent_run ORDER BY id DESC LIMIT 1",
    )
    .get() as { onDate: string; lineId: number } | undefined;
  return last === undefined || last.onDate < todayOn || last.lineId < lastBankLine(read);
}

/**
 * One run of the risk agent: the engines' analyses are kept, proposals past their day are judged
 * from the book, new ones are made. It writes to the treasury's memory only: nothing moves money.
 */
export async function runRiskAgent(
  book: WritableBook,
  act: Act,
  at: { asOn: string; todayOn: string },
): Promise<AgentRun | Refusal> {
  const analysed = await keepAnalyses(book, { ...act, command: "treasury.analyse" }, at);
  if (isRefusal(analysed)) return analysed;
  return book.transact<AgentRun>(act, (tx) => {
    const judged = judgeDue(tx, act, at.todayOn);
    const proposed = proposeNew(tx, act, at);
    const kept = analysed.filter((one: AnalyseOutcome) => one.outcome === "kept").length;
    const run = { kept, proposed: proposed.length, judged: judged.length };
    tx.writing(
      "INSERT INTO agent_run (on_date, last_bank_line_id, kept, proposed, judged, at_ms) " +
        "VALUES (?, ?, ?, ?, ?, ?)",
    ).run(at.todayOn, lastBankLine(tx), run.kept, run.proposed, run.judged, act.nowMs);
    return { result: run, audit: { subject: `agent ${at.todayOn}`, after: { proposed, judged } } };
  });
}

function judgeDue(tx: Transaction, act: Act, todayOn: string): object[] {
  return dueForJudging(tx, todayOn).flatMap((proposal) => {
    const judgement = judgeProposal(tx, proposal, todayOn);
    if (judgement === null) return [];
    const { proposalId } = proposal;
    tx.writing(
      "INSERT INTO proposal_outcome (proposal_id, outcome, effect_minor, judged_on, at_ms) " +
        "VALUES (?, ?, ?, ?, ?)",
    ).run(proposalId, judgement.outcome, judgement.effectMinor, todayOn, act.nowMs);
    return [{ proposalId, ...judgement }];
  });
}

function proposeNew(tx: Transaction, act: Act, at: { asOn: string; todayOn: string }): object[] {
  const { todayOn } = at;
  const quiet = quietSubjects(tx, todayOn);
  const open = listProposals(tx, { todayOn, state: "open", limit: MOST_OPEN }).rows.length;
  return draftsOf(tx, todayOn)
    .filter((draft) => !quiet.has(draft.subject))
    .slice(0, Math.max(0, MOST_OPEN - open))
    .map((draft) => {
      const proposalId = insertProposal(tx, draft, { madeOn: todayOn, nowMs: act.nowMs });
      const { subject, effectMinor, judgeOn } = draft;
      return { proposalId, subject, effectMinor, judgeOn };
    });
}

/** All that the findings of the day call for: the floor first, then what is most at stake. */
function draftsOf(read: ReadHandle, todayOn: string): ProposalDraft[] {
  const now = lastAnalysis(read, "indicators");
  const before = now && weekBefore(read, now);
  const moved = now && before ? proposeIndicators({ asOn: todayOn, before, now: now.figures }) : [];
  const { asOn: bankOn } = cashPosition(read);
  if (bankOn === null) return moved;
  const found = forecast(read, { todayOn });
  const knownOn = bankOn < todayOn ? bankOn : todayOn;
  const account = paymentsOnAccount(read);
  const invoices = unpaidItems(account, todayOn)
    .filter((item) => item.itemKind === "invoice" && item.kind === "invoice")
    .map(({ itemId: invoiceId, ...item }) => ({ ...item, invoiceId }));
  const paid = paidHistory(read, account);
  const reminders = proposeReminders({ asOn: todayOn, knownOn, invoices, paidHistory: paid });
  const others = [...moved, ...reminders].sort((a, b) => b.effectMinor - a.effectMinor);
  return [...proposeFloor(found, todayOn), ...others];
}

function lastBankLine(read: ReadHandle): number {
  const { id } = read.reading("SELECT max(id) AS id FROM bank_line").get() as { id: number | null };
  return id ?? 0;
}
