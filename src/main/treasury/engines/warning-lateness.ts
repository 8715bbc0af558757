import { normalTail } from "./payment-patterns.ts";
import { medianOf, sampleTail } from "./significance.ts";
import { shrunkMean } from "./small-data.ts";
import {
  billedMinor,
  type Detector,
  type KnownItem,
  part,
  refOf,
  type Subject,
  type View,
} from "./warning-model.ts";

/** Payments younger than this are held against those older. */
const RECENT_DAYS = 90;
const FEWEST_BEFORE = 8;
const FEWEST_RECENT = 3;
/** Scale of a client that never varied: a payment slips by a weekend. */
const LEAST_SCALE_DAYS = 2;
/** Weight of the portfolio in a client's scale, in payments. */
const SCALE_WEIGHT = 5;
const SMOOTHING = 0.3;
const CUSUM_SLACK = 0.5;
const CUSUM_LIMIT = 4;
const CLIP = 3;
const LEAST_DRIFT_DAYS = 3;
const LEAST_EXCESS_DAYS = 7;
/** An invoice later than this is a known loss, not a signal. */
const STALE_DAYS = 120;
/** Future lateness above the habit by this much makes a drift come true. */
const WORSE_DAYS = 5;

interface Habit {
  medianDays: number;
  scaleDays: number;
  /** Settled before the recent days, and since, in the order of settlement. */
  before: Settled[];
  recent: Settled[];
}

interface Settled {
  item: KnownItem;
  day: number;
  lateness: number;
}

interface Habits {
  byParty: Map<string, Habit>;
  /** Standardised lateness of all clients' older payments, ascending, and its deviation. */
  pool: Float64Array;
  poolDeviation: number;
}

const habitsOfView = new WeakMap<View, Habits>();

/** Each client's own median and robust scale of lateness, both leaning on the portfolio's. */
function habitsOf(view: View): Habits {
  const known = habitsOfView.get(view);
  if (known !== undefined) return known;
  const raw = [...view.customers].map(([partyId, items]) => {
    const settled = settledOf(items);
    const before = settled.filter((s) => s.day <= view.day - RECENT_DAYS);
    const recent = settled.filter((s) => s.day > view.day - RECENT_DAYS);
    const medianDays = medianOf(before.map((s) => s.lateness));
    const spread = medianOf(before.map((s) => Math.abs(s.lateness - medianDays)));
    return { partyId, before, recent, medianDays, ownScale: spread * 1.4826 };
  });
  const judged = raw.filter((r) => r.before.length >= FEWEST_BEFORE);
  const common = Math.max(LEAST_SCALE_DAYS, medianOf(judged.map((r) => r.ownScale)));
  const byParty = new Map<string, Habit>();
  const pool: number[] = [];
  for (const { partyId, ownScale, ...rest } of judged) {
    const own = { n: rest.before.length, mean: ownScale };
    const scaleDays = Math.max(LEAST_SCALE_DAYS, shrunkMean(own, common, SCALE_WEIGHT));
    byParty.set(partyId, { ...rest, scaleDays });
    for (const s of rest.before) pool.push((s.lateness - rest.medianDays) / scaleDays);
  }
  const clipped = pool.map(clip);
  const variance = clipped.reduce((sum, z) => sum + z * z, 0) / Math.max(1, pool.length);
  const habits = {
    byParty,
    pool: Float64Array.from(pool).sort(),
    poolDeviation: Math.max(0.5, Math.sqrt(variance)),
  };
  habitsOfView.set(view, habits);
  return habits;
}

function settledOf(items: readonly KnownItem[]): Settled[] {
  const settled: Settled[] = [];
  for (const item of items) {
    const { settledDay: day, dueDay, row } = item;
    if (day !== null && row.kind === "invoice") settled.push({ item, day, lateness: day - dueDay });
  }
  return settled.sort((a, b) => a.day - b.day || (a.item.row.id < b.item.row.id ? -1 : 1));
}

function clip(z: number): number {
  return Math.max(-CLIP, Math.min(CLIP, z));
}

/**
 * Client lateness against its own habit: EWMA of standardised lateness over the last 90 days
 * (Roberts 1959), together with a CUSUM (Page 1954) that dates the change.
 */
export const latenessDrift: Detector = {
  name: "lateness-drift",
  horizonDays: 56,
  look(view) {
    const { byParty, poolDeviation } = habitsOf(view);
    return [...byParty].flatMap(([partyId, habit]) => {
      if (habit.recent.length < FEWEST_RECENT) return [];
      return [driftSubject(view, { partyId, habit, poolDeviation })];
    });
  },
  cameTrue({ key }, { before, after }) {
    const habit = habitsOf(before).byParty.get(key);
    const items = after.customers.get(key);
    if (habit === undefined || items === undefined) return null;
    const later = items.flatMap((item) => laterLateness(item, { before, after }));
    if (later.length === 0) return null;
    const mean = later.reduce((sum, l) => sum + l, 0) / later.length;
    const own = habit.before.reduce((sum, s) => sum + s.lateness, 0) / habit.before.length;
    return mean >= own + WORSE_DAYS;
  },
};

/** Lateness of what was settled in the days, or fell due in them and is still open. */
function laterLateness(item: KnownItem, { before, after }: { before: View; after: View }) {
  if (item.row.kind !== "invoice") return [];
  if (item.settledDay !== null) {
    return item.settledDay > before.day ? [item.settledDay - item.dueDay] : [];
  }
  return item.dueDay > before.day && item.dueDay < after.day ? [after.day - item.dueDay] : [];
}

function driftSubject(
  view: View,
  client: { partyId: string; habit: Habit; poolDeviation: number },
): Subject {
  const { partyId, habit, poolDeviation } = client;
  const { before, recent, medianDays, scaleDays } = habit;
  let ewma = 0;
  let cusum = 0;
  let sinceDay = recent[0]?.day ?? view.day;
  let isCounting = false;
  for (const s of recent) {
    const z = clip((s.lateness - medianDays) / scaleDays) / poolDeviation;
    ewma += SMOOTHING * (z - ewma);
    cusum = Math.max(0, cusum + z - CUSUM_SLACK);
    if (cusum > 0 && !isCounting) sinceDay = s.day;
    isCounting = cusum > 0;
  }
  const kept = (1 - SMOOTHING) ** recent.length;
  const chance = (SMOOTHING / (2 - SMOOTHING)) * (1 - kept ** 2);
  // The habit itself is a median of few payments: its own error is π/2 over their number.
  const ofHabit = ((1 - kept) ** 2 * Math.PI) / 2 / before.length;
  const driftDays = ewma * poolDeviation * scaleDays;
  const yearMinor = billedMinor(view.customers.get(partyId) ?? [], { day: view.day, days: 365 });
  return {
    ...{ key: partyId, partyId, sinceDay },
    pValue: ewma > 0 ? normalTail(ewma / Math.sqrt(chance + ofHabit)) : 1,
    isLarge: driftDays >= LEAST_DRIFT_DAYS && cusum >= CUSUM_LIMIT,
    impactMinor: Math.max(0, Math.round((yearMinor * driftDays) / 365)),
    describe() {
      const oldest = before[0]?.day ?? view.day;
      const past = { observations: before.length, periodDays: view.day - oldest };
      const now = { observations: recent.length, periodDays: RECENT_DAYS };
      const refs = recent.map((s) => refOf(s.item));
      return {
        parts: [
          part("lateness-usual", { value: medianDays, unit: "days", ...past }),
          part("lateness-recent", { value: medianDays + driftDays, unit: "days", ...now }, refs),
        ],
        refs,
      };
    },
  };
}

/** Open invoices that are later than the client ever is: each against its own habit. */
export const overdueHabit: Detector = {
  name: "overdue-habit",
  horizonDays: 28,
  look(view) {
    const { byParty, pool } = habitsOf(view);
    return [...byParty].flatMap(([partyId, habit]) => {
      const overdue = (view.customers.get(partyId) ?? []).filter((i) => isOverdue(i, view));
      return overdue.length === 0 ? [] : [overdueSubject(view, { partyId, habit, overdue, pool })];
    });
  },
  cameTrue({ key, describe }, { before, after }) {
    const [worst] = describe().refs;
    const item = after.customers.get(key)?.find((i) => i.row.id === worst?.id);
    if (item === undefined || after.day <= before.day) return null;
    return item.settledDay === null;
  },
};

function isOverdue(item: KnownItem, { day, levels }: View): boolean {
  const late = day - item.dueDay;
  const isOpen = item.row.kind === "invoice" && item.settledDay === null;
  return isOpen && late >= (levels.lateDays ?? 1) && late <= STALE_DAYS;
}

function overdueSubject(
  view: View,
  client: { partyId: string; habit: Habit; overdue: KnownItem[]; pool: Float64Array },
): Subject {
  const { partyId, habit, overdue, pool } = client;
  const { before, medianDays } = habit;
  const scaleDays = habit.scaleDays * Math.sqrt(1 + 1 / before.length);
  const late = overdue
    .map((item) => {
      const latenessDays = view.day - item.dueDay;
      const pValue = sampleTail(pool, (latenessDays - medianDays) / scaleDays);
      return { item, latenessDays, pValue };
    })
    .sort((a, b) => b.latenessDays - a.latenessDays || (a.item.row.id < b.item.row.id ? -1 : 1));
  const unusual = late.filter((one, i) => i === 0 || one.pValue <= 0.05);
  const worst = late[0] ?? { latenessDays: 0, pValue: 1 };
  const minor = unusual.reduce((sum, u) => sum + u.item.row.grossMinor - u.item.paidMinor, 0);
  const refs = unusual.map((u) => refOf(u.item));
  return {
    ...{ key: partyId, partyId, impactMinor: minor },
    pValue: Math.min(1, worst.pValue * overdue.length),
    isLarge: worst.latenessDays - medianDays >= LEAST_EXCESS_DAYS,
    sinceDay: view.day - Math.max(0, worst.latenessDays - Math.round(medianDays)),
    describe() {
      const past = {
        observations: before.length,
        periodDays: view.day - (before[0]?.day ?? view.day),
      };
      const now = { observations: unusual.length, periodDays: worst.latenessDays };
      return {
        parts: [
          part("lateness-usual", { value: medianDays, unit: "days", ...past }),
          part("lateness-open", { value: worst.latenessDays, unit: "days", ...now }, refs),
          part("overdue", { value: minor, unit: "minor", ...now }, refs),
        ],
        refs,
      };
    },
  };
}
