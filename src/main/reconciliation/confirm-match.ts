import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { PostedEntry } from "#main/ledger/model.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { type BankLine, bankLine, isMatched } from "./bank-line-rows.ts";
import { stillOpen } from "./candidate-match.ts";
import { postMatch } from "./post-match.ts";

/** An allocation as a person gives it; the amount is signed as the bank shows it. */
export interface AskedAllocation {
  itemKind: "invoice" | "bill";
  itemId: number;
  amountMinor: number;
}

/** Matches a bank line as a person says; what is left needs an account. */
export function confirmMatch(
  tx: Transaction,
  act: Act,
  asked: {
    bankLineId: number;
    allocations: readonly AskedAllocation[];
    restAccount?: string | undefined;
  },
): (PostedEntry & { matchId: number }) | Refusal {
  const line = freeLine(tx, asked.bankLineId);
  if (isRefusal(line)) return line;
  const allocations = [];
  let restMinor = line.amountMinor;
  for (const allocation of asked.allocations) {
    const item = stillOpen(tx, allocation);
    if (isRefusal(item)) return item;
    allocations.push({ item, amountMinor: allocation.amountMinor });
    restMinor -= allocation.amountMinor;
  }
  if (restMinor !== 0 && asked.restAccount === undefined) {
    return refuse("banking.rest-without-account", { restMinor });
  }
  const rest =
    asked.restAccount === undefined || restMinor === 0
      ? []
      : [{ account: asked.restAccount, amountMinor: restMinor }];
  return postMatch(tx, act, {
    line,
    madeBy: "person",
    reasons: [{ signal: "person", value: act.person, weight: 1 }],
    allocations,
    rest,
  });
}

/** A bank line that no match holds. */
export function freeLine(tx: Transaction, bankLineId: number): BankLine | Refusal {
  const line = bankLine(tx, bankLineId);
  if (line === undefined) return refuse("banking.unknown-line", { bankLineId });
  return isMatched(tx, bankLineId)
    ? refuse("banking.already-matched", { bankLineId, label: line.label })
    : line;
}
