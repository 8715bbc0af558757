import { expect, test } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readQuotes } from "#main/invoicing/read-quotes.ts";

function read(text: string) {
  const found = readQuotes({ name: "devis.csv", bytes: Buffer.from(text) });
  if (isRefusal(found)) throw new Error(found.code);
  return found;
}

const HEAD = "N° devis;Date;Client;Objet;Montant HT;Montant TTC;Prévu le;Probabilité;Statut\n";

test("quotes are read whole, what is not said is left out", () => {
  const rows =
    "D-1;05/03/2026;Librairie Vaugrenard;Reliure;1 000,00;1 200,00;01/04/2026;60 %;Envoyé\n" +
    "D-2;06/03/2026;Mairie d'Orval;;500,00;;;;\n";
  expect(read(HEAD + rows)).toMatchObject({
    refused: [],
    quotes: [
      {
        ...{ number: "D-1", customer: "Librairie Vaugrenard", label: "Reliure", state: "open" },
        ...{ issuedOn: "2026-03-05", expectedOn: "2026-04-01", probabilityBps: 6000 },
        ...{ netMinor: 100_000, grossMinor: 120_000 },
      },
      { number: "D-2", netMinor: 50_000 },
    ],
  });
  expect(read(HEAD + rows).quotes[1]).toEqual({
    ...{ line: 3, number: "D-2", customer: "Mairie d'Orval", issuedOn: "2026-03-06" },
    netMinor: 50_000,
  });
});

test("rows that cannot be are refused by line, the others stay", () => {
  const rows = [
    "D-1;05/03/2026;A;;100,00;120,00;01/03/2026;;",
    "D-2;05/03/2026;A;;100,00;90,00;;;",
    "D-3;05/03/2026;A;;-100,00;;;;",
    "D-4;05/03/2026;;;100,00;;;;",
    "D-5;05/03/2026;A;;100,00;;;120 %;",
    "D-6;05/03/2026;A;;100,00;;;;peut-être",
    "D-7;05/03/2026;A;;100,00;;;;accepté",
    "D-7;05/03/2026;A;;200,00;;;;",
  ];
  const found = read(HEAD + rows.join("\n"));
  expect(found.quotes).toMatchObject([{ number: "D-7", state: "won", netMinor: 10_000 }]);
  expect(found.refused.map(({ line, code }) => [line, code])).toEqual([
    [2, "files.end-before-start"],
    [3, "invoicing.quote-amount"],
    [4, "invoicing.quote-amount"],
    [5, "files.missing-cell"],
    [6, "files.bad-rate"],
    [7, "files.bad-word"],
    [9, "files.duplicate-row"],
  ]);
});

test("a table of something else is refused as a whole", () => {
  const found = readQuotes({ name: "a.csv", bytes: Buffer.from("Nom;Ville\nA;Angers\n") });
  expect(isRefusal(found) && found.code).toBe("files.missing-columns");
});
