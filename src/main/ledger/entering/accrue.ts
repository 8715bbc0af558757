import { addDays } from "#contract/date.ts";
import type { AccrualKind } from "#contract/entry.ts";
import { applyRateBps } from "#main/base/money.ts";
import type { Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { saveDraft } from "../draft-entries.ts";
import type { LineDraft } from "../model.ts";
import { signedLine } from "../side.ts";

interface AccrualRule {
  account: string;
  /** The account of VAT not yet due or deductible, for bills to come and invoices to make. */
  vatAccount?: string;
  /** −1 takes an expense away or adds income: the expense or income account is credited. */
  sign: 1 | -1;
}

/** Accounts of prepaid and accrued amounts (PCG art. 944-40, 944-41, 944-46 and 944-48). */
const RULES: Readonly<Record<AccrualKind, AccrualRule>> = {
  "prepaid-expense": { account: "486", sign: -1 },
  "deferred-income": { account: "487", sign: 1 },
  "bill-to-come": { account: "408", vatAccount: "44586", sign: 1 },
  "invoice-to-make": { account: "418", vatAccount: "44587", sign: -1 },
  "accrued-expense": { account: "4686", sign: 1 },
  "accrued-income": { account: "4687", sign: -1 },
};

/**
 * Prepares the entry that ties an amount to its period, as a draft that is reversed by itself on
 * the first day of the next one (PCG art. 112-3: years are independent of each other).
 */
export function accrue(
  tx: Transaction,
  act: Act,
  asked: {
    kind: AccrualKind;
    account: string;
    partyId?: number | undefined;
    netMinor: number;
    rateBps: number;
    periodEndsOn: string;
    label: string;
  },
): { draftId: number } | Refusal {
  const rule = RULES[asked.kind];
  const { label, partyId, periodEndsOn, netMinor } = asked;
  const vatMinor = rule.vatAccount === undefined ? 0 : applyRateBps(netMinor, asked.rateBps);
  const lines: LineDraft[] = [
    ...signedLine(rule.sign * netMinor, { account: asked.account, label }),
    ...(rule.vatAccount === undefined
      ? []
      : signedLine(rule.sign * vatMinor, { account: rule.vatAccount, label })),
    ...signedLine(-rule.sign * (netMinor + vatMinor), { account: rule.account, partyId, label }),
  ];
  const pieceRef = `${rule.account} ${periodEndsOn.slice(0, 7)}`;
  const reverseOn = addDays(periodEndsOn, 1);
  const entry = { journal: "OD", datedOn: periodEndsOn, pieceRef, label, reverseOn, lines };
  return saveDraft(tx, act, { entry });
}
