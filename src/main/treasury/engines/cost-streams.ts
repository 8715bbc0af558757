import type { SourceRef } from "#contract/finding.ts";
import { noiseOf } from "./cost-steps.ts";
import { labelWords } from "./label-words.ts";
import { type RecurringFlow, recurringFlows } from "./recurring-flows.ts";

/** One cost: a line on a class 6 account, or money that left the bank and is not booked yet. */
export interface CostRow {
  ref: SourceRef;
  on: string;
  /** Net of VAT where that is known; a credit is negative. */
  amountMinor: number;
  /** Absent when the bank line is not booked. */
  account?: string;
  partyId?: string;
  label: string;
  /** True when a bill or another document stands behind. */
  hasDocument: boolean;
}

/** What one supplier (or wording) took on one account on one day. */
export interface CostHit {
  on: string;
  amountMinor: number;
  refs: SourceRef[];
  hasDocument: boolean;
}

/** A cost that comes back, with every hit of it so far. */
export interface CostStream {
  key: string;
  /** Who is paid: the party, or else the telling words of the label. */
  payee: string;
  label: string;
  partyId?: string;
  account?: string;
  periodDays: number;
  hitsPerYear: number;
  nextOn: string;
  hits: CostHit[];
}

interface Group extends Pick<CostStream, "key" | "payee" | "label" | "partyId" | "account"> {
  hits: CostHit[];
}

/** Amounts noisier than this (deviation of their logarithm) must pass the rules on amounts. */
const STEADY = 0.15;
const EVEN_MINOR = -100;

/**
 * Recurring costs, by the rules of recurring flows: same payee and account, a known rhythm, and a
 * last hit less than 1.3 periods ago. The rhythm is first read without the amounts, so that a price
 * that doubles does not end a stream; then, for groups that this leaves or whose amounts wander,
 * with them. Rows must not be later than `asOn`.
 */
export function costStreams(asOn: string, rows: readonly CostRow[]): CostStream[] {
  const groups = groupsOf(rows);
  const even = flowsOf(asOn, groups, () => EVEN_MINOR);
  const steady = even.filter(({ hits }) => noiseOf(hits.map((h) => h.amountMinor)) <= STEADY);
  const taken = new Set(steady.map((stream) => stream.key));
  const rest = groups.filter((group) => !taken.has(group.key));
  const others = flowsOf(asOn, rest, (hit) => -hit.amountMinor);
  return [...steady, ...others].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Rows by payee and account, those of a day together; days that end in a credit are left out. */
function groupsOf(rows: readonly CostRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const payee = payeeOf(row);
    if (payee === "") continue;
    const key = `${payee}|${row.account ?? ""}`;
    const group = groups.get(key) ?? { key, payee, label: row.label, hits: [] };
    group.label = row.label;
    if (row.partyId !== undefined) group.partyId = row.partyId;
    if (row.account !== undefined) group.account = row.account;
    const last = group.hits.at(-1);
    if (last?.on === row.on) {
      last.amountMinor += row.amountMinor;
      last.hasDocument ||= row.hasDocument;
      last.refs.push(row.ref);
    } else {
      const { on, amountMinor, hasDocument } = row;
      group.hits.push({ on, amountMinor, hasDocument, refs: [row.ref] });
    }
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, hits: group.hits.filter((hit) => hit.amountMinor > 0) }))
    .filter((group) => group.hits.length >= 3);
}

/** The party, or else the telling words of the label. */
export function payeeOf(row: CostRow): string {
  return row.partyId === undefined ? labelWords(row.label).join(" ") : `#${row.partyId}`;
}

function flowsOf(
  asOn: string,
  groups: readonly Group[],
  amountOf: (hit: CostHit) => number,
): CostStream[] {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const bankHistory = groups.flatMap((group) =>
    group.hits.map((hit, i) => ({
      ...{ id: `${group.key}|${i}`, bookedOn: hit.on, amountMinor: amountOf(hit) },
      ...{ label: group.label, partyId: group.key, matched: false },
    })),
  );
  return recurringFlows({ asOn, bankHistory }).flatMap((flow) => {
    const group = byKey.get(flow.partyId ?? "");
    return group ? [streamOf(flow, group)] : [];
  });
}

function streamOf(flow: RecurringFlow, group: Group): CostStream {
  const part = flow.key.slice(1 + group.key.length);
  const { periodDays, nextOn, every } = flow;
  const hitsPerYear = "months" in every ? 12 / every.months : 365.25 / every.days;
  const hits = flow.lineIds.flatMap((id) => {
    const hit = group.hits[Number(id.slice(id.lastIndexOf("|") + 1))];
    return hit ? [hit] : [];
  });
  return { ...group, key: `${group.key}${part}`, periodDays, hitsPerYear, nextOn, hits };
}
