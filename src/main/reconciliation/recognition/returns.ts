import { daysBetween } from "#contract/date.ts";
import type { BankLine } from "../bank-line-rows.ts";
import type { AskedAllocation } from "../confirm-match.ts";
import { foldText, readNameWords, readRuns } from "../matching/label-words.ts";
import type { MatchReason } from "../post-match.ts";
import { type Recognition, scoreOf } from "./recognition.ts";

/** A bank line that an active match holds, and what it paid. */
export interface PaidLine extends BankLine {
  matchId: number;
  entryId: number;
  allocations: readonly AskedAllocation[];
  /** Where the line was booked when it paid no item. */
  counter: { account: string; partyId: number | null } | null;
}

/**
 * A customer may have an authorised SEPA direct debit returned for eight weeks, an unauthorised one
 * for thirteen months (SEPA Core Rulebook 4.3.4; Code monétaire et financier, L133-24, L133-25).
 */
const LONGEST_DAYS = 400;
const WORDS =
  /\b(?:REJET(?:EE?)?|REJ|IMPAYEE?|IMP|RETOUR(?:NEE?)?|RETURN(?:ED)?|ANNUL(?:ATION|E|EE)?|EXTOURNE|CONTREPASSATION|RECALL|REFUND|AC0[1-6]|AM04|MD0[16]|MS0[23])\b/;

/**
 * Payments sent back (rejets, impayés, retours): the exact cents of an earlier matched line with
 * the other sign, and a word that says so. Proof wants in common a reference, or an account and
 * no rival. What was paid is open again; the party is debited as it was credited.
 */
export function findReturns(line: BankLine, paid: readonly PaidLine[]): Recognition[] {
  const label = foldText(`${line.label} ${line.reference ?? ""}`);
  const word = WORDS.exec(label)?.[0];
  if (word === undefined) return [];
  const numbers = longNumbers(label);
  const words = new Set(readNameWords(foldText(`${line.label} ${line.counterpartyName ?? ""}`)));
  const found = paid.flatMap((earlier) => {
    const days = daysBetween(earlier.bookedOn, line.bookedOn);
    const isMirror = earlier.amountMinor === -line.amountMinor;
    const isNear = days >= 0 && days <= LONGEST_DAYS && earlier.currency === line.currency;
    if (!isMirror || !isNear || earlier.bankAccountId !== line.bankAccountId) return [];
    return [recognition({ line, earlier, word, numbers, words, days })];
  });
  found.sort((a, b) => b.score - a.score);
  const [best, next] = found;
  if (best !== undefined && next !== undefined && next.score > best.score - MARGIN) {
    best.isProof = false;
  }
  return found.slice(0, 3);
}

const MARGIN = 0.1;

function recognition(seen: {
  line: BankLine;
  earlier: PaidLine;
  word: string;
  numbers: ReadonlySet<string>;
  words: ReadonlySet<string>;
  days: number;
}): Recognition {
  const { line, earlier, word, numbers, days } = seen;
  const text = foldText(`${earlier.label} ${earlier.reference ?? ""}`);
  const shared = [...longNumbers(text)].find((n) => numbers.has(n));
  const names = readNameWords(foldText(`${earlier.label} ${earlier.counterpartyName ?? ""}`));
  const common = names.filter((w) => w.length >= 4 && seen.words.has(w) && !WORDS.test(w));
  const sameIban =
    line.counterpartyIban !== null && line.counterpartyIban === earlier.counterpartyIban;
  const reasons: MatchReason[] = [
    { signal: "returned-payment", value: earlier.label, weight: 0.3 },
    { signal: "return-word", value: word, weight: 0.2 },
  ];
  if (shared !== undefined) reasons.push({ signal: "shared-number", value: shared, weight: 0.35 });
  if (sameIban) reasons.push({ signal: "iban", value: line.counterpartyIban ?? "", weight: 0.25 });
  if (common.length > 0) {
    reasons.push({ signal: "shared-words", value: common.join(" "), weight: 0.15 });
  }
  if (days <= 70) reasons.push({ signal: "days-apart", value: days, weight: 0.05 });
  return {
    allocations: earlier.allocations.map((a) => ({ ...a, amountMinor: -a.amountMinor })),
    booking: bookingOf(earlier),
    score: scoreOf(reasons),
    reasons,
    isProof: shared !== undefined || sameIban,
  };
}

function bookingOf({ allocations, counter, label, entryId }: PaidLine): Recognition["booking"] {
  if (allocations.length > 0 || counter === null) return null;
  return { ...counter, text: label, entryId, otherLineId: null };
}

/** Numbers of four digits or more that are no year: references, mandates, end-to-end ids. */
function longNumbers(folded: string): Set<string> {
  const runs = readRuns(folded).filter((r) => r.digits && r.text.length >= 4);
  return new Set(runs.map((r) => r.text).filter((t) => !/^(?:19|20)\d\d$/.test(t)));
}
