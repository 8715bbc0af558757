import { addDays, addMonths, fromDayNumber, toDayNumber } from "#contract/date.ts";
import { labelWords } from "./label-words.ts";

/** One line of the bank's history; `matched` when it settles an invoice or a bill. */
export interface BankHistoryLine {
  id: string;
  bookedOn: string;
  amountMinor: number;
  label: string;
  partyId?: string;
  matched: boolean;
}

/** A flow that comes back: found in history, not typed by anyone. */
export interface RecurringFlow {
  key: string;
  label: string;
  partyId?: string;
  /** Period as calendar months, or as days for weekly and fortnightly flows. */
  every: { months: number } | { days: number };
  periodDays: number;
  /** Median of the last three hits; negative is a disbursement. */
  amountMinor: number;
  /** Smallest and largest of the last six hits. */
  band: { lowMinor: number; highMinor: number };
  lastOn: string;
  /** Where its habit puts the next hit; may already be past by a few days. */
  habitOn: string;
  /** The next hit, after the analysis date. */
  nextOn: string;
  /** Deviation of the gaps in days. */
  jitterDays: number;
  /** True when most hits settled invoices or bills. */
  billed: boolean;
  observations: number;
  lineIds: string[];
}

interface Hit {
  day: number;
  amountMinor: number;
  matched: boolean;
  lineIds: string[];
}

interface Stream {
  key: string;
  label: string;
  partyId?: string;
  hits: Hit[];
}

interface Period {
  medianDays: number;
  every: { months: number } | { days: number };
  fewest: number;
  jitterLimit: number;
}

/** Known rhythms; short ones need more hits, because shopping looks weekly by chance. */
const PERIODS: Period[] = [
  { medianDays: 7, every: { days: 7 }, fewest: 6, jitterLimit: 1.75 },
  { medianDays: 14, every: { days: 14 }, fewest: 5, jitterLimit: 3.5 },
  { medianDays: 30.44, every: { months: 1 }, fewest: 3, jitterLimit: 6 },
  { medianDays: 61, every: { months: 2 }, fewest: 3, jitterLimit: 6 },
  { medianDays: 91, every: { months: 3 }, fewest: 3, jitterLimit: 7 },
  { medianDays: 182.5, every: { months: 6 }, fewest: 3, jitterLimit: 10 },
  { medianDays: 365, every: { months: 12 }, fewest: 3, jitterLimit: 12 },
];
const READ_HITS = 12;
const AMOUNT_SPREAD = 0.25;
const SILENCE = 1.3;

/**
 * Recurring flows of the bank's history (rules of the cost-drift engine): same party or same
 * telling words and same sign, a known rhythm, gaps and amounts that vary little, and a last
 * hit less than 1.3 periods ago. Lines after the analysis date are never read.
 */
export function recurringFlows(input: {
  asOn: string;
  bankHistory: readonly BankHistoryLine[];
}): RecurringFlow[] {
  const today = toDayNumber(input.asOn);
  const known = input.bankHistory.filter((l) => l.bookedOn <= input.asOn && l.amountMinor !== 0);
  const found: RecurringFlow[] = [];
  for (const stream of streams(known)) {
    const whole = recognise(stream, today);
    if (whole) found.push(whole);
    else
      for (const part of byAmount(stream)) found.push(...[recognise(part, today)].filter(isFlow));
  }
  return found.sort((a, b) => a.nextOn.localeCompare(b.nextOn) || (a.key < b.key ? -1 : 1));
}

/** The dates after `asOn` and up to `untilOn` on which a flow is expected. */
export function expectedDates(flow: RecurringFlow, asOn: string, untilOn: string): string[] {
  const dates: string[] = [];
  for (let n = 0; ; n++) {
    const on = n === 0 ? flow.nextOn : step(flow.habitOn, flow.every, n);
    if (on > untilOn) return dates;
    if (on > asOn && on !== dates.at(-1)) dates.push(on);
  }
}

function isFlow(flow: RecurringFlow | undefined): flow is RecurringFlow {
  return flow !== undefined;
}

/** Lines of one party, or else of one wording, and of one sign; a day's lines are one hit. */
function streams(lines: readonly BankHistoryLine[]): Stream[] {
  const sorted = [...lines].sort(
    (a, b) => a.bookedOn.localeCompare(b.bookedOn) || (a.id < b.id ? -1 : 1),
  );
  const wordings = sorted.map((line) => labelWords(line.label).join(" "));
  const partyOf = new Map<string, string>();
  for (const [i, line] of sorted.entries()) {
    if (line.partyId !== undefined) partyOf.set(wordings[i] ?? "", line.partyId);
  }
  const byKey = new Map<string, Stream>();
  for (const [i, line] of sorted.entries()) {
    const wording = wordings[i] ?? "";
    const partyId = line.partyId ?? partyOf.get(wording);
    if (partyId === undefined && wording === "") continue;
    const key = `${line.amountMinor < 0 ? "-" : "+"}${partyId ?? wording}`;
    const stream = byKey.get(key) ?? { key, label: line.label, hits: [] };
    stream.label = line.label;
    if (partyId !== undefined) stream.partyId = partyId;
    addHit(stream.hits, line);
    byKey.set(key, stream);
  }
  return [...byKey.values()];
}

function addHit(hits: Hit[], line: BankHistoryLine): void {
  const day = toDayNumber(line.bookedOn);
  const last = hits.at(-1);
  if (last?.day === day) {
    last.amountMinor += line.amountMinor;
    last.matched &&= line.matched;
    last.lineIds.push(line.id);
  } else {
    const { amountMinor, matched } = line;
    hits.push({ day, amountMinor, matched, lineIds: [line.id] });
  }
}

/** Splits a stream where sorted amounts jump by more than the spread allowed. */
function byAmount(stream: Stream): Stream[] {
  const sorted = [...stream.hits].sort(
    (a, b) => Math.abs(a.amountMinor) - Math.abs(b.amountMinor) || a.day - b.day,
  );
  const groups: Hit[][] = [];
  let previous = 0;
  for (const hit of sorted) {
    const size = Math.abs(hit.amountMinor);
    const group = groups.at(-1);
    if (group && size <= previous * (1 + AMOUNT_SPREAD)) group.push(hit);
    else groups.push([hit]);
    previous = size;
  }
  if (groups.length < 2) return [];
  return groups.map((hits, i) => ({
    ...stream,
    key: `${stream.key}#${i + 1}`,
    hits: hits.sort((a, b) => a.day - b.day),
  }));
}

function recognise(stream: Stream, today: number): RecurringFlow | undefined {
  const hits = stream.hits.slice(-READ_HITS);
  const last = hits.at(-1);
  if (!last || hits.length < 3 || amountSpread(hits) > AMOUNT_SPREAD) return undefined;
  const gaps = hits.slice(1).map((h, i) => h.day - (hits[i]?.day ?? h.day));
  const period = periodOf(median(gaps));
  if (!period || hits.length < period.fewest) return undefined;
  const jitterDays = gapJitter(gaps, period.medianDays);
  if (jitterDays > period.jitterLimit) return undefined;
  if (today - last.day >= SILENCE * period.medianDays) return undefined;
  const recent = hits.slice(-6).map((h) => h.amountMinor);
  const habitDay = nextDay(hits, period);
  return {
    key: stream.key,
    label: stream.label,
    ...(stream.partyId === undefined ? {} : { partyId: stream.partyId }),
    every: period.every,
    periodDays: Math.round(period.medianDays),
    amountMinor: Math.round(median(recent.slice(-3))),
    band: { lowMinor: Math.min(...recent), highMinor: Math.max(...recent) },
    lastOn: fromDayNumber(last.day),
    habitOn: fromDayNumber(habitDay),
    nextOn: fromDayNumber(Math.max(today + 1, habitDay)),
    jitterDays,
    billed: hits.filter((h) => h.matched).length * 2 > hits.length,
    observations: stream.hits.length,
    lineIds: stream.hits.flatMap((h) => h.lineIds),
  };
}

function periodOf(gap: number): Period | undefined {
  return PERIODS.find((p) =>
    p.medianDays === 30.44 ? gap >= 26 && gap <= 35 : Math.abs(gap / p.medianDays - 1) <= 0.1,
  );
}

/** Deviation of the gaps; a missed hit counts as two gaps, for at most one gap in five. */
function gapJitter(gaps: readonly number[], periodDays: number): number {
  let missed = 0;
  const folded = gaps.map((gap) => {
    const times = Math.max(1, Math.round(gap / periodDays));
    missed += times - 1;
    return gap / times;
  });
  return missed * 5 > gaps.length ? Number.POSITIVE_INFINITY : deviation(folded);
}

function amountSpread(hits: readonly Hit[]): number {
  const sizes = hits.map((h) => h.amountMinor);
  const mean = sizes.reduce((a, s) => a + s, 0) / sizes.length;
  return deviation(sizes) / Math.abs(mean);
}

/** Each of the last six hits says when the next one falls; the median of what they say. */
function nextDay(hits: readonly Hit[], period: Period): number {
  const last = hits.at(-1)?.day ?? 0;
  const votes = hits.slice(-6).map((hit) => {
    const steps = Math.round((last - hit.day) / period.medianDays) + 1;
    return toDayNumber(step(fromDayNumber(hit.day), period.every, steps));
  });
  return Math.max(last + 1, Math.round(median(votes)));
}

function step(on: string, every: RecurringFlow["every"], times: number): string {
  return "months" in every ? addMonths(on, every.months * times) : addDays(on, every.days * times);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((a, v) => a + v, 0) / values.length;
  return Math.sqrt(values.reduce((a, v) => a + (v - mean) ** 2, 0) / values.length);
}
