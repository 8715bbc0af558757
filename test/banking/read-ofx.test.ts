import { describe, expect, it } from "vitest";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { dropped } from "../helpers/dropped.ts";

const HEADER = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n";

const SGML = `${HEADER}<OFX>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>
<STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>30003<BRANCHID>01234<ACCTID>00050000000<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260314120000[+1:CET]<TRNAMT>+1 200,00
<FITID>A1<NAME>SOCIÉTÉ ÉCLAIR & FILS<MEMO>FA-2026-0012 < 30 j</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260315<TRNAMT>-4.20<FITID>A1<NAME>CB &amp; CO<MEMO></STMTTRN>
</BANKTRANLIST>
<LEDGERBAL><BALAMT>1195,80<DTASOF>20260331</LEDGERBAL>
<AVAILBAL><BALAMT>9,99<DTASOF>20260401</AVAILBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

function read(text: string, encoding: "utf-8" | "latin1" = "utf-8") {
  const statements = readStatements(dropped("compte.ofx", text, encoding));
  if (isRefusal(statements)) throw new Error(statements.code);
  return statements;
}

function refusal(text: string) {
  const statements = readStatements(dropped("compte.ofx", text));
  return isRefusal(statements) ? { code: statements.code, facts: statements.facts } : statements;
}

/** One statement around some movements, as OFX 2 with closed tags. */
function xml(movements: string, account = "<BANKACCTFROM><ACCTID>1</ACCTID></BANKACCTFROM>") {
  return (
    '<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="203"?>\n<OFX><BANKMSGSRSV1><STMTTRNRS>' +
    `<STMTRS><CURDEF>EUR</CURDEF>${account}<BANKTRANLIST>\n${movements}\n</BANKTRANLIST>` +
    "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
  );
}

describe("reading OFX", () => {
  it("reads SGML with open tags, decimal commas, Windows-1252 and raw signs", () => {
    const [only] = read(SGML, "latin1");
    expect(only).toMatchObject({
      format: "ofx",
      account: { iban: "FR7630003012340005000000087", number: "00050000000", currency: "EUR" },
      closingMinor: 119_580,
      closingOn: "2026-03-31",
      refused: [],
    });
    expect(only?.lines).toEqual([
      {
        line: 12,
        bookedOn: "2026-03-14",
        amountMinor: 120_000,
        currency: "EUR",
        label: "SOCIÉTÉ ÉCLAIR & FILS FA-2026-0012 < 30 j",
        bankIds: ["A1"],
      },
      {
        line: 14,
        bookedOn: "2026-03-15",
        amountMinor: -420,
        currency: "EUR",
        label: "CB & CO",
        bankIds: ["A1"],
      },
    ]);
  });

  it("reads XML, a payee, the other account and a cheque number", () => {
    const [only] = read(
      xml(
        "<STMTTRN><TRNTYPE>CHECK</TRNTYPE><DTPOSTED>20260314</DTPOSTED>" +
          "<DTAVAIL>20260316</DTAVAIL>" +
          "<TRNAMT>-10.00</TRNAMT><FITID>7</FITID><CHECKNUM>1234567</CHECKNUM>" +
          "<PAYEE><NAME>EDF</NAME><CITY>Lyon</CITY></PAYEE>" +
          "<BANKACCTTO><ACCTID>FR7630006000011234567890189</ACCTID></BANKACCTTO>" +
          "<MEMO>&#201;lectricit&eacute;</MEMO></STMTTRN>",
      ),
    );
    expect(only?.account).toEqual({ number: "1", currency: "EUR" });
    expect(only?.lines[0]).toMatchObject({
      valueOn: "2026-03-16",
      label: "EDF Électricit&eacute;",
      counterpartyName: "EDF",
      counterpartyIban: "FR7630006000011234567890189",
      reference: "1234567",
    });
  });

  it("reads several accounts, each with its lines", () => {
    const second = SGML.slice(SGML.indexOf("<STMTTRNRS>"), SGML.indexOf("</BANKMSGSRSV1>"));
    const both = SGML.replace(
      "</BANKMSGSRSV1>",
      `${second.replace("00050000000", "00060000000")}</BANKMSGSRSV1>`,
    );
    expect(read(both).map((s) => [s.account.number, s.lines.length])).toEqual([
      ["00050000000", 2],
      ["00060000000", 2],
    ]);
  });

  it("refuses a bad movement by its line and goes on", () => {
    const [only] = read(
      xml(
        [
          "<STMTTRN><TRNAMT>1.00<NAME>no day</STMTTRN>",
          "<STMTTRN><DTPOSTED>20260230<TRNAMT>1.00<NAME>30 February</STMTTRN>",
          "<STMTTRN><DTPOSTED>20260314<TRNAMT>$120<NAME>dollars</STMTTRN>",
          "<STMTTRN><DTPOSTED>20260314<TRNAMT>1.234<NAME>no cents</STMTTRN>",
          "<STMTTRN><DTPOSTED>20260314<TRNAMT>0.00<NAME>nothing</STMTTRN>",
          "<STMTTRN><DTPOSTED>20260314<TRNAMT>1.00<NAME>good</STMTTRN>",
        ].join("\n"),
      ),
    );
    expect(only?.refused.map((r) => [r.line, r.code])).toEqual([
      [4, "files.missing-cell"],
      [5, "files.bad-date"],
      [6, "files.bad-amount"],
      [7, "files.bad-amount"],
      [8, "files.zero-amount"],
    ]);
    expect(only?.lines.map((l) => l.label)).toEqual(["good"]);
  });

  it("refuses a cut file, a DOCTYPE, a bank's error and a file without statement", () => {
    expect(refusal(SGML.slice(0, SGML.indexOf("</BANKTRANLIST>")))).toMatchObject({
      code: "files.truncated",
      facts: { file: "compte.ofx", line: 15 },
    });
    expect(refusal(SGML.replace("<OFX>", "<!DOCTYPE x>\n<OFX>"))).toMatchObject({
      code: "files.doctype",
      facts: { line: 7 },
    });
    const status = "<STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Mot de passe faux</STATUS>";
    expect(refusal(`${HEADER}<OFX><SONRS>${status}</SONRS></OFX>`)).toMatchObject({
      code: "files.bank-error",
      facts: { code: "15500", message: "Mot de passe faux" },
    });
    expect(refusal(`${HEADER}<OFX></OFX>`)).toMatchObject({ code: "files.no-statement" });
  });
});
