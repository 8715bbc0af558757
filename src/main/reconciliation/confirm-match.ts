import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { PostedEntry } from "#main/ledger/model.ts";
import { usableAccount } from "#main/ledger/usable-account.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import { type BankLine, bankLine, isMatched } from "./bank-line-rows.ts";
import { stillOpen } from "./candidate-match.ts";
import { type MatchToPost, postMatch } from "./post-match.ts";

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
    parts?: readonly AskedPart[] | undefined;
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
  const rest: MatchToPost["rest"][number][] = [];
  for (const part of asked.parts ?? []) {
    const booked = bookedPart(tx, part);
    if (isRefusal(booked)) return booked;
    rest.push(booked);
    restMinor -= part.amountMinor;
  }
  if (allocations.length === 0 && rest.length === 0) return refuse("banking.nothing-chosen", {});
  if (restMinor !== 0 && asked.restAccount === undefined) {
    return refuse("banking.rest-without-account", { restMinor });
  }
  if (asked.restAccount !== undefined && restMinor !== 0) {
    rest.push({ account: asked.restAccount, amountMinor: restMinor });
  }
  return postMatch(tx, act, {
    line,
    madeBy: "person",
    reasons: [{ signal: "person", value: act.person, weight: 1 }],
    allocations,
    rest,
  });
}

/** A part of a bank line that a person books on an account, signed as the bank shows it. */
export interface AskedPart {
  account: string;
  amountMinor: number;
  label?: string | undefined;
  party?: string | undefined;
}

/** The part as it is posted; its party is found by name among those of the account, or created. */
function bookedPart(tx: Transaction, part: AskedPart): MatchToPost["rest"][number] | Refusal {
  const { party, label, amountMinor } = part;
  const account = usableAccount(tx, part.account);
  const line = { account, amountMinor, ...(label === undefined ? {} : { label }) };
  if (party === undefined) return line;
  const kind = partyKind(account);
  if (kind === undefined) return refuse("banking.party-account", { account, party });
  return { ...line, partyId: ensureParty(tx, { kind, name: party }) };
}

function partyKind(account: string): "customer" | "supplier" | undefined {
  if (account.startsWith("41")) return "customer";
  return account.startsWith("40") ? "supplier" : undefined;
}

/** A bank line that no match holds. */
export function freeLine(tx: Transaction, bankLineId: number): BankLine | Refusal {
  const line = bankLine(tx, bankLineId);
  if (line === undefined) return refuse("banking.unknown-line", { bankLineId });
  return isMatched(tx, bankLineId)
    ? refuse("banking.already-matched", { bankLineId, label: line.label })
    : line;
}
