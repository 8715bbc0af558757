import { describe, expect, test } from "vitest";
import { matchTexts, OPTIONS, signalsOf, writeDecision } from "./match-table.ts";

const ONE_ITEM = "FA-2025-0123 | Menuiserie Aubrac SARL | 1200,00 | 2025-03-01";

describe("options and guards", () => {
  test("automatic off: the same answer, as a suggestion", () => {
    const options = { ...OPTIONS, automatic: false };
    const [found] = matchTexts(ONE_ITEM, "2025-04-02 | 1200,00 | VIR FA-2025-0123", { options });
    expect(found && writeDecision(found)).toBe("suggested FA-2025-0123 1200,00");
  });

  test("a tolerance admits a gap as a suggestion", () => {
    const options = { ...OPTIONS, toleranceMinor: 5 };
    const [found] = matchTexts(ONE_ITEM, "2025-04-02 | 1199,96 | VIR MENUISERIE AUBRAC", {
      options,
    });
    expect(found && writeDecision(found)).toBe("suggested FA-2025-0123 1200,00 difference -0,04");
    expect(signalsOf(found)).toContain("within-tolerance");
  });

  test("a payment long before the invoice was issued is never automatic", () => {
    const [found] = matchTexts(ONE_ITEM, "2025-01-02 | 1200,00 | VIR FA-2025-0123");
    expect(found?.outcome).not.toBe("automatic");
    expect(signalsOf(found)).toContain("date-before-issue");
  });

  test("another currency is another amount", () => {
    const items = "FA-2025-0123 | Aubrac | 1200,00 | 2025-03-01 | currency=CHF";
    const [found] = matchTexts(items, "2025-04-02 | 1200,00 | VIR FA-2025-0123");
    expect(found?.outcome).toBe("none");
  });

  test("a name inside a longer name gives way to it", () => {
    const items = `
FA-2025-0700 | Martin          | 45,00 | 2025-03-01
FA-2025-0701 | Martin Bâtiment | 45,00 | 2025-03-01
`;
    const [found] = matchTexts(items, "2025-04-02 | 45,00 | VIR MARTIN BATIMENT");
    expect(found && writeDecision(found)).toBe("automatic FA-2025-0701 45,00");
  });
});
