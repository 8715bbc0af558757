import type { SourceRef } from "#contract/finding.ts";
import { medianOf } from "./significance.ts";
import { type BankRow, type Detector, part, type Subject, type View } from "./warning-model.ts";

const MONTH = 30;
const MONTHS = 6;
/** Kendall's score of six lows: at most 2 pairs of 15 out of order (one-sided p below 0.03). */
const FALLING = -11;
const AHEAD_MONTHS = 3;
const FEWEST_DAYS_BELOW = 5;
const QUARTER = 90;
const FEES =
  /\bAGIOS?\b|INTERETS? DEBITEURS?|COM(?:MISSION)?S? D.?INTERVENTION|DECOUVERT|FRAIS (?:DE |SUR )?REJET/;

/** Lowest balance of the days after `day - days`, up to `day`; the balance carried in counts. */
function lowest(view: View, span: { day: number; days: number }): number {
  const start = span.day - span.days;
  let low = balanceAt(view, start);
  for (const one of view.bank) {
    if (one.day > start && one.day <= span.day) low = Math.min(low, one.balanceMinor);
  }
  return low;
}

function balanceAt(view: View, day: number): number {
  const known = view.bank.findLast((one) => one.day <= day);
  return known?.balanceMinor ?? view.openingMinor;
}

function isKnown(view: View, days: number): boolean {
  const [first] = view.bank;
  return first !== undefined && first.day <= view.day - days;
}

function isFollowed(view: View, day: number): boolean {
  const last = view.bank.at(-1);
  return last !== undefined && last.day >= day - MONTH;
}

function bankSubject(subject: Omit<Subject, "key" | "partyId" | "pValue">): Subject[] {
  return [{ key: "bank", partyId: null, pValue: null, ...subject }];
}

function linesOf(view: View, span: { day: number; days: number }): BankRow[] {
  return view.bank
    .filter((one) => one.day <= span.day && one.day > span.day - span.days)
    .flatMap((one) => one.lines);
}

function asRefs(lines: readonly BankRow[]): SourceRef[] {
  return lines.map((line) => ({ kind: "bank-line", id: line.id }));
}

/** The month's lowest balance falls month after month, and meets the floor within three. */
export const lowPoint: Detector = {
  name: "low-point",
  horizonDays: 84,
  look(view) {
    if (!isKnown(view, MONTHS * MONTH) || !isFollowed(view, view.day)) return [];
    const lows = Array.from({ length: MONTHS }, (_, i) =>
      lowest(view, { day: view.day - (MONTHS - 1 - i) * MONTH, days: MONTH }),
    );
    const last = lows.at(-1) ?? 0;
    const slopes: number[] = [];
    let score = 0;
    for (const [i, later] of lows.entries()) {
      for (const [j, earlier] of lows.slice(0, i).entries()) {
        slopes.push((later - earlier) / (i - j));
        score += Math.sign(later - earlier);
      }
    }
    const slope = medianOf(slopes);
    const ahead = Math.round(last + AHEAD_MONTHS * slope);
    const isLarge = score <= FALLING && last >= view.floorMinor && ahead < view.floorMinor;
    return bankSubject({
      isLarge,
      impactMinor: Math.max(0, view.floorMinor - ahead),
      sinceDay: view.day - (MONTHS - 1) * MONTH,
      describe() {
        const told = { unit: "minor", observations: MONTHS, periodDays: MONTHS * MONTH } as const;
        return {
          parts: [
            part("low-now", { value: last, ...told }),
            part("low-month-change", { value: slope, ...told }),
            part("low-ahead", { value: ahead, ...told }),
          ],
          refs: asRefs(linesOf(view, { day: view.day, days: MONTH }).filter(isLargePayment)),
        };
      },
    });
  },
  cameTrue: (_, { before, after }) => fellBelow(before, after),
};

function isLargePayment(line: BankRow, _: number, all: BankRow[]): boolean {
  const paid = all.map((one) => one.amountMinor).sort((a, b) => a - b);
  return line.amountMinor < 0 && line.amountMinor <= (paid[4] ?? 0);
}

function fellBelow(before: View, after: View): boolean | null {
  if (!isFollowed(after, after.day)) return null;
  const days = after.day - before.day;
  return lowest(after, { day: after.day, days }) < before.floorMinor;
}

/** Days of the last month that ended below the floor, more of them than usual. */
export const daysBelowFloor: Detector = {
  name: "days-below-floor",
  horizonDays: 28,
  look(view) {
    if (!isKnown(view, MONTH + QUARTER) || !isFollowed(view, view.day)) return [];
    const now = below(view, { day: view.day, days: MONTH });
    const past = below(view, { day: view.day - MONTH, days: QUARTER });
    const usual = past.length / (QUARTER / MONTH);
    const worst = Math.max(0, ...now.map((one) => view.floorMinor - one.balanceMinor));
    return bankSubject({
      isLarge: now.length >= FEWEST_DAYS_BELOW && now.length > 2 * usual,
      impactMinor: worst,
      sinceDay: now[0]?.day ?? view.day,
      describe() {
        const told = { observations: MONTH, periodDays: MONTH };
        const days = new Set(now.map((one) => one.day));
        const lines = view.bank.filter((one) => days.has(one.day)).flatMap((one) => one.lines);
        return {
          parts: [
            part("days-below", { value: now.length, unit: "days", ...told }),
            part("days-below-usual", {
              ...{ value: usual, unit: "days", observations: QUARTER, periodDays: QUARTER },
            }),
            part("deepest-below", { value: worst, unit: "minor", ...told }),
          ],
          refs: asRefs(lines.filter((line) => line.amountMinor < 0).slice(0, 5)),
        };
      },
    });
  },
  // The balance carried in counts: what stays below has come true.
  cameTrue: (_, { before, after }) => fellBelow(before, after),
};

/** Days of the span that ended below the floor, with their balance. */
function below(view: View, span: { day: number; days: number }) {
  const found: { day: number; balanceMinor: number }[] = [];
  for (let day = span.day - span.days + 1; day <= span.day; day++) {
    const balanceMinor = balanceAt(view, day);
    if (balanceMinor < view.floorMinor) found.push({ day, balanceMinor });
  }
  return found;
}

/** Overdraft interest, intervention and rejection fees of the quarter, more than of the one before. */
export const overdraftFees: Detector = {
  name: "overdraft-fees",
  horizonDays: 84,
  look(view) {
    if (!isKnown(view, 2 * QUARTER)) return [];
    const now = feesOf(linesOf(view, { day: view.day, days: QUARTER }));
    const then = feesOf(linesOf(view, { day: view.day - QUARTER, days: QUARTER }));
    const minor = sumOf(now);
    const fees = new Set(now);
    const first = view.bank.find((one) => one.lines.some((line) => fees.has(line)));
    return bankSubject({
      isLarge: minor > 1.5 * sumOf(then),
      impactMinor: 4 * minor,
      sinceDay: first?.day ?? view.day,
      describe() {
        const told = { unit: "minor", periodDays: QUARTER } as const;
        const refs = asRefs(now);
        return {
          parts: [
            part("fees-now", { value: minor, observations: now.length, ...told }, refs),
            part("fees-before", { value: sumOf(then), observations: then.length, ...told }),
          ],
          refs,
        };
      },
    });
  },
  cameTrue: (_, { before, after }) =>
    isFollowed(after, after.day)
      ? feesOf(linesOf(after, { day: after.day, days: after.day - before.day })).length > 0
      : null,
};

const areFees = new WeakMap<BankRow, boolean>();

/** The fees among lines; each label is read once, however many reviews look at it. */
function feesOf(lines: readonly BankRow[]): BankRow[] {
  return lines.filter((line) => {
    const known = areFees.get(line);
    if (known !== undefined) return known;
    const plain = line.label.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
    const isFee = line.amountMinor < 0 && FEES.test(plain);
    areFees.set(line, isFee);
    return isFee;
  });
}

function sumOf(lines: readonly BankRow[]): number {
  return lines.reduce((sum, line) => sum - line.amountMinor, 0);
}
