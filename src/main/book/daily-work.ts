import { isRefusal } from "#main/base/refusal.ts";
import { keepProof, lastDay, listProofs } from "#main/reconciliation/proof/kept-proof.ts";
import { actOf, type OfficeContext, writableOf } from "#main/security/office-context.ts";
import { takeSnapshot } from "#main/treasury/daily-balances.ts";

const FIRST_LOOK_MS = 20_000;
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/**
 * What the application does by itself while a book is open: each day it keeps what the accounts
 * hold, each week it runs the three-way proof. It looks shortly after the opening, then hourly.
 */
export class DailyWork {
  #timer: NodeJS.Timeout | undefined;

  /** Begins to look; a second start replaces the first. */
  start(context: OfficeContext): void {
    this.stop();
    const look = (): void => {
      this.#timer = setTimeout(look, HOUR_MS).unref();
      // A book closed meanwhile, or a full disk: the next look tries again.
      dailyWork(context).catch(() => undefined);
    };
    this.#timer = setTimeout(look, FIRST_LOOK_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Does what is due now; what another day's look would do again is not repeated. */
export async function dailyWork(
  context: OfficeContext,
): Promise<{ isSnapshotTaken: boolean; isProofKept: boolean }> {
  const book = writableOf(context);
  const nowMs = context.now();
  const hasLines = book.read.reading("SELECT 1 FROM bank_line LIMIT 1").get() !== undefined;
  if (!hasLines) return { isSnapshotTaken: false, isProofKept: false };
  const onDate = new Date(nowMs).toISOString().slice(0, 10);
  const isTaken =
    book.read.reading("SELECT 1 FROM cash_snapshot WHERE on_date = ?").get(onDate) !== undefined;
  if (!isTaken) {
    await book.transact(actOf(context, "treasury.snapshot"), (tx) => {
      const accounts = takeSnapshot(tx, { onDate, nowMs });
      return { result: accounts, audit: { subject: `cash ${onDate}`, after: { accounts } } };
    });
  }
  const last = listProofs(book.read, 1)[0];
  if (last !== undefined && nowMs - last.atMs < WEEK_MS) {
    return { isSnapshotTaken: !isTaken, isProofKept: false };
  }
  const act = actOf(context, "reconciliation.keepProof");
  const kept = await keepProof(book, act, lastDay(book.read, nowMs));
  return { isSnapshotTaken: !isTaken, isProofKept: !isRefusal(kept) };
}
