import { toDayNumber } from "#contract/date.ts";
import type { ForeignAmount, OpenItem } from "./model.ts";

/** "customer" for invoices and their credit notes, "supplier" for bills and theirs. */
export type Side = "customer" | "supplier";

/**
 * What is still open of every item while one matching runs. Items are ordered by issue date, then
 * reference, then id, and named by their place, so that the input's order never shows.
 * The only thing in the engine that changes; it lives and dies inside one call.
 */
export interface ItemPool {
  readonly items: readonly OpenItem[];
  readonly party: readonly number[];
  readonly issuedDay: Int32Array;
  readonly dueDay: Int32Array;
  readonly left: Float64Array;
  /** Items that two lines claim: no line may take them automatically any more. */
  readonly contested: Set<number>;
  readonly byAmount: Map<string, number[]>;
  readonly byPartyAmount: Map<string, number[]>;
  readonly byPartySide: Map<string, Set<number>>;
  readonly byCardDay: Map<string, number[]>;
  readonly byIssueDay: Map<string, number[]>;
  /** Items of which nothing is paid, by their amount in their own currency. */
  readonly byForeign: Map<string, number[]>;
}

/** The items in the pool's order; the party index must be built on this very list. */
export function orderItems(items: readonly OpenItem[]): OpenItem[] {
  return items.filter((i) => i.openMinor !== 0).sort(compareItems);
}

/** Builds the pool over ordered items. */
export function openPool(items: readonly OpenItem[], party: readonly number[]): ItemPool {
  const pool: ItemPool = {
    items,
    party,
    issuedDay: Int32Array.from(items, (i) => toDayNumber(i.issuedOn)),
    dueDay: Int32Array.from(items, (i) => toDayNumber(i.dueOn)),
    left: Float64Array.from(items, (i) => i.openMinor),
    contested: new Set(),
    byAmount: new Map(),
    byPartyAmount: new Map(),
    byPartySide: new Map(),
    byCardDay: new Map(),
    byIssueDay: new Map(),
    byForeign: new Map(),
  };
  items.forEach((item, i) => {
    file(pool, i);
    sideSet(pool, i).add(i);
    if (item.foreign) push(pool.byForeign, foreignKey(item.foreign), i);
    const day = `${item.currency} ${pool.issuedDay[i]}`;
    push(pool.byIssueDay, day, i);
    if (item.paymentMethod === "card") push(pool.byCardDay, day, i);
  });
  return pool;
}

/** Still open of one item, signed. */
export function leftOf(pool: ItemPool, item: number): number {
  return pool.left[item] ?? 0;
}

/** Takes an amount from an item; it must not go beyond what is left. */
export function takeFrom(pool: ItemPool, item: number, amountMinor: number): void {
  const left = leftOf(pool, item) - amountMinor;
  pool.left[item] = left === 0 ? 0 : left;
  if (left === 0) sideSet(pool, item).delete(item);
  else file(pool, item);
}

/** Gives back what a withdrawn decision had taken. */
export function giveBack(pool: ItemPool, item: number, amountMinor: number): void {
  pool.left[item] = leftOf(pool, item) + amountMinor;
  sideSet(pool, item).add(item);
  file(pool, item);
}

/** Open items of exactly this amount, oldest first; at most `most`. */
export function itemsOfAmount(
  pool: ItemPool,
  key: { currency: string; amountMinor: number; party?: number },
  most: number,
): number[] {
  const byParty = key.party !== undefined;
  const map = byParty ? pool.byPartyAmount : pool.byAmount;
  const name = byParty
    ? partyAmountKey(key.party ?? -1, key.currency, key.amountMinor)
    : amountKey(key.currency, key.amountMinor);
  const list = map.get(name) ?? [];
  const found: number[] = [];
  let dead = 0;
  for (const i of list) {
    if (leftOf(pool, i) !== key.amountMinor) dead++;
    else if (!found.includes(i)) found.push(i);
    if (found.length >= most) break;
  }
  // Many items of one price, once paid, must not be walked over again by every later line.
  if (dead > 32) {
    map.set(name, [...new Set(list.filter((i) => leftOf(pool, i) === key.amountMinor))]);
  }
  return found;
}

/** Items that nobody has paid any of, by their exact amount in another currency. */
export function itemsOfForeign(pool: ItemPool, foreign: ForeignAmount): number[] {
  const items = pool.byForeign.get(foreignKey(foreign)) ?? [];
  return items.filter((i) => leftOf(pool, i) === pool.items[i]?.openMinor);
}

function foreignKey({ currency, amountMinor }: ForeignAmount): string {
  return `${currency} ${amountMinor}`;
}

/** Open items of a party on one side and in one currency, oldest first; at most `most`. */
export function itemsOfParty(
  pool: ItemPool,
  key: { party: number; side: Side; currency: string },
  most: number,
): number[] {
  const found: number[] = [];
  for (const i of pool.byPartySide.get(`${key.party} ${key.side} ${key.currency}`) ?? []) {
    found.push(i);
    if (found.length >= most) break;
  }
  return found.sort((a, b) => a - b);
}

/** Which side an item stands on. */
export function sideOf(item: OpenItem): Side {
  return item.kind === "invoice" || item.kind === "credit-note" ? "customer" : "supplier";
}

function file(pool: ItemPool, i: number): void {
  const { currency } = pool.items[i] as OpenItem;
  const left = leftOf(pool, i);
  push(pool.byAmount, amountKey(currency, left), i);
  push(pool.byPartyAmount, partyAmountKey(pool.party[i] ?? -1, currency, left), i);
}

function sideSet(pool: ItemPool, i: number): Set<number> {
  const item = pool.items[i] as OpenItem;
  const key = `${pool.party[i]} ${sideOf(item)} ${item.currency}`;
  let set = pool.byPartySide.get(key);
  if (set === undefined) {
    set = new Set();
    pool.byPartySide.set(key, set);
  }
  return set;
}

function amountKey(currency: string, amountMinor: number): string {
  return `${currency} ${amountMinor}`;
}

function partyAmountKey(party: number, currency: string, amountMinor: number): string {
  return `${party} ${currency} ${amountMinor}`;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

function compareItems(a: OpenItem, b: OpenItem): number {
  return (
    compareText(a.issuedOn, b.issuedOn) ||
    compareText(a.reference, b.reference) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
