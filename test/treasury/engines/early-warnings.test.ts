import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, fromDayNumber, toDayNumber } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { earlyWarnings } from "#main/treasury/engines/early-warnings.ts";
import {
  binomialTail,
  falseDiscoveryLimit,
  sampleTail,
} from "#main/treasury/engines/significance.ts";
import { disputes } from "#main/treasury/engines/warning-disputes.ts";
import { latenessDrift, overdueHabit } from "#main/treasury/engines/warning-lateness.ts";
import {
  type Detector,
  type Subject,
  type TradeRow,
  viewsOf,
} from "#main/treasury/engines/warning-model.ts";
import { type DetectorRecord, recordOf, review } from "#main/treasury/engines/warning-replay.ts";
import { orderGap } from "#main/treasury/engines/warning-trade.ts";
import { shuffled } from "./company.ts";
import { clientRows, steadyClients, supplierRows, warningInput } from "./warning-company.ts";

const asOn = "2026-06-30";
const lastDay = toDayNumber(asOn);
const warningsOf = (parts: object) => earlyWarnings(warningInput({ asOn, ...parts }));
const clientDetectors = [latenessDrift, overdueHabit, disputes, orderGap];

/** Reviews once a week from a day, as a person would open the screen. */
function weekly(trade: TradeRow[], fromOn: string) {
  const viewAt = viewsOf(warningInput({ asOn, trade }));
  const weeks = Math.floor(daysBetween(fromOn, asOn) / 7);
  return Array.from({ length: weeks }, (_, i) => viewAt(toDayNumber(fromOn) + 7 * i));
}

test("tails and the limit of false discoveries are those worked by hand", () => {
  expect(binomialTail({ n: 3, hits: 2 }, 0.5)).toBeCloseTo(0.5, 12);
  expect(binomialTail({ n: 4, hits: 0 }, 0.1)).toBe(1);
  expect(sampleTail([1, 2, 3, 4], 3)).toBeCloseTo(3 / 5, 12);
  expect(sampleTail([1, 2, 3, 4], 9)).toBeCloseTo(1 / 5, 12);
  // Benjamini and Hochberg's rule: of 4 p-values at q = 0.1 the limits are .025 .05 .075 .1.
  expect(falseDiscoveryLimit([0.2, 0.01, 0.06, 0.9], 0.1)).toBe(0.01);
  expect(falseDiscoveryLimit([0.04, 0.01, 0.06, 0.9], 0.1)).toBe(0.06);
  expect(falseDiscoveryLimit([0.3, 0.4], 0.1)).toBe(-1);
});

test("clients that pay as ever: at most one false alarm per client and five years", () => {
  let alarms = 0;
  let clients = 0;
  for (let seed = 1; seed <= 3; seed++) {
    const trade = steadyClients(seed, { clients: 20, fromOn: "2020-01-01", untilOn: asOn });
    const views = weekly(trade, "2021-07-01");
    clients += 20;
    for (const detector of clientDetectors) alarms += newAlarms(detector, views);
  }
  process.stdout.write(`false alarms per client and 5 years: ${(alarms / clients).toFixed(2)}\n`);
  expect(alarms).toBeGreaterThan(0);
  expect(alarms / clients).toBeLessThanOrEqual(1);
});

function newAlarms(detector: Detector, views: ReturnType<typeof weekly>): number {
  let alarms = 0;
  let standing = new Set<string>();
  for (const { alerts } of review(detector, views, () => 10_000)) {
    const now = new Set(alerts.map((a) => a.key));
    alarms += [...now].filter((key) => !standing.has(key)).length;
    standing = now;
  }
  return alarms;
}

test.each([
  { jumpDays: 12, leastFound: 0.8, mostDays: 84 },
  { jumpDays: 20, leastFound: 0.9, mostDays: 70 },
])("a client that pays $jumpDays days later is found within weeks", (asked) => {
  const delays: number[] = [];
  const tries = 20;
  for (let seed = 1; seed <= tries; seed++) {
    const found = detectionDelay(seed, asked.jumpDays);
    if (found !== undefined) delays.push(found);
  }
  delays.sort((a, b) => a - b);
  const median = delays[delays.length >> 1] ?? Number.POSITIVE_INFINITY;
  process.stdout.write(
    `+${asked.jumpDays} d: found ${delays.length} of ${tries} within 6 months, ` +
      `median ${median} days after the first due date concerned\n`,
  );
  expect(delays.length / tries).toBeGreaterThanOrEqual(asked.leastFound);
  expect(median).toBeLessThanOrEqual(asked.mostDays);
});

function detectionDelay(seed: number, jumpDays: number): number | undefined {
  const source = random(31 * seed);
  const start = "2026-01-05";
  const late = clientRows("drift", {
    ...{ fromOn: "2024-01-03", untilOn: asOn, everyDays: 14 },
    lateness: (on) => 5 + 6 * source.normal() + (addDays(on, 30) >= start ? jumpDays : 0),
  });
  const steady = steadyClients(seed, { clients: 19, fromOn: "2024-01-01", untilOn: asOn });
  const views = weekly([...steady, ...late], addDays(start, 7));
  const first = [latenessDrift, overdueHabit]
    .flatMap((d) => review(d, views, () => 10_000))
    .filter((r) => r.alerts.some((a) => a.key === "drift"))
    .map((r) => r.view.day - toDayNumber(start));
  return first.length === 0 ? undefined : Math.min(...first);
}

test("an invoice later than its client ever was is told, with what is usual and what is open", () => {
  const steady = steadyClients(4, { clients: 9, fromOn: "2024-01-01", untilOn: asOn });
  const unpaid = (month: string) =>
    clientRows("p", {
      ...{ fromOn: "2024-01-03", untilOn: asOn, everyDays: 14, lateness: () => 2 },
    }).map((r) => (r.issuedOn.startsWith(month) ? { ...r, payments: [] } : r));
  const { alerts } = warningsOf({ trade: [...steady, ...unpaid("2026-04")] });
  const alert = alerts.find((a) => a.kind === "overdue-habit");
  expect(alert).toMatchObject({ partyId: "p", impact: { unit: "minor" } });
  expect(alert?.impact.value).toBe(500_000 * (alert?.refs.length ?? 0));
  expect(alert?.parts.map((p) => p.code)).toEqual(["lateness-usual", "lateness-open", "overdue"]);
  expect(alert?.parts[0]?.figure.value).toBe(2);
  // Five months late is a known loss, no early warning.
  const stale = warningsOf({ trade: [...steady, ...unpaid("2025-12")] }).alerts;
  expect(stale.filter((a) => a.partyId === "p")).toEqual([]);
});

test("a supplier that grants 45 days, then 20, costs 25 days of what it bills", () => {
  const terms = [...Array.from({ length: 15 }, () => 45), 20, 20, 20];
  const trade = supplierRows("s", "2025-01-10", terms);
  const { alerts } = warningsOf({ trade });
  expect(alerts.map((a) => a.kind)).toEqual(["terms-shrinking"]);
  expect(alerts[0]?.parts.map((p) => p.figure.value)).toEqual([45, 20]);
  // Twelve bills of 6,000.00 a year, 25 days of 365.
  expect(alerts[0]?.impact.value).toBe(Math.round((12 * 600_000 * 25) / 365));
  expect(alerts[0]?.sinceOn).toBe("2026-04-10");
  const same = supplierRows(
    "s",
    "2025-01-10",
    Array.from({ length: 18 }, () => 45),
  );
  expect(warningsOf({ trade: same }).alerts).toEqual([]);
});

test("payments in part where there were none, and a client that takes half the billing", () => {
  const client = (id: string, grossMinor = 100_000) =>
    clientRows(id, {
      ...{ fromOn: "2025-01-06", untilOn: asOn, everyDays: 14, grossMinor, lateness: () => 3 },
    });
  const partly = client("a").map((r) => {
    const [first] = r.payments;
    if (first === undefined || first.paidOn < "2026-04-15") return r;
    return { ...r, payments: [{ ...first, amountMinor: 60_000 }] };
  });
  const others = ["b", "c", "d", "e"].flatMap((id) => client(id));
  const kinds = warningsOf({ trade: [...partly, ...others] }).alerts.map((a) => [
    a.kind,
    a.partyId,
  ]);
  expect(kinds).toContainEqual(["disputes", "a"]);
  const grown = client("e").map((r) => {
    const times = r.issuedOn >= "2026-01-01" ? 4 : 1;
    const payments = r.payments.map((p) => ({ ...p, amountMinor: p.amountMinor * times }));
    return { ...r, grossMinor: r.grossMinor * times, payments };
  });
  const trade = ["a", "b", "c", "d"].flatMap((id) => client(id));
  const [alert] = warningsOf({ trade: [...trade, ...grown] }).alerts;
  // Shares 4/8 against 1/5; Herfindahl (16 + 4)/64 against 1/5: 0.3125, +0.1125.
  expect(alert).toMatchObject({ kind: "concentration", partyId: "e" });
  expect(alert?.parts.map((p) => p.figure.value)).toEqual([0.5, 0.3, 0.313, 0.112]);
});

test("balances below the floor for more days than usual are told", () => {
  const bank = Array.from({ length: 60 }, (_, i) => ({
    ...{ id: `b${i}`, bookedOn: addDays("2025-11-01", 4 * i), label: "VIR" },
    amountMinor: i % 2 === 0 ? 50_000 : -50_000,
  }));
  const down = { id: "z", bookedOn: "2026-06-10", label: "MACHINE", amountMinor: -400_000 };
  const asked = { openingMinor: 300_000, floorMinor: 100_000 };
  expect(warningsOf({ ...asked, bank }).alerts).toEqual([]);
  const [alert] = warningsOf({ ...asked, bank: [...bank, down] }).alerts;
  expect(alert?.kind).toBe("days-below-floor");
  expect(alert?.parts[0]?.figure.value).toBe(21);
  expect(alert?.sinceOn).toBe("2026-06-10");
});

/** A detector that alerts about one of four clients at each review, right as often as asked. */
function coin(rightShare: number): Detector {
  const right = (day: number, key: string) =>
    key === "k0"
      ? ((day / 14) % 10) / 10 < rightShare
      : ((day / 14 + Number(key.slice(1))) % 10) / 10 < 0.3;
  return {
    ...{ name: "order-gap", horizonDays: 28 },
    look: (view) =>
      ["k0", "k1", "k2", "k3"].map(
        (key): Subject => ({
          ...{ key, partyId: key, pValue: null, impactMinor: 100_000, sinceDay: view.day },
          isLarge: key === "k0" && (view.day / 14) % 2 === 0,
          describe: () => ({ parts: [], refs: [] }),
        }),
      ),
    cameTrue: ({ key }, { before }) => right(before.day, key),
  };
}

function recordOfCoin(rightShare: number, reviews: number): DetectorRecord {
  const viewAt = viewsOf(warningInput({ asOn }));
  const views = Array.from({ length: reviews }, (_, i) => viewAt(14 * i));
  const at = { lastDay: 14 * reviews + 28, viewAt };
  return recordOf(
    coin(rightShare),
    review(coin(rightShare), views, () => 0),
    at,
  );
}

test("a detector no better than chance is off after 30 alerts, learning before, on if it is right", () => {
  expect(recordOfCoin(0.3, 70)).toMatchObject({ alerts: 35, state: "off" });
  expect(recordOfCoin(0.3, 40)).toMatchObject({ alerts: 20, state: "learning" });
  const good = recordOfCoin(0.9, 70);
  expect(good).toMatchObject({ alerts: 35, hits: 35, hitRate: 1, state: "on", observations: 280 });
  expect(good.lift).toBeCloseTo(1 / ((63 + 63) / 280), 6);
});

test("at most five alerts, the largest first; the others are counted", () => {
  const suppliers = Array.from({ length: 9 }, (_, i) =>
    supplierRows(`s${i}`, "2025-01-10", [...Array.from({ length: 15 }, () => 45 + i), 20, 20, 20]),
  );
  const { alerts, heldBack } = warningsOf({ trade: suppliers.flat() });
  expect(alerts.map((a) => a.partyId)).toEqual(["s8", "s7", "s6", "s5", "s4"]);
  expect(heldBack).toBe(4);
});

test("rows in any order give the same; rows after the day, or none, change nothing", () => {
  const early = "2025-12-31";
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const trade = steadyClients(seed, { clients: 6, fromOn: "2024-06-01", untilOn: asOn });
      const known = trade
        .filter((r) => r.issuedOn <= early)
        .map((r) => ({ ...r, payments: r.payments.filter((p) => p.paidOn <= early) }));
      const all = earlyWarnings(warningInput({ asOn: early, trade: shuffled(trade, seed) }));
      expect(all).toEqual(earlyWarnings(warningInput({ asOn: early, trade: known })));
    }),
    { numRuns: 15 },
  );
  const { alerts, detectors } = warningsOf({});
  expect(alerts).toEqual([]);
  expect(detectors.map((d) => d.state)).toEqual(Array.from({ length: 10 }, () => "learning"));
});

test("since when is never after the day, and every figure says how far to believe it", () => {
  const source = random(8);
  const late = clientRows("drift", {
    ...{ fromOn: "2024-01-03", untilOn: asOn, everyDays: 14 },
    lateness: (on) => 5 + 6 * source.normal() + (on > "2025-11-30" ? 20 : 0),
  });
  const trade = [
    ...steadyClients(8, { clients: 12, fromOn: "2024-01-01", untilOn: asOn }),
    ...late,
  ];
  let seen = 0;
  for (let week = 0; week < 26; week++) {
    const on = fromDayNumber(lastDay - 7 * week);
    for (const alert of earlyWarnings(warningInput({ asOn: on, trade })).alerts) {
      seen++;
      expect(alert.sinceOn <= on).toBe(true);
      expect(alert.refs.length).toBeGreaterThan(0);
      for (const { figure } of alert.parts)
        expect(figure.reliability.observations).toBeGreaterThan(0);
    }
  }
  expect(seen).toBeGreaterThan(0);
});
