import { addDays } from "#contract/date.ts";
import { labelWords } from "./label-words.ts";

/** What a party still owes, or is owed, once every payment matched to it is taken off. */
export interface OwedItem {
  id: string;
  partyId: string;
  issuedOn: string;
  dueOn: string;
  /** As the bank will show it: an invoice positive, a bill negative, their credit notes opposite. */
  openMinor: number;
}

/** Money of the bank that no match gives to an item. */
export interface LooseMoney {
  id: string;
  on: string;
  amountMinor: number;
  label: string;
  /** Whose it is, by its entry or by the suggestion; unknown for a line that nothing explains. */
  partyId?: string | undefined;
  /** What the best suggestion would have it pay, signed alike. */
  named: readonly { itemId: string; amountMinor: number }[];
  /** Booked back to the party, or from it: it takes off what was paid before. */
  isBack?: boolean;
  /** Of what the suggestion leaves, the part that is too much paid (not a fee, not a discount). */
  spareMinor: number;
}

/** A part of such money on the item that it goes to. */
export interface ImputedPayment {
  itemId: string;
  moneyId: string;
  on: string;
  amountMinor: number;
}

/** What a party paid beyond its debts goes to what is billed within a quarter, and no later. */
const ADVANCE_DAYS = 91;
/** Money that goes back to the cent within a year was not a payment. */
const RETURN_DAYS = 365;

/**
 * Gives money on account to items: first what a suggestion names, then the party's oldest debts by
 * due date, those billed by the day of the payment before later ones (Code civil, art. 1342-10: the
 * debt that is due, then the oldest). No item gets more than is open of it and no euro is given
 * twice. Sent back since to the cent, under the same words, it pays nothing.
 */
export function imputePayments(
  items: readonly OwedItem[],
  money: readonly LooseMoney[],
): ImputedPayment[] {
  const owed = items
    .map((item) => ({ ...item }))
    .sort((a, b) => order(a.dueOn, b.dueOn) || order(a.issuedOn, b.issuedOn) || order(a.id, b.id));
  const byId = new Map(owed.map((item) => [item.id, item]));
  const byParty = Map.groupBy(owed, (item) => item.partyId);
  const found: ImputedPayment[] = [];
  const give = (one: LooseMoney, item: OwedItem, mostMinor: number): number => {
    const isSameSide = Math.sign(item.openMinor) === Math.sign(mostMinor);
    const least = Math.min(Math.abs(item.openMinor), Math.abs(mostMinor));
    const amountMinor = isSameSide ? Math.sign(mostMinor) * least : 0;
    if (amountMinor === 0) return 0;
    item.openMinor -= amountMinor;
    found.push({ itemId: item.id, moneyId: one.id, on: one.on, amountMinor });
    return amountMinor;
  };
  const kept = withoutBacks(
    money.filter(notReturned(money)).toSorted((a, b) => order(a.on, b.on) || order(a.id, b.id)),
  );
  const rests = kept.map((one) => {
    let { spareMinor } = one;
    for (const { itemId, amountMinor } of one.named) {
      const item = byId.get(itemId);
      if (item !== undefined) spareMinor += amountMinor - give(one, item, amountMinor);
    }
    return { one, spareMinor };
  });
  for (const { one, spareMinor } of rests) {
    let left = Math.sign(spareMinor) === Math.sign(one.amountMinor) ? spareMinor : 0;
    const own = byParty.get(one.partyId ?? "") ?? [];
    const lastOn = addDays(one.on, ADVANCE_DAYS);
    const billed = own.filter((item) => item.issuedOn <= one.on);
    const later = own.filter((item) => item.issuedOn > one.on && item.issuedOn <= lastOn);
    for (const item of [...billed, ...later]) left -= give(one, item, left);
  }
  return found;
}

/**
 * Money booked back takes off the party's last money before it: of the same cents first, else as
 * much as there is. What is left of it goes to credit notes, as money of its own.
 */
function withoutBacks(money: readonly LooseMoney[]): LooseMoney[] {
  const kept = money.map((one) => ({ ...one }));
  for (const back of kept.filter((one) => one.isBack)) {
    const before = kept
      .filter((one) => !one.isBack && one.partyId === back.partyId && one.on <= back.on)
      .filter((one) => one.spareMinor !== 0)
      .toReversed();
    const same = before.filter((one) => one.spareMinor === -back.spareMinor);
    for (const one of [...same, ...before]) {
      const taken =
        Math.sign(one.spareMinor) * Math.min(Math.abs(one.spareMinor), Math.abs(back.spareMinor));
      one.spareMinor -= taken;
      back.spareMinor += taken;
    }
  }
  return kept;
}

/** Each payment out takes the last one of its cents and words that came in before it, once. */
function notReturned(money: readonly LooseMoney[]): (one: LooseMoney) => boolean {
  const returned = new Set<string>();
  const backs = money
    .filter((one) => one.named.length === 0 && one.partyId === undefined)
    .sort((a, b) => order(a.on, b.on) || order(a.id, b.id));
  const byCents = Map.groupBy(money, (one) => one.amountMinor);
  for (const back of backs) {
    const words = new Set(labelWords(back.label));
    const paid = (byCents.get(-back.amountMinor) ?? [])
      .filter((one) => one.named.length > 0 || one.partyId !== undefined)
      .filter((one) => one.on <= back.on && addDays(one.on, RETURN_DAYS) >= back.on)
      .filter((one) => !returned.has(one.id) && labelWords(one.label).some((w) => words.has(w)))
      .sort((a, b) => order(b.on, a.on) || order(b.id, a.id))[0];
    if (paid !== undefined) returned.add(paid.id);
  }
  return (one) => !returned.has(one.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
