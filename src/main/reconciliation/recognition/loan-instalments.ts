import { daysBetween } from "#contract/date.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { listLoans, scheduleWithEntries, storedLoan } from "#main/ledger/assets/loans.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { BankLine } from "../bank-line-rows.ts";
import { foldText } from "../matching/label-words.ts";
import type { MatchReason } from "../post-match.ts";
import { type Recognition, scoreOf } from "./recognition.ts";

/** What the bank will take on a day for a loan. */
export interface DueInstalment {
  account: string;
  label: string;
  number: number;
  dueOn: string;
  totalMinor: number;
}

const WORDS = /\b(?:PRET|EMPRUNT|ECHEANCE|ECH|CREDIT|LOAN)\b/;
const LONGEST_DAYS = 10;

/** Every instalment of every loan of the book. */
export function dueInstalments(read: ReadHandle): DueInstalment[] {
  return listLoans(read, "9999-12-31").flatMap(({ loanId, account, label }) => {
    const loan = storedLoan(read, loanId);
    if (isRefusal(loan)) return [];
    return scheduleWithEntries(read, loan).map((row) => ({
      ...{ account, label, number: row.number, dueOn: row.dueOn },
      totalMinor: row.principalMinor + row.interestMinor + row.insuranceMinor,
    }));
  });
}

/**
 * The instalment of a loan that a disbursement pays to the cent within ten days of its date. The
 * whole goes to the loan's account; interest and insurance are taken from it by `assets.postLoan`.
 */
export function findInstalment(
  line: BankLine,
  instalments: readonly DueInstalment[],
): Recognition[] {
  const fits = instalments.filter(
    (i) =>
      i.totalMinor === -line.amountMinor &&
      Math.abs(daysBetween(i.dueOn, line.bookedOn)) <= LONGEST_DAYS,
  );
  const word = WORDS.exec(foldText(line.label))?.[0];
  return fits.slice(0, 3).map((i) => {
    const reasons: MatchReason[] = [
      { signal: "loan-instalment", value: `${i.label} ${i.number}`, weight: 0.4 },
      ...(word === undefined ? [] : [{ signal: "kind-word", value: word, weight: 0.3 }]),
    ];
    return {
      allocations: [],
      booking: {
        account: i.account,
        partyId: null,
        text: `${i.label}, ${i.number}`,
        entryId: null,
        otherLineId: null,
      },
      score: scoreOf(reasons),
      reasons,
      isProof: word !== undefined && fits.length === 1,
    };
  });
}
