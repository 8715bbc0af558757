import { isRefusal } from "#main/base/refusal.ts";
import { keepProof, lastDay, listProofs } from "#main/reconciliation/proof/kept-proof.ts";
import { actOf, type OfficeContext, writableOf } from "#main/security/office-context.ts";
import type { WritableBook } from "#main/store/book.ts";
import { isAgentDue, runRiskAgent } from "#main/treasury/agent/risk-agent.ts";
import { takeSnapshot } from "#main/treasury/daily-balances.ts";

const FIRST_LOOK_MS = 20_000;
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Commands that bring bank lines: the risk agent looks again shortly after them. */
const BRINGS_LINES = new Set(["banking.importStatement", "banking.syncFeed"]);

/**
 * What the application does by itself while a book is open: each day it keeps what the accounts
 * hold and runs the risk agent, each week the three-way proof. It looks shortly after the opening
 * and after bank lines have come, then hourly.
 */
export class DailyWork {
  #timer: NodeJS.Timeout | undefined;
  #book: WritableBook | undefined;

  /** Begins to look; a second start replaces the first. */
  start(context: OfficeContext): void {
    this.stop();
    const look = (): void => {
      this.#timer = setTimeout(look, HOUR_MS).unref();
      // A book closed meanwhile, or a full disk: the next look tries again.
      dailyWork(context).catch(() => undefined);
    };
    const soon = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(look, FIRST_LOOK_MS).unref();
    };
    this.#book = writableOf(context);
    this.#book.onCommitted = (command) => {
      if (BRINGS_LINES.has(command)) soon();
    };
    soon();
  }

  /** No look begins any more, whatever a command that runs still commits. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.#book !== undefined) this.#book.onCommitted = undefined;
  }
}

/** What a look found due and did. */
interface Done {
  isSnapshotTaken: boolean;
  isProofKept: boolean;
  isAgentRun: boolean;
}

/** Does what is due now; what another day's look would do again is not repeated. */
export async function dailyWork(context: OfficeContext): Promise<Done> {
  const book = writableOf(context);
  const nowMs = context.now();
  const hasLines = book.read.reading("SELECT 1 FROM bank_line LIMIT 1").get() !== undefined;
  if (!hasLines) return { isSnapshotTaken: false, isProofKept: false, isAgentRun: false };
  const onDate = new Date(nowMs).toISOString().slice(0, 10);
  const isSnapshotTaken = await takeDailySnapshot(context, onDate);
  const isAgentRun = await runAgent(context, onDate);
  const last = listProofs(book.read, 1)[0];
  if (last !== undefined && nowMs - last.atMs < WEEK_MS) {
    return { isSnapshotTaken, isProofKept: false, isAgentRun };
  }
  const act = actOf(context, "reconciliation.keepProof");
  const kept = await keepProof(book, act, lastDay(book.read, nowMs));
  return { isSnapshotTaken, isProofKept: !isRefusal(kept), isAgentRun };
}

async function takeDailySnapshot(context: OfficeContext, onDate: string): Promise<boolean> {
  const book = writableOf(context);
  const taken = book.read.reading("SELECT 1 FROM cash_snapshot WHERE on_date = ?").get(onDate);
  if (taken !== undefined) return false;
  const act = actOf(context, "treasury.snapshot");
  await book.transact(act, (tx) => {
    const accounts = takeSnapshot(tx, { onDate, nowMs: act.nowMs });
    return { result: accounts, audit: { subject: `cash ${onDate}`, after: { accounts } } };
  });
  return true;
}

async function runAgent(context: OfficeContext, todayOn: string): Promise<boolean> {
  const book = writableOf(context);
  if (!isAgentDue(book.read, todayOn)) return false;
  const asOn = lastDay(book.read, context.now());
  const done = await runRiskAgent(book, actOf(context, "treasury.agent"), { asOn, todayOn });
  return !isRefusal(done);
}
