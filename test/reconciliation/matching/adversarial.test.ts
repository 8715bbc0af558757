import { describe, expect, test } from "vitest";
import { findSums } from "#main/reconciliation/matching/bounded-sums.ts";
import { matchLines } from "#main/reconciliation/matching/match-lines.ts";
import type { MatchLine, OpenItem } from "#main/reconciliation/matching/model.ts";
import { OPTIONS } from "./match-table.ts";

function invoice(n: number, openMinor: number, party = "Imprimerie Fauvel"): OpenItem {
  return {
    id: `i${n}`,
    kind: "invoice",
    reference: `FA-2025-${String(n).padStart(5, "0")}`,
    partyId: party,
    partyName: party,
    partyAliases: [],
    partyIbans: [],
    issuedOn: "2025-03-01",
    dueOn: "2025-03-31",
    openMinor,
    currency: "EUR",
  };
}

function receipt(n: number, amountMinor: number, label: string): MatchLine {
  return { id: `l${n}`, bookedOn: "2025-04-02", amountMinor, currency: "EUR", label };
}

function timed(lines: MatchLine[], items: OpenItem[]) {
  const startedAtMs = performance.now();
  const decisions = matchLines({ lines, items, habits: new Map(), options: OPTIONS });
  return { decisions, ms: performance.now() - startedAtMs };
}

describe("work stays bounded", () => {
  test("40 equal invoices of one party: every sum of them abstains, at once", () => {
    const items = Array.from({ length: 40 }, (_, n) => invoice(n, 10_000));
    const lines = Array.from({ length: 40 }, (_, n) =>
      receipt(n, 10_000 * ((n % 6) + 1), "VIR IMPRIMERIE FAUVEL"),
    );
    const { decisions, ms } = timed(lines, items);
    expect(new Set(decisions.map((d) => d.outcome))).toEqual(new Set(["abstained"]));
    for (const d of decisions) {
      expect(d.candidates[0]?.reasons.some((r) => r.signal === "tie")).toBe(true);
    }
    expect(ms).toBeLessThan(2000);
  });

  test("20 powers of two make a million sums; the group of six is found without them", () => {
    const amounts = Array.from({ length: 20 }, (_, n) => 2 ** n);
    const places = [1, 4, 9, 12, 15, 19];
    const target = places.reduce((sum, p) => sum + 2 ** p, 0);
    expect(findSums(amounts, target)).toEqual([places]);
    expect(findSums(amounts, target + 1)).toEqual([]);
  });

  test("a seventh member is never looked for", () => {
    const amounts = [1, 2, 4, 8, 16, 32, 64];
    expect(findSums(amounts, 127)).toEqual([]);
    expect(findSums(amounts, 126)).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  test("one party, one price, 4,000 invoices paid by number", () => {
    const items = Array.from({ length: 4000 }, (_, n) => invoice(n, 5000));
    const lines = items.map((item, n) => receipt(n, 5000, `VIR FAUVEL ${item.reference} X`));
    const { decisions, ms } = timed(lines, items);
    expect(decisions.every((d) => d.outcome === "automatic")).toBe(true);
    expect(ms).toBeLessThan(15_000);
  });

  test("a label that is nothing but numbers", () => {
    const items = Array.from({ length: 300 }, (_, n) => invoice(n, 5000 + n));
    const label = items.map((i) => i.reference).join(" ");
    const { decisions, ms } = timed([receipt(1, 5007, label)], items);
    expect(decisions[0]?.outcome).not.toBe("automatic");
    expect(ms).toBeLessThan(3000);
  });

  test("parties that all bear the same words", () => {
    const items = Array.from({ length: 2000 }, (_, n) =>
      invoice(n, 5000 + n, `Garage Martin ${n}`),
    );
    const lines = items.map((item, n) => receipt(n, item.openMinor, "VIR GARAGE MARTIN"));
    const { decisions, ms } = timed(lines, items);
    expect(decisions.some((d) => d.outcome === "automatic")).toBe(false);
    expect(ms).toBeLessThan(15_000);
  });
});

describe("what must not be taken for a reference", () => {
  test.each([
    ["a short number", "12", "VIR DU 12/03 2012"],
    ["a number inside a longer one", "FA-2025-0123", "VIR FA-2025-01234 9FA-2025-012"],
    ["a number inside a mandate", "2025-0123", "PRLV MANDAT XKZ20250123"],
    ["letters that go on", "FA-123", "VIR ALFA-123"],
  ])("%s", (_what, reference, label) => {
    const items = [{ ...invoice(1, 5000), reference }];
    const { decisions } = timed([receipt(1, 5000, label)], items);
    expect(decisions[0]?.outcome).toBe("suggested");
  });

  test("a date in the label, when the line names another party", () => {
    const items = [
      { ...invoice(1, 5000), reference: "FA-2025-0402" },
      { ...invoice(2, 5000, "Scierie Nervaux"), reference: "FA-2025-0007" },
    ];
    const { decisions } = timed([receipt(1, 5000, "VIR SCIERIE NERVAUX 20250402")], items);
    const allocated = decisions.flatMap((d) => (d.outcome === "automatic" ? d.candidates : []));
    expect(allocated.flatMap((c) => c.allocations.map((a) => a.itemId))).not.toContain("i1");
  });

  test("a date is not a number, unless a word announces one", () => {
    const items = [{ ...invoice(1, 5000), reference: "F250625" }];
    const dated = timed([receipt(1, 5000, "FRAIS DU 250625")], items).decisions[0];
    const named = timed([receipt(1, 5000, "FACTURE 250625")], items).decisions[0];
    expect(dated?.outcome).toBe("suggested");
    expect(named?.outcome).toBe("automatic");
  });

  test("equal numbers of two suppliers: the party decides", () => {
    const bills = ["Tannerie Estramont", "Verrerie Jourdel"].map((party, n) => ({
      ...invoice(n, -5000, party),
      kind: "bill" as const,
      reference: "F-2025-001",
    }));
    const alone = timed([receipt(1, -5000, "VIR EMIS F-2025-001")], bills).decisions[0];
    const named = timed([receipt(1, -5000, "VIR VERRERIE JOURDEL F-2025-001")], bills).decisions[0];
    expect(alone?.outcome).toBe("abstained");
    expect(named?.outcome).toBe("automatic");
    expect(named?.candidates[0]?.allocations[0]?.itemId).toBe("i1");
  });
});
