import { describe, expect, test } from "vitest";
import { matchTexts, OPTIONS, signalsOf, writeDecision } from "./match-table.ts";

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

describe("options and guards", () => {
  test("automatic off: the same answer, as a suggestion", () => {
    const options = { ...OPTIONS, automatic: false };
    const [found] = matchTexts(BOOK, "2025-04-02 | 1200,00 | VIR FA-2025-0123", { options });
    expect(found && writeDecision(found)).toBe("suggested FA-2025-0123 1200,00");
  });

  test("a tolerance admits a gap as a suggestion", () => {
    const options = { ...OPTIONS, toleranceMinor: 5 };
    const [found] = matchTexts(BOOK, "2025-04-02 | 1199,96 | VIR MENUISERIE AUBRAC", { options });
    expect(found && writeDecision(found)).toBe("suggested FA-2025-0123 1200,00 difference -0,04");
    expect(signalsOf(found)).toContain("within-tolerance");
  });

  test("a payment long before the invoice was issued is never automatic", () => {
    const [found] = matchTexts(BOOK, "2025-01-02 | 1200,00 | VIR FA-2025-0123");
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
