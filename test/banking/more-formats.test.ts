import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { frenchIban } from "#main/banking/statement/french-iban.ts";
import type { ParsedStatement } from "#main/banking/statement/parsed-statement.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";

function read(text: string | Uint8Array, name = "releve.txt"): ParsedStatement[] {
  const bytes = typeof text === "string" ? Buffer.from(text, "latin1") : text;
  const found = readStatements({ name, bytes });
  if (isRefusal(found)) throw new Error(`${found.code} ${JSON.stringify(found.facts)}`);
  return found;
}

/** A CFONB amount: thirteen digits and the last one with its sign. */
function overpunched(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(14, "0");
  const last = Number(digits[13]);
  return digits.slice(0, 13) + (minor < 0 ? "}JKLMNOPQR" : "{ABCDEFGHI")[last];
}

const day = (on: string) => on.slice(8) + on.slice(5, 7) + on.slice(2, 4);

function balance120(code: "01" | "07", on: string, minor: number): string {
  const head = `${code}30004    00811EUR2 00010987654  ${day(on)}`;
  return (head.padEnd(90) + overpunched(minor)).padEnd(120);
}

function movement120(on: string, minor: number, label: string): string {
  const head = `0430004000000811EUR2 0001098765405${day(on)}  ${day(on)}${label.padEnd(32)}`;
  return (head.padEnd(90) + overpunched(minor)).padEnd(104) + "REF-0012".padEnd(16);
}

const detail120 = (on: string, qualifier: string, text: string) =>
  `0530004000000811EUR2 0001098765405${day(on)}     ${qualifier}${text}`.padEnd(120);

describe("CFONB 120", () => {
  it("reads signed amounts, details by qualifier, and checks the balances", () => {
    const text = [
      balance120("01", "2026-03-02", 100_000),
      movement120("2026-03-03", -4_205, "PRLV SEPA ATELIER"),
      detail120("2026-03-03", "NBE", "ATELIER DES ÉCLUSES"),
      detail120("2026-03-03", "LCC", "FACTURE 2026-12"),
      movement120("2026-03-04", 12_000, "VIR RECU"),
      balance120("07", "2026-03-05", 107_795),
    ].join("\r\n");
    const [statement] = read(text);
    expect(statement).toMatchObject({
      ...{ format: "cfonb120", openingMinor: 100_000, closingMinor: 107_795, balanceGapMinor: 0 },
      account: { iban: frenchIban("30004", "00811", "00010987654"), currency: "EUR" },
    });
    expect(statement!.lines).toMatchObject([
      {
        ...{ amountMinor: -4205, bookedOn: "2026-03-03", reference: "REF-0012" },
        ...{ counterpartyName: "ATELIER DES ÉCLUSES", label: "PRLV SEPA ATELIER FACTURE 2026-12" },
      },
      { amountMinor: 12_000 },
    ]);
  });

  it("reads any amounts, with line breaks or without, and its balances add up", () => {
    const amount = fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((n) => n !== 0);
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), fc.boolean(), (amounts, hasBreaks) => {
        const sum = amounts.reduce((total, minor) => total + minor, 0);
        const records = [
          balance120("01", "2026-03-02", 5_000),
          ...amounts.map((minor) => movement120("2026-03-03", minor, "MOUVEMENT")),
          balance120("07", "2026-03-05", 5_000 + sum),
        ];
        const [statement] = read(records.join(hasBreaks ? "\r\n" : ""));
        expect(statement!.lines.map((line) => line.amountMinor)).toEqual(amounts);
        expect(statement!.balanceGapMinor).toBe(0);
      }),
    );
  });

  it("refuses CFONB 240 by its name, and a record cut short", () => {
    const orders = readStatements({
      name: "virements.txt",
      bytes: Buffer.from(`3100000120260302E    ${"3".repeat(219)}\r\n`),
    });
    expect(isRefusal(orders) && orders.facts).toMatchObject({ found: "cfonb240" });
    const whole = balance120("01", "2026-03-02", 1) + movement120("2026-03-03", 1, "X");
    const cut = readStatements({ name: "c.txt", bytes: Buffer.from(whole.slice(0, 200)) });
    expect(isRefusal(cut) && cut.code).toBe("files.truncated");
  });
});

describe("MT940", () => {
  it("reads signs, reversals, wrapped fields, structured details and balances", () => {
    const [statement] = read(
      [
        ":20:STARTUMS",
        ":25:FR7630004008110001098765417EUR",
        ":28C:00004/001",
        ":60F:C260301EUR1000,00",
        ":61:2603020302D42,05NTRFNONREF//B260302-1",
        ":86:166?00VIREMENT?20EREF+FA-2026-12?21SVWZ+Facture 2026-1?222 ate",
        "lier?31FR7630006000011234567890189?32ATELIER DES EC?33LUSES",
        ":61:2603030303RD10,00NRTINONREF",
        ":86:REJET SANS DETAIL",
        ":62F:C260305EUR967,95",
        "-",
      ].join("\r\n"),
    );
    expect(statement).toMatchObject({
      ...{ format: "mt940", openingMinor: 100_000, closingMinor: 96_795, balanceGapMinor: 0 },
      account: { iban: "FR7630004008110001098765417", currency: "EUR" },
    });
    expect(statement!.lines).toMatchObject([
      {
        ...{ amountMinor: -4205, bookedOn: "2026-03-02", bankIds: ["B260302-1"] },
        ...{ counterpartyName: "ATELIER DES ECLUSES", reference: "FA-2026-12" },
        counterpartyIban: "FR7630006000011234567890189",
      },
      { amountMinor: 1000, label: "NRTI NONREF REJET SANS DETAIL" },
    ]);
  });

  it("takes the year of a booking day from its value day, over a year's end", () => {
    const [good] = read(
      ":20:X\n:25:123\n:60F:C261231EUR0,\n:61:2701021231C5,NTRF\n:62F:C270102EUR5,\n",
    );
    expect(good!.lines[0]).toMatchObject({ bookedOn: "2026-12-31", valueOn: "2027-01-02" });
  });
});

describe("QIF, CAMT.052 and archives", () => {
  it("tells the order of days from the whole file, and takes the first field of each letter", () => {
    const [statement] = read(
      "!Type:Bank\nD3/4/26\nT-12.50\nPPapeterie\nSFournitures\n$-12.50\n^\nD3/25'26\nT1,000.00\nMVirement\n",
    );
    expect(statement!.lines).toMatchObject([
      { bookedOn: "2026-03-04", amountMinor: -1250, counterpartyName: "Papeterie" },
      { bookedOn: "2026-03-25", amountMinor: 100_000, label: "Virement" },
    ]);
  });

  it("reads an interim report, alone or in a ZIP beside another statement", () => {
    const entry =
      "<Ntry><Amt Ccy='EUR'>5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>" +
      "<BookgDt><Dt>2026-03-02</Dt></BookgDt></Ntry>";
    const report =
      "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.052.001.08'><BkToCstmrAcctRpt><Rpt>" +
      `<Acct><Id><IBAN>FR7630004008110001098765417</IBAN></Id></Acct>${entry}</Rpt>` +
      "</BkToCstmrAcctRpt></Document>";
    expect(read(report)).toMatchObject([{ format: "camt.052", lines: [{ amountMinor: 500 }] }]);
    const zip = zipSync({
      "a.xml": Buffer.from(report),
      "b.qif": Buffer.from("!Type:Bank\nD02/03/26\nT7,00\nPX\n^\n"),
    });
    expect(read(zip, "mars.zip").map((one) => one.format)).toEqual(["camt.052", "qif"]);
    const nested = readStatements({ name: "z.zip", bytes: zipSync({ "in.zip": zip }) });
    expect(isRefusal(nested) && nested.code).toBe("files.unsupported");
    const book = readStatements({
      name: "c.xlsx",
      bytes: zipSync({ "[Content_Types].xml": Buffer.from("<x/>") }),
    });
    expect(isRefusal(book) && book.code).toBe("files.unsupported");
  });
});
