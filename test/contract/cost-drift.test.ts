import { afterAll, beforeAll, expect, test } from "vitest";
import { resultOf } from "../main-job/sample-office.ts";
import { droppedText, type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
  const { purchases, banking } = office.calls;
  await resultOf(await purchases.importBills({ file: droppedText("achats.csv", bills()) }));
  const file = droppedText("releve.csv", statement());
  await resultOf(await banking.importStatement({ file, bankAccountId: 1 }));
});
afterAll(() => office.stop());

const MONTHS = Array.from({ length: 10 }, (_, i) => String(i + 1).padStart(2, "0"));

/** Ten bills of a web host: 40 € until June, then 44 € (net). */
function bills(): string {
  const rows = MONTHS.map((month, i) => {
    const amounts = i < 6 ? "40,00;8,00;48,00" : "44,00;8,80;52,80";
    const days = `05/${month}/2026;25/${month}/2026`;
    return `H-${month};Facture;${days};F1;Nuage du Port;651100;Hébergement;20 %;${amounts}\n`;
  });
  const head =
    "Numéro;Type;Date;Échéance;Code fournisseur;Fournisseur;Compte;Libellé;Taux TVA;HT;TVA;TTC\n";
  return head + rows.join("");
}

/** The host's direct debits, which match nothing yet, and a club that nobody bills. */
function statement(): string {
  const rows = MONTHS.map(
    (month, i) =>
      `20/${month}/2026;PRLV SEPA NUAGE DU PORT;${i < 6 ? "-48,00" : "-52,80"}\n` +
      `21/${month}/2026;PRLV SEPA CLUB OUTILS;-29,90\n`,
  );
  return `Date;Libellé;Montant\n${rows.join("")}`;
}

test("the step of a supplier's bills opens on them; unbilled payments are asked about", async () => {
  const found = await office.calls.treasury.costDrift({ asOn: "2026-10-31", inflationBps: 200 });
  expect(found.moves).toHaveLength(1);
  expect(found.moves[0]).toMatchObject({
    ...{ kind: "step", supplier: "Nuage du Port", account: "651100", on: "2026-07-05" },
    ...{ beforeMinor: 4000, afterMinor: 4400 },
    yearly: { value: 4800, refs: [{ kind: "bill" }, { kind: "bill" }] },
  });
  expect(found.ratchet).toMatchObject({ index: { value: 1 }, stickiness: null });
  expect(found.questions.map((q) => [q.supplier, q.reasons, q.yearly.value])).toEqual([
    ["PRLV SEPA CLUB OUTILS", ["no-document", "not-booked", "only-activity"], 12 * 2990],
  ]);
  expect(found.streams.map((s) => s.supplier)).toEqual(["Nuage du Port", "PRLV SEPA CLUB OUTILS"]);
  expect(found.categories).toEqual([]);
});

test("payments of ten months have no season yet, but a profile by business day", async () => {
  const found = await office.calls.treasury.seasonality({ series: "payments", asOn: "2026-10-31" });
  expect(found).toMatchObject({ series: "payments", reason: "under-12-months", isActive: false });
  expect(found.history).toHaveLength(9);
  const last = found.profile.inMonth.find((day) => day.businessDay === -1);
  expect(last?.share.reliability.observations).toBe(20);
});
