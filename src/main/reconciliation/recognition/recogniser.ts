import { bankAccounts } from "#main/banking/bank-accounts.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { BankLine } from "../bank-line-rows.ts";
import type { Classifier } from "./classifier.ts";
import { findLedgerItems, type LedgerItem, ledgerItems } from "./ledger-items.ts";
import type { OpenLine } from "./ledger-open.ts";
import { type DueInstalment, dueInstalments, findInstalment } from "./loan-instalments.ts";
import { paidLines } from "./paid-lines.ts";
import { findPrecedent, learnPrecedents } from "./precedents.ts";
import type { Recognition } from "./recognition.ts";
import { findReturns, type PaidLine } from "./returns.ts";
import { findTransfers, type OwnMoney } from "./transfers.ts";

/**
 * Recognises what pays no open invoice and no bill: transfers between own accounts, payments sent
 * back, ledger items, loan instalments, and what the company did before with such lines. Reads
 * the book once; a ledger item that one line takes is not offered to the next.
 */
export class Recogniser {
  readonly #transfers: ReadonlyMap<number, Recognition[]>;
  readonly #paid: Map<number, PaidLine[]>;
  readonly #loans: readonly DueInstalment[];
  readonly #precedents: Classifier;
  #ledger: OpenLine<LedgerItem>[];

  constructor(read: ReadHandle, lines: readonly BankLine[]) {
    const { companyName } = read
      .reading("SELECT name AS companyName FROM company")
      .get() as OwnMoney;
    const own = { accounts: bankAccounts(read), companyName };
    this.#transfers = findTransfers(lines, own);
    this.#paid = Map.groupBy(paidLines(read), (line) => line.amountMinor);
    this.#loans = dueInstalments(read);
    this.#precedents = learnPrecedents(read);
    this.#ledger = ledgerItems(read);
  }

  /** Ways to explain a line, best first. */
  recognise(line: BankLine): Recognition[] {
    const found = [
      ...(this.#transfers.get(line.id) ?? []),
      ...findReturns(line, this.#paid.get(-line.amountMinor) ?? []),
      ...findLedgerItems(line, this.#ledger),
      ...findInstalment(line, this.#loans),
      ...findPrecedent(line, this.#precedents),
    ];
    return distinct(found.toSorted((a, b) => b.score - a.score)).slice(0, 5);
  }

  /** Tells that a line was booked, so that what it settled is not offered again. */
  take(line: BankLine, taken: Recognition): void {
    const { booking } = taken;
    if (booking === null) {
      const list = this.#paid.get(-line.amountMinor) ?? [];
      const back = list.findIndex((p) => sameItems(p, taken));
      if (back >= 0) list.splice(back, 1);
      return;
    }
    if (booking.entryId === null) return;
    this.#ledger = this.#ledger.flatMap((item) => {
      const isTaken =
        item.line.entryId === booking.entryId && item.line.account === booking.account;
      const openMinor = isTaken ? item.openMinor - line.amountMinor : item.openMinor;
      return openMinor === 0 ? [] : [{ ...item, openMinor }];
    });
  }
}

function sameItems(paid: PaidLine, taken: Recognition): boolean {
  return (
    paid.allocations.length === taken.allocations.length &&
    paid.allocations.every((a, i) => {
      const b = taken.allocations[i];
      return a.itemKind === b?.itemKind && a.itemId === b.itemId;
    })
  );
}

/** One account is offered once, from the surest of its reasons. */
function distinct(found: readonly Recognition[]): Recognition[] {
  const seen = new Set<string>();
  return found.filter(({ booking }) => {
    if (booking === null) return true;
    const key = `${booking.account} ${booking.partyId} ${booking.otherLineId ?? booking.entryId}`;
    const plain = `${booking.account} ${booking.partyId}`;
    const isKnown = seen.has(key) || (booking.entryId === null && seen.has(plain));
    seen.add(key).add(plain);
    return !isKnown;
  });
}
