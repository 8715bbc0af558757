import type { MatchBatch } from "#contract/matching.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction, Work } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import { undoMatch } from "./undo-match.ts";

/** A line that could not be done, and the refusal that says why. */
export interface RefusedLine {
  bankLineId: number;
  label: string;
  code: string;
  facts: Record<string, unknown>;
}

/** Most refusals told one by one. */
export const MOST_TOLD = 50;

/** Opens what one command matches together, once there is a first match. */
export class BatchKeeper {
  readonly #tx: Transaction;
  readonly #act: Act;
  #id: number | undefined;

  constructor(tx: Transaction, act: Act) {
    this.#tx = tx;
    this.#act = act;
  }

  /** The batch that a match made now belongs to. */
  open(): number {
    this.#id ??= this.#tx.run(
      sqlBuilder.insertInto("match_batch").values({
        command: this.#act.command,
        at_ms: this.#act.nowMs,
        person: this.#act.person,
      }),
    ).id;
    return this.#id;
  }

  /** The batch, when anything was matched. */
  get id(): number | null {
    return this.#id ?? null;
  }
}

/** The last batches, newest first, and how much of each still stands. */
export function listBatches(read: ReadHandle, limit: number): MatchBatch[] {
  return read
    .reading(
      "SELECT b.id AS batchId, b.command, b.at_ms AS atMs, b.person, count(m.id) AS made, " +
        "sum(m.undone_by_entry_id IS NULL) AS standing FROM match_batch b " +
        "JOIN match m ON m.batch_id = b.id GROUP BY b.id ORDER BY b.id DESC LIMIT ?",
    )
    .all(limit) as MatchBatch[];
}

/**
 * Undoes what a batch made and still stands, newest first. What cannot be undone (its month is
 * closed, its payment came back since) stays and is told.
 */
export function undoBatch(
  act: Act,
  batchId: number,
): Work<{ done: number; refused: RefusedLine[] }> {
  return function* (tx) {
    const rows = tx
      .reading(
        "SELECT m.id AS matchId, b.id AS bankLineId, b.label FROM match m " +
          "JOIN bank_line b ON b.id = m.bank_line_id " +
          "WHERE m.batch_id = ? AND m.undone_by_entry_id IS NULL ORDER BY m.id DESC",
      )
      .all(batchId) as { matchId: number; bankLineId: number; label: string }[];
    if (rows.length === 0) return refuse("banking.unknown-batch", { batchId }) as Refusal;
    const result: { done: number; refused: RefusedLine[] } = { done: 0, refused: [] };
    for (const [i, { matchId, bankLineId, label }] of rows.entries()) {
      if (i % 50 === 0) yield { stage: "undoing", done: i, total: rows.length };
      const undone = undoMatch(tx, act, matchId);
      if (!isRefusal(undone)) result.done++;
      else result.refused.push(refusedLine({ id: bankLineId, label }, undone));
    }
    const after = { done: result.done, refused: result.refused.length };
    return { result, audit: { subject: `match batch ${batchId}`, after } };
  };
}

/** A refusal with the bank line that it is about. */
export function refusedLine(line: { id: number; label: string }, refusal: Refusal): RefusedLine {
  const { code, facts } = refusal;
  return { bankLineId: line.id, label: line.label, code, facts: { ...facts } };
}
