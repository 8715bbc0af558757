import { addDays } from "#contract/date.ts";
import type { Proposal } from "#contract/treasury-memory.ts";
import { bankAccounts, knownBalance } from "#main/banking/bank-accounts.ts";
import { openItem } from "#main/reconciliation/open-items.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { lastAnalysis } from "../analyses/kept-analyses.ts";
import { cashPosition } from "../forecast.ts";

/** Days that a judgement waits for the bank lines of its day before it says that it cannot tell. */
const PATIENCE_DAYS = 45;

export interface Judgement {
  outcome: NonNullable<Proposal["outcome"]>["outcome"];
  effectMinor: number | null;
}

/**
 * What came of a proposal, from the book alone and whatever was decided: what was refused is judged
 * too, so that accepting can be compared with leaving it. Null while the bank's lines do not reach
 * the day said; unknown once they are six weeks late.
 */
export function judgeProposal(
  read: ReadHandle,
  proposal: Proposal,
  todayOn: string,
): Judgement | null {
  const { asOn } = cashPosition(read);
  if (asOn === null || asOn < proposal.judgeOn) {
    const isLost = todayOn > addDays(proposal.judgeOn, PATIENCE_DAYS);
    return isLost ? { outcome: "unknown", effectMinor: null } : null;
  }
  if (proposal.kind === "remind") return judgeReminder(read, proposal);
  return proposal.kind === "floor" ? judgeFloor(read, proposal) : judgeIndicator(read, proposal);
}

/** Paid or not by the day said; payments that the bank booked later do not count. */
function judgeReminder(read: ReadHandle, { facts, judgeOn }: Proposal): Judgement {
  const invoiceId = Number(facts.invoiceId);
  const openMinor = Number(facts.openMinor);
  const item = openItem(read, "invoice", invoiceId);
  if (item === undefined) return { outcome: "unknown", effectMinor: null };
  const { minor: laterMinor } = read
    .reading(
      "SELECT coalesce(sum(a.amount_minor), 0) AS minor FROM match_allocation a " +
        "JOIN match m ON m.id = a.match_id JOIN bank_line b ON b.id = m.bank_line_id " +
        "WHERE a.item_kind = 'invoice' AND a.item_id = ? AND m.undone_by_entry_id IS NULL " +
        "AND b.booked_on > ?",
    )
    .get(invoiceId, judgeOn) as { minor: number };
  const cameMinor = Math.max(0, openMinor - item.openMinor - laterMinor);
  const outcome = cameMinor >= openMinor ? "reached" : cameMinor > 0 ? "partly" : "missed";
  return { outcome, effectMinor: cameMinor };
}

/** Kept above the floor or not, on every day from the crossing to the lowest. */
function judgeFloor(read: ReadHandle, { facts, judgeOn }: Proposal): Judgement {
  const floorMinor = Number(facts.floorMinor);
  let lowestMinor = Number.POSITIVE_INFINITY;
  for (let on = String(facts.crossedOn); on <= judgeOn; on = addDays(on, 1)) {
    lowestMinor = Math.min(lowestMinor, balanceOn(read, on));
  }
  const effectMinor = lowestMinor - Number(facts.lowestMinor);
  if (lowestMinor >= floorMinor) return { outcome: "reached", effectMinor };
  return { outcome: effectMinor > 0 ? "partly" : "missed", effectMinor };
}

/** Back by half of its move or more is reached, by a quarter partly. */
function judgeIndicator(read: ReadHandle, { facts, judgeOn }: Proposal): Judgement {
  const last = lastAnalysis(read, "indicators");
  const value = last?.figures.find((figure) => figure.key === facts.key)?.value ?? null;
  const move = Number(facts.to) - Number(facts.from);
  if (last === undefined || last.asOn < judgeOn || value === null || move === 0) {
    return { outcome: "unknown", effectMinor: null };
  }
  const back = (Number(facts.to) - value) / move;
  const outcome = back >= 0.5 ? "reached" : back >= 0.25 ? "partly" : "missed";
  return { outcome, effectMinor: null };
}

function balanceOn(read: ReadHandle, on: string): number {
  return bankAccounts(read).reduce((sum, one) => sum + knownBalance(read, one, on).balanceMinor, 0);
}
