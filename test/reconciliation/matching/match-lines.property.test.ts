import fc from "fast-check";
import { expect, test } from "vitest";
import { matchLines } from "#main/reconciliation/matching/match-lines.ts";
import type {
  MatchDecision,
  MatchInput,
  MatchLine,
  OpenItem,
} from "#main/reconciliation/matching/model.ts";
import { OPTIONS } from "./match-table.ts";

/** A crowded little book: few parties, few amounts, so that ties and conflicts are everywhere. */
const crowded: fc.Arbitrary<MatchInput> = fc
  .record({
    items: fc.array(
      fc.record({
        party: fc.integer({ min: 0, max: 3 }),
        amountMinor: fc.constantFrom(1000, 1001, 2500, 3500, 6000, 12_345, -1000, -2500, -12_345),
        day: fc.integer({ min: 1, max: 28 }),
        isCard: fc.boolean(),
      }),
      { maxLength: 25 },
    ),
    lines: fc.array(
      fc.record({
        amountMinor: fc.constantFrom(0, 1000, 999, 985, 2500, 3500, 6000, 12_345, -1000, -2500),
        day: fc.integer({ min: 1, max: 28 }),
        party: fc.integer({ min: 0, max: 4 }),
        named: fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 3 }),
        isCard: fc.boolean(),
      }),
      { maxLength: 25 },
    ),
    automatic: fc.boolean(),
    toleranceMinor: fc.constantFrom(0, 5),
  })
  .map(({ items, lines, automatic, toleranceMinor }) => ({
    items: items.map((item, n) => makeItem(item, n)),
    lines: lines.map((line, n) => makeLine(line, n)),
    habits: new Map([["p1", { medianDelayDays: 3, count: 5 }]]),
    options: { ...OPTIONS, automatic, toleranceMinor },
  }));

const NAMES = ["Aubrac", "Aubrac Garage", "Belmont Conseil", "Carvalin", "Inconnu Total"];

function makeItem(
  seed: { party: number; amountMinor: number; day: number; isCard: boolean },
  n: number,
): OpenItem {
  const issuedOn = `2025-03-${String(seed.day).padStart(2, "0")}`;
  return {
    id: `i${n}`,
    kind: seed.amountMinor > 0 ? "invoice" : n % 2 === 0 ? "credit-note" : "bill",
    reference: `FA-2025-${String(100 + n).padStart(4, "0")}`,
    partyId: `p${seed.party}`,
    partyName: NAMES[seed.party] ?? "",
    partyAliases: [],
    partyIbans: [],
    issuedOn,
    dueOn: issuedOn,
    openMinor: seed.amountMinor,
    currency: "EUR",
    ...(seed.isCard ? { paymentMethod: "card" as const } : {}),
  };
}

function makeLine(
  seed: { amountMinor: number; day: number; party: number; named: number[]; isCard: boolean },
  n: number,
): MatchLine {
  const numbers = seed.named.map((i) => `FA-2025-${String(100 + i).padStart(4, "0")}`);
  const start = seed.isCard ? "REMISE CB" : "VIR SEPA";
  return {
    id: `l${n}`,
    bookedOn: `2025-04-${String(seed.day).padStart(2, "0")}`,
    amountMinor: seed.amountMinor,
    currency: "EUR",
    label: `${start} ${NAMES[seed.party]} ${numbers.join(" ")}`,
  };
}

test("every candidate adds up to its line and stays within what is open", () => {
  fc.assert(
    fc.property(crowded, (input) => {
      const decisions = matchLines(input);
      expect(decisions.map((d) => d.lineId)).toEqual(input.lines.map((l) => l.id));
      decisions.forEach((decision, n) => {
        checkCandidates(input, decision, input.lines[n]?.amountMinor ?? 0);
      });
    }),
    { numRuns: 400 },
  );
});

test("automatic decisions never take more of an item than is open", () => {
  fc.assert(
    fc.property(crowded, (input) => {
      const left = new Map(input.items.map((i) => [i.id, i.openMinor]));
      for (const { outcome, candidates } of matchLines(input)) {
        if (outcome !== "automatic") continue;
        for (const { itemId, amountMinor } of candidates[0]?.allocations ?? []) {
          const before = left.get(itemId) ?? 0;
          expect(Math.sign(amountMinor)).toBe(Math.sign(before));
          expect(Math.abs(amountMinor)).toBeLessThanOrEqual(Math.abs(before));
          left.set(itemId, before - amountMinor);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test("the order of lines and items changes nothing", () => {
  const shuffled = crowded.chain((input) =>
    fc.record({
      input: fc.constant(input),
      lines: fc.shuffledSubarray([...input.lines], { minLength: input.lines.length }),
      items: fc.shuffledSubarray([...input.items], { minLength: input.items.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ input, lines, items }) => {
      const straight = byId(matchLines(input));
      expect(byId(matchLines({ ...input, lines, items }))).toEqual(straight);
    }),
    { numRuns: 300 },
  );
});

test("automatic off decides the same, as suggestions", () => {
  fc.assert(
    fc.property(crowded, (input) => {
      const on = matchLines({ ...input, options: { ...input.options, automatic: true } });
      const off = matchLines({ ...input, options: { ...input.options, automatic: false } });
      expect(off.some((d) => d.outcome === "automatic")).toBe(false);
      expect(off.map((d) => d.candidates)).toEqual(on.map((d) => d.candidates));
    }),
    { numRuns: 100 },
  );
});

function checkCandidates(input: MatchInput, decision: MatchDecision, lineMinor: number): void {
  const open = new Map(input.items.map((i) => [i.id, i.openMinor]));
  expect(decision.candidates.length).toBeLessThanOrEqual(5);
  expect(decision.outcome === "none").toBe(decision.candidates.length === 0);
  for (const c of decision.candidates) {
    const sum = c.allocations.reduce((total, a) => total + a.amountMinor, 0);
    expect(sum - c.feeMinor + c.differenceMinor).toBe(lineMinor);
    expect(new Set(c.allocations.map((a) => a.itemId)).size).toBe(c.allocations.length);
    for (const a of c.allocations) {
      expect(Math.abs(a.amountMinor)).toBeLessThanOrEqual(Math.abs(open.get(a.itemId) ?? 0));
    }
    const weights = c.reasons.reduce((total, r) => total + r.weight, 0);
    expect(c.score).toBeCloseTo(Math.min(1, Math.max(0, weights)), 3);
  }
}

function byId(decisions: readonly MatchDecision[]): MatchDecision[] {
  return [...decisions].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
}
