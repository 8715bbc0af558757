import type { ValidationPreview, ValidationScope } from "#contract/entry.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { PostedEntry } from "../model.ts";
import { type PostedDraft, postDraft } from "./post-draft.ts";

interface Waiting {
  draftId: number;
  label: string;
  totalMinor: number;
  creditMinor: number;
}

interface Outcome {
  waiting: Waiting;
  posted: PostedDraft | Refusal;
}

/**
 * Posts the drafts of a scope by date, keeping each one's refusal: run in a rolled-back SQL
 * transaction it is the preview, so that what is shown is what validating does.
 */
export function previewValidation(
  tx: Transaction,
  act: Act,
  scope: ValidationScope,
): ValidationPreview | Refusal {
  const outcomes = postAll(tx, act, scope);
  return isRefusal(outcomes) ? outcomes : told(outcomes);
}

/** Posts the drafts of a scope, all or none. PCG art. 1031-3: what is validated is final. */
export function validateDrafts(
  tx: Transaction,
  act: Act,
  asked: {
    scope: ValidationScope;
    expected?: { count: number; debitMinor: number } | undefined;
  },
): { entries: { entryId: number; number: number }[] } | Refusal {
  const outcomes = postAll(tx, act, asked.scope);
  if (isRefusal(outcomes)) return outcomes;
  const refused = outcomes.filter((one) => isRefusal(one.posted));
  const [first] = refused;
  if (first !== undefined) {
    if (outcomes.length === 1 && isRefusal(first.posted)) return first.posted;
    return refuse("entry.draft-refused", { piece: first.waiting.label, count: refused.length });
  }
  const { count, debitMinor } = told(outcomes);
  const { expected } = asked;
  if (expected !== undefined && (expected.count !== count || expected.debitMinor !== debitMinor)) {
    return refuse("entry.changed-since", {});
  }
  const entries = finalEntries(outcomes).map(({ entryId, number }) => ({ entryId, number }));
  return { entries };
}

function postAll(tx: Transaction, act: Act, scope: ValidationScope): Outcome[] | Refusal {
  const waiting = waitingIn(tx, scope);
  if (isRefusal(waiting)) return waiting;
  return waiting.map((one) => ({ waiting: one, posted: postDraft(tx, act, one.draftId) }));
}

const COLUMNS =
  "SELECT id AS draftId, trim(coalesce(body ->> '$.pieceRef', '') || ' ' || " +
  "coalesce(body ->> '$.label', '')) AS label, debit_minor AS totalMinor, " +
  "credit_minor AS creditMinor FROM draft_entry ";

/** Drafts by date then age: the order in which they take their numbers. */
function waitingIn(read: ReadHandle, scope: ValidationScope): Waiting[] | Refusal {
  if ("draftIds" in scope) {
    const ids = [...new Set(scope.draftIds)];
    const found = read
      .reading(`${COLUMNS}WHERE id IN (SELECT value FROM json_each(?)) ORDER BY dated_on, id`)
      .all(JSON.stringify(ids)) as Waiting[];
    const missing = ids.find((id) => !found.some((one) => one.draftId === id));
    return missing === undefined ? found : refuse("ledger.unknown-draft", { draftId: missing });
  }
  const { journal, month } = scope;
  const found = read
    .reading(
      `${COLUMNS}WHERE journal = ? AND dated_on BETWEEN ? || '-01' AND ? || '-31' ` +
        "ORDER BY dated_on, id",
    )
    .all(journal, month, month) as Waiting[];
  return found.length === 0 ? refuse("entry.nothing-to-validate", {}) : found;
}

function told(outcomes: readonly Outcome[]): ValidationPreview {
  const fine = outcomes.filter((one) => !isRefusal(one.posted));
  const final = finalEntries(outcomes);
  const reversals = final.length - fine.length;
  const sums = fine.map((one) => one.waiting.totalMinor * timesOf(one));
  const debitMinor = sums.reduce((a, b) => a + b, 0);
  return {
    count: final.length,
    reversals,
    debitMinor,
    // What posts balances: a draft that does not is among the refused.
    creditMinor: debitMinor,
    refused: outcomes.length - fine.length,
    numbers: numbersOf(final),
    drafts: outcomes.map(({ waiting, posted }) => {
      const { draftId, label, totalMinor } = waiting;
      return isRefusal(posted)
        ? { draftId, label, totalMinor, refusal: { code: posted.code, facts: { ...posted.facts } } }
        : { draftId, label, totalMinor, number: posted.number };
    }),
  };
}

function timesOf({ posted }: Outcome): number {
  return !isRefusal(posted) && posted.reversal !== undefined ? 2 : 1;
}

function finalEntries(outcomes: readonly Outcome[]): PostedEntry[] {
  return outcomes.flatMap(({ posted }) => {
    if (isRefusal(posted)) return [];
    return posted.reversal === undefined ? [posted] : [posted, posted.reversal];
  });
}

function numbersOf(final: readonly PostedEntry[]): ValidationPreview["numbers"] {
  const years = new Map<number, { fiscalYearId: number; first: number; last: number }>();
  for (const { fiscalYearId, number } of final) {
    const year = years.get(fiscalYearId);
    if (year === undefined) years.set(fiscalYearId, { fiscalYearId, first: number, last: number });
    else year.last = number;
  }
  return [...years.values()];
}
