import { type Grade, gradeDraft, leader } from "./grade.ts";
import { giveBack, itemsOfAmount, leftOf, takeFrom } from "./item-pool.ts";
import type { LineEvidence } from "./line-evidence.ts";
import { type Depth, propose } from "./propose.ts";
import type { Draft, MatchContext } from "./weigh.ts";

/** What has been decided so far, by the place of the line in date order. */
export interface Settlement {
  readonly context: MatchContext;
  readonly lines: readonly LineEvidence[];
  readonly settled: Map<number, { draft: Draft; grade: Grade }>;
  /** Lines held back because another one claims the same item: the other line's id. */
  readonly conflicts: Map<number, string>;
}

interface Claim {
  readonly place: number;
  readonly draft: Draft;
  readonly grade: Grade;
}

/** Settles what references prove, whatever the dates: surest grade first. */
export function settleReferences(settlement: Settlement): void {
  for (const grade of [1, 2] as const) {
    const places = openPlaces(settlement).filter((p) => namesSomething(settlement, p));
    settle(settlement, claimsOf(settlement, places, { most: grade, depth: "exact" }));
  }
}

/** Settles in order of dates, one day at a time, so that a line only meets what was open then. */
export function settleByDate(settlement: Settlement, most: Grade, depth: Depth): number {
  const before = settlement.settled.size;
  let day: number[] = [];
  for (const place of openPlaces(settlement)) {
    if (!pointsSomewhere(settlement, place)) continue;
    if (day.length > 0 && dayOf(settlement, day[0]) !== dayOf(settlement, place)) {
      settle(settlement, claimsOf(settlement, day, { most, depth }));
      day = [];
    }
    day.push(place);
  }
  settle(settlement, claimsOf(settlement, day, { most, depth }));
  return settlement.settled.size - before;
}

/**
 * A line left without the item that its party and exact amount ask for, because an earlier line
 * took it on no better evidence: the last such line is withdrawn and both are left to a person.
 */
export function withdrawDoubles(settlement: Settlement): void {
  const { context, lines, settled, conflicts } = settlement;
  const holders = new Map<string, number[]>();
  for (const place of [...settled.keys()].sort((a, b) => a - b)) {
    const found = settled.get(place);
    if (found?.grade !== 3) continue;
    const item = found.draft.allocations[0]?.[0] ?? -1;
    push(holders, doubleKey(lines[place], context.pool.party[item] ?? -1), place);
  }
  for (const place of openPlaces(settlement)) {
    const line = lines[place];
    if (line === undefined || conflicts.has(place) || line.hits.length > 0) continue;
    for (const { party } of line.parties.filter((p) => p.strong)) {
      const { currency, amountMinor } = line.line;
      if (itemsOfAmount(context.pool, { currency, amountMinor, party }, 1).length > 0) continue;
      const list = holders.get(doubleKey(line, party)) ?? [];
      const holder = list.filter((h) => takesIssuedBy(settlement, h, line.day)).at(-1);
      if (holder === undefined) continue;
      list.splice(list.indexOf(holder), 1);
      withdraw(settlement, holder, line.line.id);
      conflicts.set(place, lines[holder]?.line.id ?? "");
      break;
    }
  }
}

function withdraw(settlement: Settlement, place: number, rivalId: string): void {
  const { context, settled, conflicts } = settlement;
  for (const [item, amount] of settled.get(place)?.draft.allocations ?? []) {
    giveBack(context.pool, item, amount);
    context.pool.contested.add(item);
  }
  settled.delete(place);
  conflicts.set(place, rivalId);
}

function takesIssuedBy(settlement: Settlement, place: number, day: number): boolean {
  const item = settlement.settled.get(place)?.draft.allocations[0]?.[0] ?? -1;
  return (settlement.context.pool.issuedDay[item] ?? 0) <= day;
}

function claimsOf(
  settlement: Settlement,
  places: readonly number[],
  how: { most: Grade; depth: Depth },
): Claim[] {
  const { context, lines } = settlement;
  const claims: Claim[] = [];
  for (const place of places) {
    const evidence = lines[place];
    if (evidence === undefined) continue;
    const { best, rival } = leader(context, propose(context, evidence, how.depth));
    if (best === undefined || rival !== undefined) continue;
    const grade = gradeDraft(context, evidence, best);
    if (grade !== 0 && grade <= how.most) claims.push({ place, draft: best, grade });
  }
  return claims;
}

/** Takes what is claimed once; where claims exceed an item, every claimant is held back. */
function settle(settlement: Settlement, claims: readonly Claim[]): void {
  const { context, lines, settled, conflicts } = settlement;
  const claimed = new Map<number, { sum: number; places: number[] }>();
  for (const { place, draft } of claims) {
    for (const [item, amount] of draft.allocations) {
      const entry = claimed.get(item) ?? { sum: 0, places: [] };
      entry.sum += amount;
      entry.places.push(place);
      claimed.set(item, entry);
    }
  }
  for (const [item, { sum, places }] of claimed) {
    if (Math.abs(sum) <= Math.abs(leftOf(context.pool, item))) continue;
    context.pool.contested.add(item);
    for (const place of places) {
      const rival = places.find((p) => p !== place) ?? place;
      conflicts.set(place, lines[rival]?.line.id ?? "");
    }
  }
  for (const { place, draft, grade } of claims) {
    if (conflicts.has(place)) continue;
    for (const [item, amount] of draft.allocations) takeFrom(context.pool, item, amount);
    settled.set(place, { draft, grade });
  }
}

function openPlaces({ lines, settled, conflicts }: Settlement): number[] {
  const places: number[] = [];
  for (let p = 0; p < lines.length; p++) if (!settled.has(p) && !conflicts.has(p)) places.push(p);
  return places;
}

function namesSomething(settlement: Settlement, place: number): boolean {
  return (settlement.lines[place]?.hits.length ?? 0) > 0;
}

function pointsSomewhere(settlement: Settlement, place: number): boolean {
  const line = settlement.lines[place];
  if (line === undefined) return false;
  return line.acquirer !== undefined || line.parties.some((p) => p.strong);
}

function dayOf(settlement: Settlement, place: number | undefined): number | undefined {
  return settlement.lines[place ?? -1]?.day;
}

function doubleKey(line: LineEvidence | undefined, party: number): string {
  return `${party} ${line?.line.currency} ${line?.line.amountMinor}`;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
