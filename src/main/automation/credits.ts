import type { CreditMove } from "#contract/treasury-writer.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** A reservation whose call never ended (the application was closed) is given back after this. */
const STALE_MS = 3_600_000;
const MOST_MOVES = 50;

/** What a paid call is expected to cost, in cents, and the margin above it: 2000 is 20 %. */
export interface PaidCall {
  tool: string;
  estimateMinor: number;
  marginBps: number;
}

export interface CreditCheck {
  balanceMinor: number;
  requiredMinor: number;
  /** What is missing; 0 when the call may start, equality included. */
  missingMinor: number;
}

/** Cents that paid calls may still cost: what was granted less what is reserved and spent. */
export function creditBalance(read: ReadHandle): number {
  const row = read.reading("SELECT coalesce(sum(minor), 0) AS minor FROM credit_move").get();
  return (row as { minor: number }).minor;
}

/** Whether the balance covers the estimate with its margin, rounded up to the cent. */
export function checkCredit(balanceMinor: number, call: Omit<PaidCall, "tool">): CreditCheck {
  const requiredMinor = Math.ceil((call.estimateMinor * (10_000 + call.marginBps)) / 10_000);
  return { balanceMinor, requiredMinor, missingMinor: Math.max(0, requiredMinor - balanceMinor) };
}

/** Grants credit. */
export function topUpCredit(tx: Transaction, act: Act, minor: number): number {
  const call = { tool: "", estimateMinor: 0, requiredMinor: 0 };
  insertMove(tx, act, { kind: "top-up", ...call, minor, reservedId: null });
  return creditBalance(tx);
}

/**
 * Takes what a call may cost out of the balance before it starts, so that two calls cannot spend the
 * same cents. A balance that is short is written as a blocked attempt: `reservedId` is then null.
 */
export function reserveCredit(
  tx: Transaction,
  act: Act,
  call: PaidCall,
): CreditCheck & { reservedId: number | null } {
  releaseStale(tx, act);
  const check = checkCredit(creditBalance(tx), call);
  const isBlocked = check.missingMinor > 0;
  const { tool, estimateMinor } = call;
  const { requiredMinor } = check;
  const id = insertMove(tx, act, {
    ...{ kind: isBlocked ? "blocked" : "reserved", tool, estimateMinor, requiredMinor },
    ...{ minor: isBlocked ? 0 : 0 - requiredMinor, reservedId: null },
  });
  return { ...check, reservedId: isBlocked ? null : id };
}

/** Ends a reservation: gives back what the call did not cost; all of it when it cost nothing. */
export function settleCredit(
  tx: Transaction,
  act: Act,
  asked: { reservedId: number; costMinor: number },
): void {
  const { reservedId, costMinor } = asked;
  const reserved = tx
    .reading(
      "SELECT tool, estimate_minor AS estimateMinor, required_minor AS requiredMinor " +
        "FROM credit_move WHERE id = ?",
    )
    .get(reservedId) as { tool: string; estimateMinor: number; requiredMinor: number };
  const kind = costMinor === 0 ? "released" : "settled";
  insertMove(tx, act, { ...reserved, kind, minor: reserved.requiredMinor - costMinor, reservedId });
}

/** The last moves of the credit, newest first, blocked attempts among them. */
export function creditMoves(read: ReadHandle): CreditMove[] {
  return read
    .reading(
      "SELECT kind, tool, estimate_minor AS estimateMinor, required_minor AS requiredMinor, minor, " +
        "at_ms AS atMs, person FROM credit_move ORDER BY id DESC LIMIT ?",
    )
    .all(MOST_MOVES) as CreditMove[];
}

function releaseStale(tx: Transaction, act: Act): void {
  const stale = tx
    .reading(
      "SELECT id FROM credit_move r WHERE kind = 'reserved' AND at_ms < ? AND NOT EXISTS " +
        "(SELECT 1 FROM credit_move e WHERE e.reserved_id = r.id)",
    )
    .all(act.nowMs - STALE_MS) as { id: number }[];
  for (const { id: reservedId } of stale) settleCredit(tx, act, { reservedId, costMinor: 0 });
}

function insertMove(
  tx: Transaction,
  { nowMs, person }: Act,
  move: Omit<CreditMove, "atMs" | "person"> & { reservedId: number | null },
): number {
  const { kind, tool, estimateMinor, requiredMinor, minor, reservedId } = move;
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO credit_move (kind, tool, estimate_minor, required_minor, minor, reserved_id, " +
        "at_ms, person) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(kind, tool, estimateMinor, requiredMinor, minor, reservedId, nowMs, person);
  return Number(lastInsertRowid);
}
