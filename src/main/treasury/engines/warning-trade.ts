import { medianOf, sampleTail } from "./significance.ts";
import {
  billedMinor,
  type Detector,
  type KnownItem,
  part,
  refOf,
  type Subject,
  type View,
} from "./warning-model.ts";

const YEAR = 365;
const FEWEST_ORDERS = 6;
const LONG_GAP = 3;
/** A client that orders less often than this has no rhythm to miss. */
const LONGEST_RHYTHM_DAYS = 60;
/** Silent for longer, a client is gone: that is no news. */
const GONE_DAYS = 365;
const RECENT_BILLS = 3;
const FEWEST_BILLS = 6;
const LEAST_TERM_DAYS = 3;
const GREAT_SHARE = 0.25;
const SHARE_RISE = 0.05;

function invoicesOf(items: readonly KnownItem[]): KnownItem[] {
  return items.filter((item) => item.row.kind === "invoice");
}

/** Days on which a client was invoiced, rising. */
function orderDays(items: readonly KnownItem[]): number[] {
  return [...new Set(invoicesOf(items).map((item) => item.issuedDay))];
}

function gapsOf(days: readonly number[]): number[] {
  return days.slice(1).map((day, i) => day - (days[i] ?? day));
}

/** A client silent for more than three of its own median gaps between orders. */
export const orderGap: Detector = {
  name: "order-gap",
  horizonDays: 56,
  look(view) {
    const clients = [...view.customers].flatMap(([partyId, items]) => {
      const days = orderDays(items);
      const gaps = gapsOf(days);
      const usual = medianOf(gaps);
      const last = days.at(-1) ?? view.day;
      const isLive = usual <= LONGEST_RHYTHM_DAYS && view.day - last <= GONE_DAYS;
      return days.length >= FEWEST_ORDERS && isLive ? [{ partyId, items, gaps, usual, last }] : [];
    });
    const ratios = clients.flatMap((c) => c.gaps.map((gap) => gap / c.usual));
    const pool = Float64Array.from(ratios).sort();
    return clients.map((client) => gapSubject(view, client, pool));
  },
  cameTrue({ key }, { before, after }) {
    const days = orderDays(after.customers.get(key) ?? []);
    return !days.some((day) => day > before.day);
  },
};

function gapSubject(
  view: View,
  client: {
    partyId: string;
    items: readonly KnownItem[];
    gaps: number[];
    usual: number;
    last: number;
  },
  pool: Float64Array,
): Subject {
  const { partyId, items, gaps, usual, last } = client;
  const silent = view.day - last;
  return {
    ...{ key: partyId, partyId },
    pValue: sampleTail(pool, silent / usual),
    isLarge: silent > LONG_GAP * usual,
    // Three months of what the client ordered in its last year.
    impactMinor: Math.max(0, Math.round(billedMinor(items, { day: last, days: YEAR }) / 4)),
    sinceDay: last + Math.ceil(LONG_GAP * usual),
    describe() {
      const refs = invoicesOf(items).slice(-1).map(refOf);
      const past = { observations: gaps.length, periodDays: gaps.reduce((a, g) => a + g, 0) };
      return {
        parts: [
          part("gap-usual", { value: usual, unit: "days", ...past }),
          part(
            "gap-now",
            { value: silent, unit: "days", observations: 1, periodDays: silent },
            refs,
          ),
        ],
        refs,
      };
    },
  };
}

/** A supplier whose last three bills all leave fewer days to pay than any before them. */
export const termsShrinking: Detector = {
  name: "terms-shrinking",
  horizonDays: 84,
  look(view) {
    return [...view.suppliers].flatMap(([partyId, items]) => {
      const bills = invoicesOf(items).filter((bill) => bill.issuedDay > view.day - 2 * YEAR);
      const isLive = (bills.at(-1)?.issuedDay ?? 0) > view.day - 2 * RECENT_BILLS * 30;
      if (bills.length < FEWEST_BILLS + RECENT_BILLS || !isLive) return [];
      return [termsSubject(view, { partyId, items, bills })];
    });
  },
  cameTrue({ key }, { before, after }) {
    const bills = invoicesOf(after.suppliers.get(key) ?? []);
    const then = bills.filter((b) => b.issuedDay <= before.day);
    const next = bills.filter((b) => b.issuedDay > before.day).map(termOf);
    if (next.length === 0) return null;
    const usual = medianOf(then.slice(0, -RECENT_BILLS).map(termOf));
    return medianOf(next) <= usual - LEAST_TERM_DAYS;
  },
};

function termOf(bill: KnownItem): number {
  return bill.dueDay - bill.issuedDay;
}

function termsSubject(
  view: View,
  supplier: { partyId: string; items: readonly KnownItem[]; bills: KnownItem[] },
): Subject {
  const { partyId, items, bills } = supplier;
  const recent = bills.slice(-RECENT_BILLS);
  const past = bills.slice(0, -RECENT_BILLS);
  const now = medianOf(recent.map(termOf));
  const usual = medianOf(past.map(termOf));
  const isBelowAll = Math.max(...recent.map(termOf)) < Math.min(...past.map(termOf));
  const yearMinor = billedMinor(items, { day: view.day, days: YEAR });
  return {
    ...{ key: partyId, partyId },
    pValue: isBelowAll ? 1 / choose(bills.length, RECENT_BILLS) : 1,
    isLarge: usual - now >= LEAST_TERM_DAYS,
    // Cash that the lost days of credit take for good.
    impactMinor: Math.max(0, Math.round((yearMinor * (usual - now)) / YEAR)),
    sinceDay: recent[0]?.issuedDay ?? view.day,
    describe() {
      const refs = recent.map(refOf);
      const first = bills[0]?.issuedDay ?? view.day;
      const before = { observations: past.length, periodDays: view.day - first };
      const since = { observations: recent.length, periodDays: RECENT_BILLS * 30 };
      return {
        parts: [
          part("terms-usual", { value: usual, unit: "days", ...before }),
          part("terms-now", { value: now, unit: "days", ...since }, refs),
        ],
        refs,
      };
    },
  };
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
}

interface Shares {
  partyId: string;
  top: number;
  /** Herfindahl and Hirschman: sum of squared shares, 1 is a single client. */
  hhi: number;
  totalMinor: number;
  topMinor: number;
  clients: number;
}

/** Who weighs most in the billing of the days up to this one. */
function sharesOf(view: View, span: { day: number; days: number }): Shares | null {
  const billed = [...view.customers]
    .map(([partyId, items]) => ({ partyId, minor: billedMinor(items, span) }))
    .filter((one) => one.minor > 0)
    .sort((a, b) => b.minor - a.minor || (a.partyId < b.partyId ? -1 : 1));
  const totalMinor = billed.reduce((sum, one) => sum + one.minor, 0);
  const [first] = billed;
  if (first === undefined) return null;
  const hhi = billed.reduce((sum, one) => sum + (one.minor / totalMinor) ** 2, 0);
  return {
    ...{ partyId: first.partyId, top: first.minor / totalMinor, hhi },
    ...{ totalMinor, topMinor: first.minor, clients: billed.length },
  };
}

/** One client that weighs a quarter of the billing or more, and more than six months before. */
export const concentration: Detector = {
  name: "concentration",
  horizonDays: 84,
  look(view) {
    const half = Math.round(YEAR / 2);
    const now = sharesOf(view, { day: view.day, days: half });
    const then = sharesOf(view, { day: view.day - half, days: half });
    if (now === null || then === null || then.clients < 3) return [];
    const items = view.customers.get(now.partyId) ?? [];
    const before = billedMinor(items, { day: view.day - half, days: half }) / then.totalMinor;
    const isLarge =
      now.top >= (view.levels.concentrationShare ?? GREAT_SHARE) && now.top - before >= SHARE_RISE;
    return [
      {
        ...{ key: now.partyId, partyId: now.partyId, pValue: null, isLarge },
        impactMinor: now.topMinor,
        sinceDay: view.day,
        describe() {
          const refs = invoicesOf(items)
            .filter((item) => item.issuedDay > view.day - half)
            .map(refOf);
          const told = { unit: "share", observations: items.length, periodDays: half } as const;
          return {
            parts: [
              part("top-share", { value: now.top, ...told }, refs),
              part("top-share-delta", { value: now.top - before, ...told }),
              part("hhi", { value: now.hhi, ...told }),
              part("hhi-delta", { value: now.hhi - then.hhi, ...told }),
            ],
            refs,
          };
        },
      },
    ];
  },
  cameTrue({ key }, { before, after }) {
    const days = after.day - before.day;
    const next = sharesOf(after, { day: after.day, days });
    const then = sharesOf(before, { day: before.day, days: Math.round(YEAR / 2) });
    if (next === null || then === null) return null;
    const minor = billedMinor(after.customers.get(key) ?? [], { day: after.day, days });
    return minor / next.totalMinor >= then.top;
  },
};
