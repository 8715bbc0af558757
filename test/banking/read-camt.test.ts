import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedStatement } from "#main/banking/statement/parsed-statement.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { dropped } from "../helpers/dropped.ts";

const OWN = "FR7630001007941234567890185";
const THEIRS = "FR7630006000011234567890189";

function balance(code: string, amount: string, day: string, sign = "CRDT"): string {
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt>` +
    `<CdtDbtInd>${sign}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
  );
}

function statement(parts: string): string {
  return `<Stmt><Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>EUR</Ccy></Acct>\n${parts}\n</Stmt>`;
}

function camt(statements: string, version = "08"): string {
  const space = `xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document ${space}><BkToCstmrStmt>` +
    `<GrpHdr><MsgId>1</MsgId></GrpHdr>${statements}</BkToCstmrStmt></Document>`
  );
}

/** An entry; the extra goes inside it. */
function entry(amount: string, sign: string, extra = "", status = "<Sts><Cd>BOOK</Cd></Sts>") {
  return (
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${status}` +
    `<BookgDt><Dt>2026-03-14</Dt></BookgDt><ValDt><Dt>2026-03-15</Dt></ValDt>${extra}</Ntry>`
  );
}

function read(text: string): ParsedStatement[] {
  const statements = readStatements(dropped("releve.xml", text));
  if (isRefusal(statements)) throw new Error(statements.code);
  return statements;
}

function refusal(text: string) {
  const statements = readStatements(dropped("releve.xml", text));
  return isRefusal(statements) ? { code: statements.code, facts: statements.facts } : statements;
}

const DETAIL =
  "<NtryDtls><TxDtls><Refs><EndToEndId>E2E-7</EndToEndId><TxId>T1</TxId></Refs>" +
  "<RltdPties><Dbtr><Pty><Nm>ACME &amp; Fils</Nm><PstlAdr><Ctry>FR</Ctry></PstlAdr></Pty></Dbtr>" +
  `<DbtrAcct><Id><IBAN>${THEIRS}</IBAN></Id></DbtrAcct></RltdPties>` +
  "<RmtInf><Ustrd>FACTURE</Ustrd><Ustrd>FA-2026-0012</Ustrd></RmtInf></TxDtls></NtryDtls>";

describe("reading CAMT.053", () => {
  it("reads an entry with its party, reference, ids and both dates", () => {
    const text = entry("1200.50", "CRDT", `<AcctSvcrRef>BANK-1</AcctSvcrRef>${DETAIL}`);
    const [only] = read(camt(statement(text)));
    expect(only).toMatchObject({ format: "camt.053", account: { iban: OWN, currency: "EUR" } });
    expect(only?.lines).toEqual([
      {
        line: 3,
        bookedOn: "2026-03-14",
        valueOn: "2026-03-15",
        amountMinor: 120_050,
        currency: "EUR",
        label: "FACTURE FA-2026-0012",
        counterpartyName: "ACME & Fils",
        counterpartyIban: THEIRS,
        reference: "E2E-7",
        bankIds: ["T1", "BANK-1"],
      },
    ]);
  });

  it.each(["02", "04", "08", "13"])("reads version %s, names and status old or new", (version) => {
    const old = DETAIL.replaceAll(/<\/?Pty>/g, "");
    const text = camt(statement(entry("1.00", "CRDT", old, "<Sts>BOOK</Sts>")), version);
    expect(read(text)[0]?.lines[0]).toMatchObject({ counterpartyName: "ACME & Fils" });
  });

  it("reads a document with a prefix, and one without any namespace", () => {
    const text = camt(statement(entry("1.00", "DBIT")));
    const bare = text.replace(/ xmlns="[^"]*"/, "");
    const prefixed = bare
      .replaceAll(/<(\/?)(?=[A-Z])/g, "<$1n:")
      .replace(
        "<n:Document",
        '<n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"',
      );
    expect(read(bare)[0]?.lines[0]?.amountMinor).toBe(-100);
    expect(read(prefixed)[0]?.lines[0]?.amountMinor).toBe(-100);
  });

  it("checks opening + lines = closing, and shows what is missing", () => {
    const lines = entry("20.00", "CRDT") + entry("5.25", "DBIT");
    const whole = (closing: string) =>
      balance("OPBD", "10.00", "2026-03-01", "DBIT") +
      balance("CLBD", closing, "2026-03-31") +
      lines;
    expect(read(camt(statement(whole("4.75"))))[0]).toMatchObject({
      openingMinor: -1000,
      openingOn: "2026-03-01",
      closingMinor: 475,
      closingOn: "2026-03-31",
      balanceGapMinor: 0,
    });
    expect(read(camt(statement(whole("4.74"))))[0]?.balanceGapMinor).toBe(-1);
    expect(read(camt(statement(lines)))[0]?.balanceGapMinor).toBeUndefined();
  });

  it("reads several statements, and a day written with a time", () => {
    const timed = entry("1.00", "CRDT").replace(
      "<Dt>2026-03-14</Dt>",
      "<DtTm>2026-03-14T23:59:00+01:00</DtTm>",
    );
    const both = read(camt(statement(entry("2.00", "CRDT")) + statement(timed)));
    expect(both.map((s) => s.lines[0]?.amountMinor)).toEqual([200, 100]);
    expect(both[1]?.lines[0]?.bookedOn).toBe("2026-03-14");
  });

  it("splits a batch whose details add up, and keeps it whole when they do not", () => {
    const detail = (amount: string, text: string) =>
      `<TxDtls><Amt Ccy="EUR">${amount}</Amt><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
    const batch = (total: string) =>
      entry(total, "DBIT", `<NtryDtls>${detail("30.00", "A")}${detail("12.00", "B")}</NtryDtls>`);
    const [split] = read(camt(statement(batch("42.00"))));
    expect(split?.lines.map((l) => [l.amountMinor, l.label])).toEqual([
      [-3000, "A"],
      [-1200, "B"],
    ]);
    const [whole] = read(camt(statement(batch("42.01"))));
    expect(whole?.lines.map((l) => [l.amountMinor, l.label])).toEqual([[-4201, "A B"]]);
  });

  it("keeps the sign of a reversal, whose parties are those of the undone operation", () => {
    const parties =
      "<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>MOI</Nm></Dbtr><Cdtr><Nm>EDF</Nm></Cdtr>" +
      "</RltdPties></TxDtls></NtryDtls>";
    const text = entry("50.00", "CRDT", `<RvslInd>true</RvslInd>${parties}`);
    expect(read(camt(statement(text)))[0]?.lines[0]).toMatchObject({
      amountMinor: 5000,
      counterpartyName: "EDF",
    });
  });

  it("never takes the account itself for the counterparty", () => {
    const swapped =
      `<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>MOI</Nm></Dbtr>` +
      `<DbtrAcct><Id><IBAN>${OWN}</IBAN></Id></DbtrAcct>` +
      "<Cdtr><Nm>ACME</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>";
    expect(read(camt(statement(entry("1.00", "CRDT", swapped))))[0]?.lines[0]).toMatchObject({
      counterpartyName: "ACME",
    });
  });

  it("does not take NOTPROVIDED for a reference, and prefers a structured one", () => {
    const none = DETAIL.replace("E2E-7", "NOTPROVIDED");
    expect(read(camt(statement(entry("1", "CRDT", none))))[0]?.lines[0]?.reference).toBeUndefined();
    const structured = DETAIL.replace(
      "</RmtInf>",
      "<Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>",
    );
    expect(read(camt(statement(entry("1", "CRDT", structured))))[0]?.lines[0]?.reference).toBe(
      "RF18539007547034",
    );
  });

  it("refuses a bad entry by its line and goes on", () => {
    const parts = [
      entry("12..34", "CRDT"),
      entry("1.005", "CRDT"),
      entry("0.00", "CRDT"),
      entry("1.00", "XXXX"),
      entry("1.00", "CRDT").replace("03-14", "02-30"),
      entry("1.00", "CRDT", "", "<Sts>PDNG</Sts>"),
      entry("1000", "CRDT").replace("EUR", "JPY"),
      entry("8.850", "CRDT"),
    ];
    const [only] = read(camt(statement(parts.join("\n"))));
    expect(only?.refused.map((r) => [r.line, r.code])).toEqual([
      [3, "files.bad-amount"],
      [4, "files.bad-amount"],
      [5, "files.zero-amount"],
      [6, "files.bad-word"],
      [7, "files.bad-date"],
      [8, "files.not-booked"],
      [9, "files.currency"],
    ]);
    expect(only?.lines.map((l) => l.amountMinor)).toEqual([885]);
  });

  it("refuses DOCTYPE and entities before reading anything of them", () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n';
    const text = camt(statement(entry("1.00", "CRDT"))).replace("<Document", `${bomb}<Document`);
    expect(refusal(text)).toMatchObject({ code: "files.doctype", facts: { line: 2 } });
    const undeclared = camt(statement(entry("1.00", "CRDT", "<AddtlNtryInf>&x;</AddtlNtryInf>")));
    expect(refusal(undeclared)).toMatchObject({ code: "files.broken-xml", facts: { line: 3 } });
  });

  it("refuses a file cut anywhere inside a statement, never imports half of it", () => {
    const text = camt(statement(entry("1.00", "CRDT", DETAIL)));
    const start = text.indexOf("<Stmt>");
    fc.assert(
      fc.property(fc.integer({ min: start, max: text.length - 1 }), (end) => {
        expect(refusal(text.slice(0, end))).toMatchObject({ code: "files.truncated" });
      }),
    );
    expect(refusal(text.slice(0, text.indexOf("</Ntry>")))).toMatchObject({ facts: { line: 3 } });
  });

  it("refuses other messages and a document without a statement", () => {
    const other = camt("").replaceAll("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn");
    expect(refusal(other)).toMatchObject({ code: "files.no-statement" });
    expect(refusal(camt(""))).toMatchObject({ code: "files.no-statement" });
  });

  it("reads 20,000 entries in file order", () => {
    const parts = Array.from({ length: 20_000 }, (_, i) => entry(`${i + 1}.00`, "CRDT", DETAIL));
    const [only] = read(camt(statement(parts.join("\n"))));
    expect(only?.lines.map((l) => l.amountMinor)).toEqual(parts.map((_, i) => (i + 1) * 100));
    expect(only?.lines.at(-1)?.line).toBe(20_002);
  });
});
