import { describe, expect, it } from "vitest";
import { monthsOf, periodsOf, usualMonths } from "#renderer/treasury/results/periods.ts";
import { rhythmWords } from "#renderer/treasury/results/rhythm-words.ts";
import { plainShare, shareWords } from "#renderer/treasury/results/share-words.ts";
import { costWords } from "#renderer/words/costs.ts";
import { pickWords } from "#renderer/words/words.ts";

const year = (id: number, startsOn: string, endsOn: string) => ({
  ...{ id, startsOn, endsOn, chart: "pcg-2025" },
});
const YEARS = [year(1, "2024-07-01", "2025-06-30"), year(2, "2025-07-01", "2026-06-30")];

describe("periods of results", () => {
  it("takes the last twelve full months first, then years, newest first", () => {
    expect(periodsOf("2026-03-17", YEARS)).toEqual([
      { key: "twelve", fromOn: "2025-03-01", toOn: "2026-02-28" },
      { key: "2", year: "2026", fromOn: "2025-07-01", toOn: "2026-06-30" },
      { key: "1", year: "2025", fromOn: "2024-07-01", toOn: "2025-06-30" },
    ]);
  });

  it("keeps the month of its last day", () => {
    expect(periodsOf("2024-02-29", [])).toEqual([
      { key: "twelve", fromOn: "2023-03-01", toOn: "2024-02-29" },
    ]);
  });

  it("compares the year of a day up to its last full month", () => {
    expect(usualMonths("2026-03-17", YEARS)).toEqual({ fromMonth: "2025-07", toMonth: "2026-02" });
    expect(usualMonths("2025-07-10", YEARS)).toEqual({ fromMonth: "2025-07", toMonth: "2025-07" });
    expect(usualMonths("2026-12-31", YEARS)).toEqual({ fromMonth: "2025-07", toMonth: "2026-06" });
    expect(usualMonths("2026-12-31", [])).toBeUndefined();
  });

  it("counts the months of a year that is not civil", () => {
    const months = monthsOf(year(1, "2024-07-01", "2025-06-30"));
    expect(months).toHaveLength(12);
    expect([months[0], months[11]]).toEqual(["2024-07", "2025-06"]);
  });
});

describe("words of results", () => {
  it("names rhythms within a tenth, and counts the days of the others", () => {
    const w = pickWords(costWords, "en");
    const named = [7, 28, 33, 91, 360, 45].map((days) => rhythmWords(days, w, "en"));
    expect(named).toEqual([
      ...["weekly", "monthly", "monthly", "quarterly", "yearly", "every 45 days"],
    ]);
  });

  it("tells changes with their sign, small ones with one more digit", () => {
    expect(shareWords(0.2923, "en")).toBe("+29.2%");
    expect(shareWords(-0.2616, "en")).toBe("\u221226.2%");
    expect(shareWords(0.00123, "en")).toBe("+0.12%");
    expect(plainShare(0.5, "en")).toBe("50%");
  });
});
