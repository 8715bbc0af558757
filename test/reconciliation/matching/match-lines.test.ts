import { describe, expect, test } from "vitest";
import { matchTexts, signalsOf, writeDecision } from "./match-table.ts";

const BOOK = `
FA-2025-0123 | Menuiserie Aubrac SARL | 1200,00 | 2025-03-01
FA-2025-0124 | Garage Belmont         | 840,50  | 2025-03-02
FA-2025-0131 | Garage Belmont         | 310,20  | 2025-03-12
FA-2025-1234 | Imprimerie Carvalin    | 77,77   | 2025-03-03 | iban=FR7612345678901234567890123
AV-2025-0007 | Garage Belmont         | -40,20  | 2025-03-14
F250777      | Papeterie Delorge      | -96,00  | 2025-03-05
`;

/** Each row: what the bank shows, and what must come out of it. */
const ROWS: readonly (readonly [title: string, line: string, decision: string])[] = [
  [
    "a reference as written",
    "1200,00 | VIR INCONNU FA-2025-0123",
    "automatic FA-2025-0123 1200,00",
  ],
  ["with spaces", "1200,00 | VIR INCONNU FA 2025 0123", "automatic FA-2025-0123 1200,00"],
  ["glued", "1200,00 | VIR INCONNU FA20250123 /X", "automatic FA-2025-0123 1200,00"],
  ["without its zeros", "1200,00 | paiement fa2025-123 merci", "automatic FA-2025-0123 1200,00"],
  ["digits alone", "1200,00 | FACTURE N 2025-0123", "automatic FA-2025-0123 1200,00"],
  [
    "in the reference field",
    "1200,00 | VIREMENT | ref=FA-2025-0123",
    "automatic FA-2025-0123 1200,00",
  ],
  ["never inside a longer number", "1200,00 | VIR FA-2025-01234", "suggested FA-2025-0123 1200,00"],
  [
    "several references",
    "1150,70 | GARAGE BELMONT FA-2025-0124 ET FA-2025-0131",
    "automatic FA-2025-0124 840,50 + FA-2025-0131 310,20",
  ],
  [
    "a list cut short",
    "1150,70 | GARAGE BELMONT FA-2025-0124 FA-20",
    "automatic FA-2025-0124 840,50 + FA-2025-0131 310,20",
  ],
  [
    "references of two parties paid by a head office",
    "2040,50 | GROUPE HEXALIS FA-2025-0123 FA-2025-0124",
    "automatic FA-2025-0123 1200,00 + FA-2025-0124 840,50",
  ],
  [
    "a credit note netted",
    "270,00 | GARAGE BELMONT FA-2025-0131",
    "automatic AV-2025-0007 -40,20 + FA-2025-0131 310,20",
  ],
  ["a part", "400,00 | MENUISERIE AUBRAC FA-2025-0123", "automatic FA-2025-0123 400,00"],
  ["a part from a stranger", "400,00 | VIR X FA-2025-0123", "suggested FA-2025-0123 400,00"],
  [
    "a discount, or a fee",
    "1176,00 | MENUISERIE AUBRAC FA-2025-0123",
    "suggested FA-2025-0123 1176,00",
  ],
  [
    "too much",
    "1300,00 | MENUISERIE AUBRAC FA-2025-0123",
    "suggested FA-2025-0123 1200,00 difference 100,00",
  ],
  [
    "one cent short, number given",
    "1199,99 | VIR FA-2025-0123 X",
    "automatic FA-2025-0123 1200,00 difference -0,01",
  ],
  [
    "one cent short, name only",
    "1199,99 | VIR MENUISERIE AUBRAC",
    "suggested FA-2025-0123 1200,00 difference -0,01",
  ],
  ["name and exact cents", "1200,00 | VIR MENUISERIE AUBRAC", "automatic FA-2025-0123 1200,00"],
  [
    "a name cut by the bank",
    "1200,00 | VIREMENT MENUISERIE AUBR",
    "automatic FA-2025-0123 1200,00",
  ],
  [
    "accents and forms",
    "1200,00 | VIR S.A.R.L. Ménuiserie AUBRAC",
    "automatic FA-2025-0123 1200,00",
  ],
  [
    "an account and exact cents",
    "77,77 | VIREMENT | iban=FR76 1234 5678 9012 3456 7890 123",
    "automatic FA-2025-1234 77,77",
  ],
  ["exact cents alone", "1200,00 | VIR INCONNU", "suggested FA-2025-0123 1200,00"],
  [
    "a typing error is only weak",
    "1200,00 | VIR INCONNU FA-2025-0193",
    "suggested FA-2025-0123 1200,00",
  ],
  ["a bill", "-96,00 | VIR EMIS PAPETERIE DELORGE F250777", "automatic F250777 -96,00"],
  ["a receipt never pays a bill", "96,00 | VIR RECU F250777", "none"],
  [
    "another party's number, mistyped",
    "840,50 | GARAGE BELMONT FA-2025-0123",
    "automatic FA-2025-0124 840,50",
  ],
  ["nothing at all", "-12,30 | FRAIS TENUE DE COMPTE", "none"],
  ["zero", "0,00 | VIR FA-2025-0123", "none"],
  [
    "an acquirer's net",
    "1182,00 | CARDLINE FA-2025-0123",
    "automatic FA-2025-0123 1200,00 fee 18,00",
  ],
];

describe("one line against a small book", () => {
  test.each(ROWS)("%s", (_title, line, decision) => {
    const [found] = matchTexts(BOOK, `2025-04-02 | ${line}`);
    expect(found && writeDecision(found)).toBe(decision);
  });
});

describe("ties", () => {
  const TWINS = `
FA-2025-0200 | Studio Faure | 500,00 | 2025-03-01
FA-2025-0201 | Studio Faure | 500,00 | 2025-03-02
`;

  test("two equal invoices of one party are left to a person, who is told the rival", () => {
    const [found] = matchTexts(TWINS, "2025-04-02 | 500,00 | VIR STUDIO FAURE");
    expect(found?.outcome).toBe("abstained");
    expect(found?.candidates.length).toBe(2);
    expect(found?.candidates[0]?.reasons).toContainEqual({
      signal: "tie",
      value: "FA-2025-0201",
      weight: 0,
    });
  });

  test("a habit orders twins without deciding between them", () => {
    const habits = new Map([["studio faure", { medianDelayDays: 60, count: 9 }]]);
    const lines = "2025-06-05 | 500,00 | VIR STUDIO FAURE";
    const items = TWINS.replace("2025-03-02", "2025-03-09");
    const [found] = matchTexts(items, lines, { habits });
    expect(found && writeDecision(found)).toBe("abstained FA-2025-0201 500,00");
    expect(signalsOf(found)).toContain("date-habit");
  });

  test("a serial or a cut number decides between twins, a typing error does not", () => {
    const lines = `
2025-04-02 | 500,00 | VIR STUDIO FAURE FACT 0201`;
    expect(matchTexts(TWINS, lines).map(writeDecision)).toEqual(["automatic FA-2025-0201 500,00"]);
    const mistyped = "2025-04-02 | 500,00 | VIR STUDIO FAURE FA-2025-0291 MERCI";
    expect(matchTexts(TWINS, mistyped)[0]?.outcome).toBe("abstained");
  });

  test("monthly equal invoices are each taken by the payment of their month", () => {
    const items = `
FA-2025-0001 | Crèche Petit | 90,00 | 2025-01-31
FA-2025-0002 | Crèche Petit | 90,00 | 2025-02-28
FA-2025-0003 | Crèche Petit | 90,00 | 2025-03-31
`;
    const lines = `
2025-04-20 | 90,00 | VIR CRECHE PETIT
2025-02-20 | 90,00 | VIR CRECHE PETIT
2025-03-20 | 90,00 | VIR CRECHE PETIT
`;
    expect(matchTexts(items, lines).map(writeDecision)).toEqual([
      "automatic FA-2025-0003 90,00",
      "automatic FA-2025-0001 90,00",
      "automatic FA-2025-0002 90,00",
    ]);
  });

  test("a cut number is not taken for a short one", () => {
    const items = `
FA-2024-0029 | Colin Simon | 40,00 | 2024-01-08
FA-2024-2947 | Colin Simon | 40,00 | 2024-12-08
`;
    const [found] = matchTexts(items, "2025-01-11 | 40,00 | VIR COLIN SIMON SA FA-2024-29");
    expect(found?.outcome).toBe("abstained");
  });
});

describe("claims on the same item", () => {
  const ONE = "FA-2025-0300 | Atelier Noirval | 250,00 | 2025-03-01";

  test.each([
    ["by number", "VIR FA-2025-0300"],
    ["by name", "VIR ATELIER NOIRVAL"],
  ])("two equal payments %s both abstain and name each other", (_how, label) => {
    const lines = `2025-04-02 | 250,00 | ${label}\n2025-04-09 | 250,00 | ${label}`;
    const [first, second] = matchTexts(ONE, lines);
    expect([first?.outcome, second?.outcome]).toEqual(["abstained", "abstained"]);
    const conflict = (value: string) => ({ signal: "conflict", value, weight: 0 });
    expect(first?.candidates[0]?.reasons).toContainEqual(conflict("l2"));
    expect(second?.candidates[0]?.reasons).toContainEqual(conflict("l1"));
  });

  test("a number wins over a name", () => {
    const lines = "2025-04-02 | 250,00 | VIR ATELIER NOIRVAL\n2025-04-09 | 250,00 | FA-2025-0300";
    expect(matchTexts(ONE, lines).map(writeDecision)).toEqual([
      "none",
      "automatic FA-2025-0300 250,00",
    ]);
  });

  test("a part and the rest settle one invoice", () => {
    const lines = `
2025-04-02 | 100,00 | ATELIER NOIRVAL ACOMPTE FA-2025-0300
2025-05-02 | 150,00 | ATELIER NOIRVAL SOLDE`;
    expect(matchTexts(ONE, lines).map(writeDecision)).toEqual([
      "automatic FA-2025-0300 100,00",
      "automatic FA-2025-0300 150,00",
    ]);
  });
});
