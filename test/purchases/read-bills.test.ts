import { describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { readBills } from "#main/purchases/read-bills.ts";
import { dropped } from "../helpers/dropped.ts";

const HEADER =
  "Référence;Type;Date;Échéance;Code fournisseur;Fournisseur;SIREN;N° TVA;IBAN;Compte;Libellé;" +
  "Régime TVA;Taux TVA;HT;TVA;TTC";
const IBAN = "FR76 3000 6000 0112 3456 7890 189";
const BILL =
  `F-77;Facture;03/01/2026;18/01/2026;F025;Énergie Sud;732829320;FR44732829320;${IBAN};6061;` +
  "Électricité;France;20;1 357,00;271,40;1 628,40";

function read(text: string) {
  const result = readBills(dropped("achats.csv", text, "latin1"));
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

describe("reading bills", () => {
  it("reads a row with every field, from Windows-1252", () => {
    expect(read(`${HEADER}\n${BILL}\n`).bills).toEqual([
      {
        line: 2,
        number: "F-77",
        kind: "invoice",
        supplierCode: "F025",
        supplierName: "Énergie Sud",
        supplierSiren: "732829320",
        supplierVat: "FR44732829320",
        supplierIban: "FR7630006000011234567890189",
        expenseAccount: "6061",
        issuedOn: "2026-01-03",
        dueOn: "2026-01-18",
        label: "Électricité",
        vatTreatment: "domestic",
        vatLines: [{ rateBps: 2000, netMinor: 135_700, vatMinor: 27_140 }],
        netMinor: 135_700,
        vatMinor: 27_140,
        grossMinor: 162_840,
        currency: "EUR",
      },
    ]);
  });

  it("keeps apart two suppliers that use one number", () => {
    const other = BILL.replace("F025;Énergie Sud", "F026;Énergie Nord");
    expect(read([HEADER, BILL, other].join("\n")).bills.map((b) => b.supplierCode)).toEqual([
      "F025",
      "F026",
    ]);
  });

  it("refuses a bill whose IBAN is wrong: money would go elsewhere", () => {
    const { bills, refused } = read([HEADER, BILL.replace("189;", "188;")].join("\n"));
    expect(bills).toEqual([]);
    expect(refused).toMatchObject([{ line: 2, code: "files.bad-iban" }]);
  });

  it("keeps the rate that a reverse charge must apply, without VAT in the bill", () => {
    const row = BILL.replace(
      "France;20;1 357,00;271,40;1 628,40",
      "Autoliquidation;20;1357;0;1357",
    );
    expect(read([HEADER, row].join("\n")).bills[0]).toMatchObject({
      vatTreatment: "reverse-charge",
      vatLines: [{ rateBps: 2000, netMinor: 135_700, vatMinor: 0 }],
      grossMinor: 135_700,
    });
  });

  it("refuses a reference used again by the supplier on another day", () => {
    const again = BILL.replace("03/01/2026", "04/01/2026");
    expect(read([HEADER, BILL, again].join("\n")).refused.map((r) => [r.line, r.code])).toEqual([
      [2, "files.group-refused"],
      [3, "files.group-conflict"],
    ]);
  });
});
