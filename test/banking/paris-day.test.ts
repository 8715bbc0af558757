import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parisDay } from "#main/banking/statement/paris-day.ts";

describe("the day in Paris", () => {
  it("is the one of the system's time zone tables, from 1996 on", () => {
    const paris = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });
    const min = Date.UTC(1996, 0, 1) / 60_000;
    const max = Date.UTC(2037, 11, 31) / 60_000;
    fc.assert(
      fc.property(fc.integer({ min, max }), (minutes) => {
        const at = new Date(minutes * 60_000);
        const text = at.toISOString().slice(0, 16).replace("T", " ");
        expect(parisDay(text)).toBe(paris.format(at));
      }),
      { numRuns: 500 },
    );
  });

  it("is nothing without a time, or of a day that does not exist", () => {
    expect(parisDay("2026-03-14")).toBeUndefined();
    expect(parisDay("2026-02-30 10:00")).toBeUndefined();
  });
});
