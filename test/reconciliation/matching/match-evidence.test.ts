import { describe, expect, test } from "vitest";
import { matchTexts, signalsOf, writeDecision } from "./match-table.ts";

describe("groups without numbers", () => {
  const OPEN = `
FA-2025-0400 | Domaine Valmeyre | 1310,45 | 2025-03-01
FA-2025-0401 | Domaine Valmeyre | 872,13  | 2025-03-05
FA-2025-0402 | Domaine Valmeyre | 455,90  | 2025-03-09
FA-2025-0403 | Autre Maison     | 872,13  | 2025-03-09
`;

  test("the only sum of one party's items is taken", () => {
    const [found] = matchTexts(OPEN, "2025-04-02 | 2182,58 | VIR DOMAINE VALMEYRE");
    expect(found && writeDecision(found)).toBe(
      "automatic FA-2025-0400 1310,45 + FA-2025-0401 872,13",
    );
  });

  test("items of two parties are never added up", () => {
    const [found] = matchTexts(OPEN, "2025-04-02 | 1328,03 | VIR INCONNU");
    expect(found?.outcome).toBe("none");
  });

  test("round amounts make a sum a coincidence: suggested only", () => {
    const items = Array.from(
      { length: 9 },
      (_, n) => `FA-2025-05${10 + n} | Cabinet Urvoas | ${100 * 2 ** n},00 | 2025-03-0${n + 1}`,
    ).join("\n");
    const [found] = matchTexts(items, "2025-04-02 | 9300,00 | VIR CABINET URVOAS");
    expect(found && writeDecision(found)).toBe(
      "suggested FA-2025-0510 100,00 + FA-2025-0512 400,00 + FA-2025-0513 800,00" +
        " + FA-2025-0514 1600,00 + FA-2025-0516 6400,00",
    );
  });
});

describe("card settlements", () => {
  const CARDS = `
FA-2025-0600 | Client Un    | 60,00  | 2025-03-10 | card
FA-2025-0601 | Client Deux  | 140,00 | 2025-03-10 | card
FA-2025-0602 | Client Trois | 75,00  | 2025-03-11 | card
FA-2025-0603 | Client Trois | 120,00 | 2025-03-10
`;

  test("one day's card invoices, less a fee within the band", () => {
    const [found] = matchTexts(CARDS, "2025-03-12 | 197,00 | REMISE CB 778899");
    expect(found && writeDecision(found)).toBe(
      "automatic FA-2025-0600 60,00 + FA-2025-0601 140,00 fee 3,00",
    );
    expect(signalsOf(found)).toContain("fee");
  });

  test("a fee outside the band is not one", () => {
    const [found] = matchTexts(CARDS, "2025-03-12 | 190,00 | REMISE CB 778899");
    expect(found?.outcome).toBe("none");
  });

  test("an invoice not known to be paid by card is only suggested", () => {
    const [found] = matchTexts(CARDS, "2025-03-12 | 118,20 | REMISE CB 778899");
    expect(found && writeDecision(found)).toBe("suggested FA-2025-0603 120,00 fee 1,80");
  });
});

describe("structured references", () => {
  test("a valid RF reference is taken, one with wrong check digits is not", () => {
    const items = "4588123 | Verrerie Isnard | 66,00 | 2025-03-01";
    const good = matchTexts(items, "2025-04-01 | 66,00 | VIR RF624588123");
    const bad = matchTexts(items, "2025-04-01 | 66,00 | VIR RF634588123");
    expect(signalsOf(good[0])).toContain("structured-reference");
    expect(good[0]?.outcome).toBe("automatic");
    expect(bad[0]?.outcome).toBe("suggested");
  });

  test("a Swiss QR reference is taken by its check digit", () => {
    const items = "20250000123 | Horlogerie Zellmar | 66,00 | 2025-03-01";
    const good = matchTexts(items, "2025-04-01 | 66,00 | VIR | ref=000000000000000202500001235");
    const bad = matchTexts(items, "2025-04-01 | 66,00 | VIR | ref=000000000000000202500001236");
    expect(signalsOf(good[0])).toContain("structured-reference");
    expect(signalsOf(bad[0])).not.toContain("structured-reference");
  });

  test("an identifier that we issued comes back", () => {
    const items = "B-1 | Fonderie Ravelin | -66,00 | 2025-03-01 | pay=E2E-20250401-77";
    const [found] = matchTexts(items, "2025-04-01 | -66,00 | VIR EMIS | ref=E2E-20250401-77");
    expect(found?.outcome).toBe("automatic");
    expect(signalsOf(found)).toContain("structured-reference");
  });
});
