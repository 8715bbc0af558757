import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { EntryDraft, LineDraft } from "./model.ts";
import { partyKindOf } from "./party-accounts.ts";
import type { PostingYear } from "./posting-year.ts";
import { isVatAccount } from "./vat-accounts.ts";

/** What posting knows of the book while it decides. */
export interface PostingFacts {
  year: PostingYear | undefined;
  /** Whether the account exists in any year, for dates outside every fiscal year. */
  hasAccount: (account: string) => boolean;
  hasJournal: (code: string) => boolean;
  hasParty: (id: number) => boolean;
  /** Whether this is the entry that brings in the balances of the year before. */
  isOpening: boolean;
  /** Last day of the VAT returns, which freeze VAT accounts; undefined for a return's own entry. */
  vatDeclaredUntilOn: string | undefined;
}

/**
 * The ladder of refusals of posting, in its order of precedence. When it returns the fiscal year,
 * the writing that follows must succeed.
 */
export function decidePosting(draft: EntryDraft, facts: PostingFacts): PostingYear | Refusal {
  return (
    unknownAccount(draft, facts) ??
    closedPeriod(draft, facts) ??
    declaredVat(draft, facts) ??
    outsideYears(draft, facts) ??
    tooFewLines(draft) ??
    wrongSides(draft) ??
    unbalanced(draft) ??
    missingPiece(draft) ??
    missingParty(draft, facts) ??
    unknownJournal(draft, facts) ??
    yearOf(facts)
  );
}

function unknownAccount(draft: EntryDraft, facts: PostingFacts): Refusal | undefined {
  const knows = facts.year?.hasAccount ?? facts.hasAccount;
  return firstRefusal(draft.lines, (line, at) =>
    knows(line.account)
      ? undefined
      : refuse("ledger.unknown-account", { account: line.account, line: at }),
  );
}

function closedPeriod(draft: EntryDraft, facts: PostingFacts): Refusal | undefined {
  const { year } = facts;
  const month = draft.datedOn.slice(0, 7);
  const state = year?.lockedMonths.get(month);
  if (year === undefined || state === undefined) return undefined;
  // The year before is closed long after January: its balances still come in on the first day.
  if (facts.isOpening && !year.isClosed && draft.datedOn === year.startsOn) return undefined;
  return state === "closed"
    ? refuse("ledger.closed-period", { month })
    : refuse("ledger.locked-period", { month });
}

/** What is declared stays as it was declared: entries behind a return are frozen with it. */
function declaredVat(draft: EntryDraft, facts: PostingFacts): Refusal | undefined {
  const untilOn = facts.vatDeclaredUntilOn;
  if (untilOn === undefined || facts.isOpening || draft.datedOn > untilOn) return undefined;
  return firstRefusal(draft.lines, ({ account }) =>
    isVatAccount(account) ? refuse("vat.declared-period", { untilOn, account }) : undefined,
  );
}

function outsideYears(draft: EntryDraft, facts: PostingFacts): Refusal | undefined {
  return facts.year === undefined
    ? refuse("ledger.no-fiscal-year", { date: draft.datedOn })
    : undefined;
}

function tooFewLines(draft: EntryDraft): Refusal | undefined {
  return draft.lines.length < 2
    ? refuse("ledger.too-few-lines", { lines: draft.lines.length })
    : undefined;
}

function wrongSides(draft: EntryDraft): Refusal | undefined {
  return firstRefusal(draft.lines, (line, at) => {
    const { debitMinor: debit, creditMinor: credit } = line;
    const exact = Number.isSafeInteger(debit) && Number.isSafeInteger(credit);
    const oneSide = (debit > 0 && credit === 0) || (credit > 0 && debit === 0);
    return exact && oneSide ? undefined : refuse("ledger.one-side", { line: at });
  });
}

function unbalanced(draft: EntryDraft): Refusal | undefined {
  let debitMinor = 0;
  let creditMinor = 0;
  for (const line of draft.lines) {
    debitMinor += line.debitMinor;
    creditMinor += line.creditMinor;
  }
  return debitMinor === creditMinor
    ? undefined
    : refuse("ledger.unbalanced", { debitMinor, creditMinor });
}

function missingPiece(draft: EntryDraft): Refusal | undefined {
  return draft.pieceRef.trim() === "" ? refuse("ledger.missing-piece", {}) : undefined;
}

function missingParty(draft: EntryDraft, facts: PostingFacts): Refusal | undefined {
  return firstRefusal(draft.lines, (line, at) => {
    const named = line.partyId !== undefined && facts.hasParty(line.partyId);
    const needed = partyKindOf(line.account) !== undefined || line.partyId !== undefined;
    return named || !needed
      ? undefined
      : refuse("ledger.missing-party", { account: line.account, line: at });
  });
}

function unknownJournal(draft: EntryDraft, facts: PostingFacts): Refusal | undefined {
  return facts.hasJournal(draft.journal)
    ? undefined
    : refuse("ledger.unknown-journal", { journal: draft.journal });
}

function yearOf(facts: PostingFacts): PostingYear {
  if (facts.year === undefined) throw new Error("posting has decided without a fiscal year");
  return facts.year;
}

function firstRefusal(
  lines: readonly LineDraft[],
  check: (line: LineDraft, at: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [i, line] of lines.entries()) {
    const refusal = check(line, i + 1);
    if (isRefusal(refusal)) return refusal;
  }
  return undefined;
}
