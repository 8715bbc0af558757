import { hash } from "node:crypto";
import type { PackAnswer, ProposedEntry } from "#contract/pack.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { partyOf } from "./proposed-party.ts";

interface Given {
  file: string;
  answer: PackAnswer;
}

/**
 * Keeps an accountant's answer: comments go beside their questions, proposed entries wait for a
 * decision. The same answer taken again adds nothing.
 */
export function takeAnswer(
  tx: Transaction,
  act: Act,
  given: Given,
): { author: string; added: number; comments: number } | Refusal {
  const { answer } = given;
  const { author, comments } = answer;
  const pack = tx
    .reading("SELECT fiscal_year_id AS yearId FROM pack WHERE id = ?")
    .get(answer.packId) as { yearId: number } | undefined;
  if (pack === undefined) {
    return refuse("pack.unknown-pack", { file: given.file, id: answer.packId });
  }
  const sha256 = hash("sha256", JSON.stringify(answer), "buffer");
  const known = tx.reading("SELECT 1 FROM pack_answer WHERE sha256 = ?").get(sha256);
  if (known !== undefined) return { author, added: 0, comments: 0 };
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO pack_answer (pack_id, author, body, sha256, taken_at_ms) VALUES (?, ?, ?, ?, ?)",
    )
    .run(answer.packId, author, JSON.stringify(answer), sha256, act.nowMs);
  for (const [i, entry] of answer.entries.entries()) {
    const at = { file: given.file, entry: i + 1 };
    const refused = keepProposal(tx, { entry, at, yearId: pack.yearId, answerId: lastInsertRowid });
    if (isRefusal(refused)) return refused;
  }
  return { author, added: answer.entries.length, comments: answerQuestions(tx, author, comments) };
}

function keepProposal(
  tx: Transaction,
  proposed: {
    entry: ProposedEntry;
    at: { file: string; entry: number };
    yearId: number;
    answerId: number | bigint;
  },
): Refusal | undefined {
  const { entry, at } = proposed;
  for (const line of entry.lines) {
    const { partyCode } = line;
    if (partyCode !== undefined && partyOf(tx, line) === undefined) {
      return refuse("pack.unknown-party", { ...at, partyCode });
    }
  }
  const number = entry.replacesNumber;
  const replaced = tx
    .reading("SELECT id FROM entry WHERE fiscal_year_id = ? AND number = ?")
    .get(proposed.yearId, number ?? -1) as { id: number } | undefined;
  if (number !== undefined && replaced === undefined) {
    return refuse("pack.unknown-entry", { ...at, number });
  }
  tx.writing(
    "INSERT INTO proposal (pack_answer_id, position, reason, replaces_id, entry) " +
      "VALUES (?, ?, ?, ?, ?)",
  ).run(proposed.answerId, at.entry, entry.reason, replaced?.id ?? null, JSON.stringify(entry));
  return undefined;
}

function answerQuestions(
  tx: Transaction,
  author: string,
  comments: PackAnswer["comments"],
): number {
  let answered = 0;
  for (const comment of comments) {
    if (comment.questionId === undefined || comment.text.trim() === "") continue;
    answered += tx
      .writing("UPDATE accountant_question SET answer = ?, answered_by = ? WHERE id = ?")
      .run(comment.text, author, comment.questionId).changes;
  }
  return answered;
}
