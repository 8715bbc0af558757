import { type Proposal, proposedEntrySchema } from "#contract/pack.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { saveDraft } from "#main/ledger/draft-entries.ts";
import { LINES_PER_ENTRY } from "#main/ledger/model.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { partyOf } from "./proposed-party.ts";

interface ProposalRow {
  id: number;
  author: string;
  reason: string;
  state: Proposal["state"];
  refusal: string | null;
  replacesId: number | null;
  replacesNumber: number | null;
  entry: string;
}

interface PostedLine {
  account: string;
  partyId: number | null;
  partyCode: string | null;
  label: string;
  debitMinor: number;
  creditMinor: number;
  dueOn: string | null;
}

const ROWS =
  "SELECT p.id, a.author, p.reason, p.state, p.refusal, p.replaces_id AS replacesId, " +
  "e.number AS replacesNumber, p.entry FROM proposal p " +
  "JOIN pack_answer a ON a.id = p.pack_answer_id LEFT JOIN entry e ON e.id = p.replaces_id";

/** What the accountant proposes, waiting first, with what each proposal changes per account. */
export function listProposals(read: ReadHandle): Proposal[] {
  const rows = read.reading(`${ROWS} ORDER BY p.state <> 'waiting', p.id`).all() as ProposalRow[];
  return rows.map(({ replacesId, entry, ...row }) => {
    const proposed = proposedEntrySchema.parse(JSON.parse(entry));
    const before = replacesId === null ? [] : postedLines(read, replacesId);
    return { ...row, entry: proposed, difference: differenceOf(before, proposed.lines) };
  });
}

/**
 * Accepts a proposal: it becomes a draft, and when it replaces a posted entry, that entry's mirror
 * becomes one too. Nothing is posted: a person validates drafts as always.
 */
export function acceptProposal(
  tx: Transaction,
  act: Act,
  proposalId: number,
): { draftIds: number[] } | Refusal {
  const row = waiting(tx, proposalId);
  if (isRefusal(row)) return row;
  const {
    reason: _,
    replacesNumber: __,
    ...proposed
  } = proposedEntrySchema.parse(JSON.parse(row.entry));
  const lines = proposed.lines.map(({ partyCode, ...line }) => {
    const partyId = partyOf(tx, { account: line.account, partyCode });
    return { ...line, ...(partyId === undefined ? {} : { partyId }) };
  });
  const drafts = [{ ...proposed, lines }];
  if (row.replacesId !== null) drafts.unshift(mirrorOf(tx, row.replacesId, proposed.datedOn));
  const draftIds: number[] = [];
  for (const entry of drafts) {
    const saved = saveDraft(tx, act, { entry });
    if (isRefusal(saved)) return saved;
    draftIds.push(saved.draftId);
  }
  tx.writing("UPDATE proposal SET state = 'accepted' WHERE id = ?").run(proposalId);
  return { draftIds };
}

/** Refuses a proposal and keeps why. */
export function refuseProposal(
  tx: Transaction,
  asked: { proposalId: number; reason: string },
): Refusal | undefined {
  const row = waiting(tx, asked.proposalId);
  if (isRefusal(row)) return row;
  tx.writing("UPDATE proposal SET state = 'refused', refusal = ? WHERE id = ?").run(
    asked.reason,
    asked.proposalId,
  );
  return undefined;
}

function waiting(read: ReadHandle, proposalId: number): ProposalRow | Refusal {
  const row = read.reading(`${ROWS} WHERE p.id = ?`).get(proposalId) as ProposalRow | undefined;
  if (row === undefined) return refuse("pack.unknown-proposal", { proposalId });
  return row.state === "waiting" ? row : refuse("pack.already-decided", { proposalId });
}

function postedLines(read: ReadHandle, entryId: number): PostedLine[] {
  return read
    .reading(
      "SELECT l.account, l.party_id AS partyId, p.code AS partyCode, l.label, " +
        "l.debit_minor AS debitMinor, l.credit_minor AS creditMinor, l.due_on AS dueOn " +
        "FROM line l LEFT JOIN party p ON p.id = l.party_id WHERE l.id BETWEEN ? AND ? ORDER BY l.id",
    )
    .all(entryId * LINES_PER_ENTRY, (entryId + 1) * LINES_PER_ENTRY - 1) as PostedLine[];
}

function mirrorOf(read: ReadHandle, entryId: number, datedOn: string) {
  const entry = read
    .reading("SELECT journal, piece_ref AS pieceRef, label, number FROM entry WHERE id = ?")
    .get(entryId) as { journal: string; pieceRef: string; label: string; number: number };
  const lines = postedLines(read, entryId).map((l) => ({
    account: l.account,
    label: l.label,
    debitMinor: l.creditMinor,
    creditMinor: l.debitMinor,
    ...(l.partyId === null ? {} : { partyId: l.partyId }),
  }));
  const { journal, pieceRef } = entry;
  const label = `Extourne de l'écriture ${entry.number} : ${entry.label}`;
  return { journal, datedOn, pieceRef, label, lines };
}

interface Side {
  account: string;
  partyCode?: string | null | undefined;
  debitMinor: number;
  creditMinor: number;
}

function differenceOf(before: readonly Side[], after: readonly Side[]): Proposal["difference"] {
  const rows = new Map<string, Proposal["difference"][number]>();
  const add = (line: Side, key: "beforeMinor" | "afterMinor") => {
    const { account, partyCode = null } = line;
    const id = `${account} ${partyCode}`;
    const row = rows.get(id) ?? { account, partyCode, beforeMinor: 0, afterMinor: 0 };
    row[key] += line.debitMinor - line.creditMinor;
    rows.set(id, row);
  };
  for (const line of before) add(line, "beforeMinor");
  for (const line of after) add(line, "afterMinor");
  return [...rows.values()].filter((row) => row.beforeMinor !== row.afterMinor);
}
