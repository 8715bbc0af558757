import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { PostedEntry } from "#main/ledger/model.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { freeLine } from "./confirm-match.ts";
import { postMatch } from "./post-match.ts";

/** Posts a bank line to an account of the person's choice, without an invoice or bill. */
export function categoriseLine(
  tx: Transaction,
  act: Act,
  asked: { bankLineId: number; account: string; label?: string | undefined },
): (PostedEntry & { matchId: number }) | Refusal {
  const line = freeLine(tx, asked.bankLineId);
  if (isRefusal(line)) return line;
  const { account, label } = asked;
  return postMatch(tx, act, {
    line,
    madeBy: "person",
    reasons: [{ signal: "account-chosen", value: account, weight: 1 }],
    allocations: [],
    rest: [{ account, amountMinor: line.amountMinor, label }],
  });
}
