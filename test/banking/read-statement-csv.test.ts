import { describe, expect, it } from "vitest";
import type { CsvOptions } from "#main/banking/statement/read-statement-csv.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { dropped } from "../helpers/dropped.ts";

function read(text: string, options: CsvOptions = {}, encoding: "utf-8" | "latin1" = "utf-8") {
  const statements = readStatements(dropped("export.csv", text, encoding), options);
  if (isRefusal(statements))
    throw new Error(`${statements.code} ${JSON.stringify(statements.facts)}`);
  return statements;
}

/** Day, amount and label of each line of the only statement. */
function lines(text: string, options: CsvOptions = {}) {
  const [only] = read(text, options);
  return only?.lines.map((l) => [l.bookedOn, l.amountMinor, l.label]);
}

describe("reading the CSV of French banks", () => {
  it("BNP Paribas: account above the header", () => {
    const text =
      "Compte de chèques;Compte;****1234;14/03/2026;;1 234,56\n" +
      "Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro\n" +
      "14/03/2026;VIR;Virement;VIR SEPA /DE ATELIER /MOTIF FA-1;1 200,00\n";
    expect(lines(text)).toEqual([["2026-03-14", 120_000, "VIR SEPA /DE ATELIER /MOTIF FA-1"]]);
  });

  it("Société Générale: formula cell, detail joined to its label", () => {
    const text =
      '="0123456789012345";01/01/2026;31/01/2026\n\n' +
      "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\n" +
      "05/01/2026;VIR RECU;VIR RECU 12345 DE: ATELIER MOTIF: FA-2;300,00;EUR\n";
    const [only] = read(text, {}, "latin1");
    expect(only?.account).toEqual({ number: "0123456789012345", currency: "EUR" });
    expect(only?.lines[0]?.label).toBe("VIR RECU 12345 DE: ATELIER MOTIF: FA-2");
  });

  it("Crédit Agricole: lines above, labels over several lines, no-break spaces", () => {
    const text =
      "Téléchargement du 05/03/2026;\n\nATELIER SAS;\nCompte de Dépôt carte n° 00012345678;\n" +
      "Solde au 05/03/2026 1 234,56 €\n;\n\nDate;Libellé;Débit euros;Crédit euros;\n" +
      '05/02/2026;"PAIEMENT PAR CARTE X1234\nPAPETERIE 03/02\n";12,34;;\n' +
      '06/02/2026;"VIREMENT EN VOTRE FAVEUR\nFA-3 ";;1\u00a0148,00;\n';
    const [only] = read(text, {}, "latin1");
    expect(only?.account.number).toBe("00012345678");
    expect(only?.lines).toMatchObject([
      { line: 9, amountMinor: -1234, label: "PAIEMENT PAR CARTE X1234 PAPETERIE 03/02" },
      { line: 12, amountMinor: 114_800 },
    ]);
  });

  it("Crédit Mutuel and CIC: debits with and without a minus, newest first", () => {
    const text =
      "Date;Date de valeur;Débit;Crédit;Libellé;Solde\n" +
      "09/07/2026;10/07/2026;-45,67;;EDF;1234,56\n" +
      "08/07/2026;08/07/2026;;2500,00;VIR;1280,23\n" +
      "07/07/2026;07/07/2026;100,00;;FRAIS;-1219,77\n";
    const [only] = read(text);
    expect(only?.lines.map((l) => l.amountMinor)).toEqual([-4567, 250_000, -10_000]);
    expect(only).toMatchObject({
      openingMinor: -111_977,
      openingOn: "2026-07-07",
      closingMinor: 123_456,
      closingOn: "2026-07-09",
      balanceGapMinor: 0,
    });
  });

  it("BPCE: bank reference as id, counterparty and further text", () => {
    const text =
      "\ufeffDate de comptabilisation;Libelle simplifie;Libelle operation;Reference;" +
      "Informations complementaires;Debit;Credit;Date operation;Date de valeur\n" +
      "14/03/2026;ATELIER;VIR SEPA ATELIER;AB12;FA-4;;+1200,00;13/03/2026;15/03/2026\n";
    expect(read(text)[0]?.lines[0]).toEqual({
      line: 2,
      bookedOn: "2026-03-14",
      valueOn: "2026-03-15",
      amountMinor: 120_000,
      currency: "EUR",
      label: "VIR SEPA ATELIER FA-4",
      counterpartyName: "ATELIER",
      bankIds: ["AB12"],
    });
  });

  it("BoursoBank: comma amount beside a point balance, account column", () => {
    const text =
      "dateOp;dateVal;label;category;supplierFound;amount;accountNum;accountbalance\n" +
      '2026-03-14;;"CARTE 13/03 CAFE";Repas;cafe;-12,50;00040123456;100.00\n' +
      '2026-03-14;;"CARTE 13/03 CAFE";Repas;cafe;-12,50;00040123456;87.50\n';
    const [only] = read(text);
    expect(only?.lines).toHaveLength(2);
    expect(only).toMatchObject({ account: { number: "00040123456" }, balanceGapMinor: 0 });
  });

  it("Qonto: only settled rows, days of Paris, own IBAN", () => {
    const text =
      "Status,Settlement date (UTC),Operation date (UTC),Total amount (incl. VAT),Currency," +
      "Total amount (local),Local currency,Counterparty name,Transaction ID,IBAN,Reference\n" +
      "settled,2026-03-13 23:30:00,2026-03-12 10:00:00,-46.31,EUR,-50,USD,CLOUD,tx-2,FR761,N1\n" +
      "settled,2026-07-13 22:10:00,2026-07-13 10:00:00,10.00,EUR,10,EUR,ATELIER,tx-3,FR761,FA-5\n" +
      "declined,,2026-03-14 12:01:00,-10.00,EUR,-10.00,EUR,RAIL,tx-4,FR761,\n";
    const [only] = read(text);
    expect(only?.lines).toMatchObject([
      { bookedOn: "2026-03-14", amountMinor: -4631, currency: "EUR", label: "CLOUD N1" },
      { bookedOn: "2026-07-14", label: "ATELIER FA-5", reference: "FA-5", bankIds: ["tx-3"] },
    ]);
    expect(only?.refused).toMatchObject([{ line: 4, code: "files.not-booked" }]);
  });

  it("Revolut Business: total with fee, one statement per account", () => {
    const text =
      "Date started (UTC),Date completed (UTC),ID,Type,State,Description,Payment currency,Amount," +
      "Total amount,Fee,Balance,Account\n" +
      "2026-03-13,2026-03-13,b,PAY,COMPLETED,To X,EUR,-500.00,-500.20,-0.20,1000.00,EUR Main\n" +
      "2026-03-12,2026-03-12,c,FX,COMPLETED,Main,EUR,-100.00,-100.40,-0.40,1500.20,EUR Main\n" +
      "2026-03-12,2026-03-12,c,FX,COMPLETED,Main,USD,108.54,108.54,0.00,108.54,USD Main\n" +
      "2026-03-11,,e,CARD,PENDING,Card,EUR,-9.21,-9.21,0.00,,EUR Main\n";
    const both = read(text);
    expect(both.map((s) => [s.account.currency, s.lines.length, s.balanceGapMinor])).toEqual([
      ["EUR", 2, 0],
      ["USD", 1, 0],
    ]);
    expect(both[0]?.lines[0]?.amountMinor).toBe(-50_020);
  });
});

describe("guessing any other CSV", () => {
  it("reads French and English columns in any order", () => {
    expect(lines("Montant;Libellé;Date\n-1 234,50;Loyer;01/02/2026")).toEqual([
      ["2026-02-01", -123_450, "Loyer"],
    ]);
    expect(lines("Description,Money out,Money in,Date\nRent,10.00,,2026-02-01")).toEqual([
      ["2026-02-01", -1000, "Rent"],
    ]);
  });

  it("takes the sign from a D/C column", () => {
    const text = "Date;Libellé;Montant;Sens\n01/02/2026;a;10,00;D\n02/02/2026;b;10,00;C\n";
    expect(lines(text)?.map((l) => l[1])).toEqual([-1000, 1000]);
    expect(read(text.replace(";C", ";?"))[0]?.refused).toMatchObject([{ code: "files.bad-word" }]);
  });

  it("lets the balance settle sides written the accountant's way", () => {
    const text =
      "Date;Libellé;Débit;Crédit;Solde\n01/02/2026;vente;100,00;;100,00\n" +
      "02/02/2026;achat;;30,00;70,00\n03/02/2026;vente;5,00;;75,00\n";
    expect(lines(text)?.map((l) => l[1])).toEqual([10_000, -3000, 500]);
  });

  it("shows by the balance that a row is missing", () => {
    const text =
      "Date;Libellé;Montant;Solde\n01/02/2026;a;10,00;110,00\n02/02/2026;b;oops;120,00\n" +
      "03/02/2026;c;5,00;125,00\n";
    const [only] = read(text);
    expect(only?.balanceGapMinor).toBe(1000);
    expect(only?.refused).toMatchObject([{ line: 3, code: "files.bad-amount" }]);
  });

  it("lists the headers when a column cannot be found, and takes a mapping", () => {
    const text = "Jour;Texte;Somme\n01/02/2026;Loyer;-10,00\n";
    const refusal = readStatements(dropped("export.csv", text));
    expect(isRefusal(refusal) && refusal.facts).toMatchObject({
      missing: ["Date"],
      headers: ["Jour", "Texte", "Somme"],
    });
    const csvMapping = { bookedOn: "Jour", label: "Texte", amountMinor: "Somme" };
    expect(lines(text, { csvMapping })).toEqual([["2026-02-01", -1000, "Loyer"]]);
    expect(lines(text, { csvMapping, inverted: true })).toEqual([["2026-02-01", 1000, "Loyer"]]);
  });

  it("keeps a bare IBAN column for the account when it never changes, else for the party", () => {
    const row = (iban: string) => `01/02/2026;x;1,00;${iban}\n`;
    const head = "Date;Libellé;Montant;IBAN\n";
    const own = read(head + row("FR761") + row("FR761"))[0];
    expect(own?.account.iban).toBe("FR761");
    expect(own?.lines[0]?.counterpartyIban).toBeUndefined();
    const theirs = read(head + row("FR761") + row("FR762"))[0];
    expect(theirs?.account.iban).toBeUndefined();
    expect(theirs?.lines[1]?.counterpartyIban).toBe("FR762");
  });
});
