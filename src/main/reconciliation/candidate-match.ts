import type { BusinessRules } from "#main/automation/business-rules.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { usableAccount } from "#main/ledger/usable-account.ts";
import type { Transaction } from "#main/store/book.ts";
import type { BankLine } from "./bank-line-rows.ts";
import type { AskedAllocation } from "./confirm-match.ts";
import { type OpenTradeItem, openItem } from "./open-items.ts";
import { CUSTOMERS, type MatchToPost, SUPPLIERS } from "./post-match.ts";
import { ledgerItems } from "./recognition/ledger-items.ts";
import type { StoredCandidate } from "./stored-candidate.ts";

/** Where the chart puts bank fees, discounts, and the cents that are too many or too few. */
const FEES = "627";
const DISCOUNT_GIVEN = "665";
const DISCOUNT_TAKEN = "765";
const EXCHANGE_LOSS = "666";
const EXCHANGE_GAIN = "766";
const LOSS = "658";
const GAIN = "758";

type Rest = MatchToPost["rest"][number];

/**
 * A candidate as it will be posted: items, the acquirer's fee (its rule's account, else 627), cents
 * within the tolerance (658/758), a discount (665/765), an exchange difference (666/766; PCG art.
 * 946-66), too much paid (kept on the party).
 */
export function candidateMatch(
  tx: Transaction,
  asked: { line: BankLine; candidate: StoredCandidate; rules: BusinessRules },
): Pick<MatchToPost, "line" | "allocations" | "rest"> | Refusal {
  const { line, candidate, rules } = asked;
  const allocations: { item: OpenTradeItem; amountMinor: number }[] = [];
  for (const allocation of candidate.allocations) {
    const item = stillOpen(tx, allocation);
    if (isRefusal(item)) return item;
    allocations.push({ item, amountMinor: allocation.amountMinor });
  }
  if (allocations.length === 0 && candidate.booking) {
    if (isSettledSince(tx, line, candidate)) {
      return refuse("banking.unknown-suggestion", { label: line.label });
    }
    return { line, allocations, rest: [bookedWhole(tx, line, candidate.booking)] };
  }
  const first = allocations[0]?.item;
  const rest = [
    ...feeRest(tx, { line, candidate, rules }),
    ...differenceRest({ tx, candidate, rules, first }),
  ];
  return { line, allocations, rest };
}

/** Another line paid the ledger item since it was proposed. */
function isSettledSince(tx: Transaction, line: BankLine, candidate: StoredCandidate): boolean {
  const { booking, reasons } = candidate;
  if (!reasons.some((r) => r.signal === "ledger-item" || r.signal === "ledger-part")) return false;
  const open = ledgerItems(tx).find(
    (item) => item.line.entryId === booking?.entryId && item.line.account === booking.account,
  );
  return Math.abs(line.amountMinor) > Math.abs(open?.openMinor ?? 0);
}

function bookedWhole(
  tx: Transaction,
  line: BankLine,
  booking: NonNullable<StoredCandidate["booking"]>,
): Rest {
  return {
    account: usableAccount(tx, booking.account),
    ...(booking.partyId === null ? {} : { partyId: booking.partyId }),
    amountMinor: line.amountMinor,
    ...(booking.text === "" ? {} : { label: booking.text.slice(0, 200) }),
  };
}

/** An item that still has open what is to be paid of it, or paid what is taken back. */
export function stillOpen(tx: Transaction, asked: AskedAllocation): OpenTradeItem | Refusal {
  const { itemKind, itemId, amountMinor } = asked;
  const item = openItem(tx, itemKind, itemId);
  if (item === undefined) return refuse("banking.unknown-item", { itemKind, itemId });
  const isBack = Math.sign(amountMinor) === -Math.sign(item.grossMinor);
  const most = isBack ? item.grossMinor - item.openMinor : item.openMinor;
  const isSameSide = isBack || Math.sign(amountMinor) === Math.sign(item.openMinor);
  if (isSameSide && Math.abs(amountMinor) <= Math.abs(most)) return item;
  return refuse("banking.over-allocated", {
    reference: item.reference,
    openMinor: Math.abs(most),
    askedMinor: Math.abs(amountMinor),
  });
}

function feeRest(
  tx: Transaction,
  { line, candidate, rules }: { line: BankLine; candidate: StoredCandidate; rules: BusinessRules },
): Rest[] {
  if (candidate.feeMinor === 0) return [];
  const label = line.label.toLowerCase();
  const fee = rules.fees.find((f) => f.contains.some((text) => label.includes(text.toLowerCase())));
  const account = usableAccount(tx, fee?.account ?? FEES);
  return [{ account, amountMinor: -candidate.feeMinor, label: "Commission" }];
}

function differenceRest(asked: {
  tx: Transaction;
  candidate: StoredCandidate;
  rules: BusinessRules;
  first: OpenTradeItem | undefined;
}): Rest[] {
  const { tx, candidate, rules, first } = asked;
  const { differenceMinor: amountMinor, reasons } = candidate;
  if (amountMinor === 0 || first === undefined) return [];
  const isCustomer = first.itemKind === "invoice";
  if (reasons.some((r) => r.signal === "foreign-amount")) {
    const account = usableAccount(tx, amountMinor > 0 ? EXCHANGE_GAIN : EXCHANGE_LOSS);
    return [{ account, amountMinor, label: "Différence de change" }];
  }
  if (reasons.some((r) => r.signal === "discount")) {
    const account = usableAccount(tx, isCustomer ? DISCOUNT_GIVEN : DISCOUNT_TAKEN);
    return [{ account, amountMinor, label: "Escompte" }];
  }
  if (Math.abs(amountMinor) <= Math.max(1, rules.matching.toleranceMinor)) {
    return [{ account: amountMinor > 0 ? GAIN : LOSS, amountMinor, label: "Écart de règlement" }];
  }
  const account = isCustomer ? CUSTOMERS : SUPPLIERS;
  return [{ account, partyId: first.partyId, amountMinor, label: "Trop-perçu" }];
}
