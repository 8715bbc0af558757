import { describe, expect, it } from "vitest";
import { extractBill } from "#main/purchases/reading/extract-bill.ts";
import { OWN } from "./bill-truth.ts";
import { writeWords } from "./write-words.ts";

const read = (text: string, confidence = 1) => extractBill(writeWords(text, confidence), OWN);

describe("totals", () => {
  it("takes the total of the bill, not what is left after a deposit", () => {
    const bill = read(`
Facture n° 2026-118          Date : 02/06/2026
Total HT                  1 000,00 €
TVA 20 %                    200,00 €
Total TTC                 1 200,00 €
Acompte versé               360,00 €
Net à payer                 840,00 €`);
    expect(bill.netMinor.value).toBe(100_000);
    expect(bill.vatMinor.value).toBe(20_000);
    expect(bill.grossMinor.value).toBe(120_000);
  });

  it("leaves an old balance out, and doubts a little because of it", () => {
    const bill = read(`
Facture n° 77
Total HT                    100,00 €
TVA 20 %                     20,00 €
Total TTC                   120,00 €
Solde antérieur             500,00 €
Total à payer               620,00 €`);
    expect(bill.grossMinor.value).toBe(12_000);
    expect(bill.grossMinor.confidence).toBeLessThan(0.9);
  });

  it("is never sure of amounts that do not add up", () => {
    const bill = read(`
Facture n° 78
Total HT                    100,00 €
TVA 20 %                     25,00 €
Total TTC                   120,00 €`);
    for (const field of [bill.netMinor, bill.vatMinor, bill.grossMinor]) {
      expect(field.confidence).toBeLessThanOrEqual(0.9);
    }
  });

  it("does not take a quantity beside a price for a thousand", () => {
    const bill = read(`
Facture n° 79
Montant HT 2 150,00 €
TVA 20 % 430,00 €
Montant TTC 2 580,00 €`);
    expect(bill.netMinor.value).toBe(215_000);
    const other = read(`
Facture n° 80
Chaise 2 150,00 300,00
Total HT                    300,00 €
TVA 20 %                     60,00 €
Total TTC                   360,00 €`);
    expect(other.netMinor.value).toBe(30_000);
  });

  it("reads a bill without VAT when the page says why", () => {
    const bill = read(`
Facture n° 81
Prestation de conseil       450,00 €
Total                       450,00 €
TVA non applicable, art. 293 B du CGI`);
    expect(bill.netMinor.value).toBe(45_000);
    expect(bill.vatMinor.value).toBe(0);
    expect(bill.grossMinor.value).toBe(45_000);
    expect(bill.vatLines.value).toEqual([{ rateBps: 0, netMinor: 45_000, vatMinor: 0 }]);
  });

  it("adds up the VAT of each rate when its total is not printed", () => {
    const bill = read(`
Facture n° 82
Base HT 20 %    800,00   TVA   160,00
Base HT 5,5 %   200,00   TVA    11,00
Total HT                 1 000,00 €
Total TTC                1 171,00 €`);
    expect(bill.vatMinor.value).toBe(17_100);
    expect(bill.vatLines.value).toEqual([
      { rateBps: 2000, netMinor: 80_000, vatMinor: 16_000 },
      { rateBps: 550, netMinor: 20_000, vatMinor: 1_100 },
    ]);
    expect(bill.grossMinor.confidence).toBeGreaterThan(0.9);
  });

  it("finds the totals on the last page, under the headings of the first", () => {
    const bill = read(`
Facture n° 83
Désignation                 Montant HT
Pose                            400,00
---
Dépose                          100,00
Total HT                        500,00 €
TVA 10 %                         50,00 €
Total TTC                       550,00 €`);
    expect(bill.grossMinor.value).toBe(55_000);
    expect(bill.grossMinor.box?.page).toBe(2);
  });

  it("never trusts amounts recognised without any decimals", () => {
    const text = `
Facture n° 84
Total HT                   50000 €
TVA 20 %                   10000 €
Total TTC                  60000 €`;
    expect(read(text, 0.9).grossMinor.confidence).toBeLessThan(0.9);
  });

  it("finds nothing on a page that is no bill", () => {
    const bill = read("Compte rendu de la réunion du lundi\nPrésents : Anne et Karim");
    expect(bill.grossMinor).toEqual({ value: undefined, confidence: 0, reasons: ["not-found"] });
    expect(bill.number.value).toBeUndefined();
    expect(bill.issuedOn.value).toBeUndefined();
  });
});

describe("number", () => {
  it.each([
    ["Facture n° FA-2026-0042", "FA-2026-0042"],
    ["FACTURE N°: 2026/118", "2026/118"],
    ["Facture n°562044387 du 02 Juillet 2026", "562044387"],
    ["N° de facture : F 2026-12", "F 2026-12"],
    ["Invoice #INV-00981", "INV-00981"],
    ["Invoice number    A.2026.7", "A.2026.7"],
    ["Facture FA0099", "FA0099"],
    ["Réf. facture : 80101911/26.06.2025", "80101911"],
    ["N° client : 4512   Facture numéro : 9981", "9981"],
    ["N° de commande   N° de facture\nC-100            F-200", "F-200"],
  ])("in « %s » is %s", (text, number) => {
    expect(read(`\n${text}`).number.value).toBe(number);
  });

  it("is not the number of something else", () => {
    for (const text of ["N° client : 4512", "Commande n° 99812", "N° TVA : FR40552100554"]) {
      expect(read(text).number.value).toBeUndefined();
    }
  });

  it("is surer when the page, or the file's name, repeats it", () => {
    const once = read("Facture n° FA-0042").number.confidence;
    const twice = read("Facture n° FA-0042\nà rappeler au paiement : FA-0042").number;
    expect(once).toBeLessThanOrEqual(0.9);
    expect(twice.confidence).toBeGreaterThan(0.9);
    const words = writeWords("Facture n° FA-0042");
    const named = extractBill(words, { fileName: "garage FA-0042.pdf" }).number;
    expect(named.reasons).toContain("in-file-name");
  });
});

describe("dates", () => {
  it.each([
    ["Date : 03/02/2026", "2026-02-03"],
    ["Date de facture 13 décembre 2026", "2026-12-13"],
    ["Lyon, le 1er août 2026", "2026-08-01"],
    ["Facture du 7 févr. 2026", "2026-02-07"],
    ["Invoice date: March 9, 2026", "2026-03-09"],
    ["Date of issue 2026-11-30", "2026-11-30"],
    ["Émise le 05.04.26", "2026-04-05"],
  ])("« %s » is issued on %s", (text, date) => {
    expect(read(text).issuedOn.value).toBe(date);
  });

  it("tells issue, delivery and due dates apart", () => {
    const bill = read(`
Date de livraison : 01/03/2026
Date de facture : 04/03/2026
Date d'échéance : 03/04/2026`);
    expect(bill.issuedOn.value).toBe("2026-03-04");
    expect(bill.dueOn?.value).toBe("2026-04-03");
    expect(bill.issuedOn.confidence).toBeGreaterThan(0.9);
  });

  it("computes the due date from the terms, and says so", () => {
    const bill = read("Facture du 10/01/2026\nPaiement à 30 jours fin de mois");
    expect(bill.dueOn).toMatchObject({ value: "2026-02-28", reasons: ["from-terms"] });
  });

  it("takes no date out of a longer number", () => {
    expect(read("Réf. 80101911/26.06.2025").issuedOn.value).toBeUndefined();
    expect(read("Tél. 04.72.10.20.30").issuedOn.value).toBeUndefined();
  });

  it("is not sure of a date printed alone", () => {
    expect(read("Date : 03/02/2026").issuedOn.confidence).toBeLessThanOrEqual(0.9);
  });
});

describe("supplier", () => {
  it("is never the buyer, though the buyer is printed in full", () => {
    const bill = read(`
Nuage Atlantique SAS                       Facturé à
3 quai des Brumes                          Ma Société SARL
29200 Brest                                SIREN 552 100 554
                                           TVA FR40552100554

Nuage Atlantique SAS - RCS Brest 802 143 701 - TVA FR19802143701`);
    expect(bill.supplierName.value).toBe("Nuage Atlantique SAS");
    expect(bill.supplierSiren).toMatchObject({ value: "802143701" });
    expect(bill.supplierVat?.value).toBe("FR19802143701");
  });

  it("takes no identifier whose check digits are wrong", () => {
    const bill = read("Dupond SARL SIREN 802 143 702 TVA FR19802143702\nIBAN FR76 3000 1000 6449");
    expect(bill.supplierSiren).toBeUndefined();
    expect(bill.supplierVat).toBeUndefined();
    expect(bill.iban).toBeUndefined();
  });

  it("mends what OCR takes for a letter, when the check digits agree", () => {
    // 297345415 has the key 07.
    const bill = read("Vitres & Co SARL TVA FRO7297345415", 0.9);
    expect(bill.supplierVat?.value).toBe("FR07297345415");
  });

  it("offers with doubt the account of a direct debit: it may be the buyer's", () => {
    const iban = "IBAN FR97 2004 1000 1105 0001 3M00 638";
    const paid = read(`Règlement par virement\n${iban}`).iban;
    const debited = read(`Montant prélevé sur votre compte\n${iban}`).iban;
    expect(paid?.value).toBe("FR9720041000110500013M00638");
    expect(paid?.confidence).toBeGreaterThan(0.9);
    expect(debited?.confidence).toBeLessThan(0.5);
    expect(debited?.reasons).toContain("direct-debit");
  });
});
