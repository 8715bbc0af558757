import { describe, expect, it } from "vitest";
import { sniffFileKind } from "#main/base/table/sniff-file-kind.ts";

const document = (message: string, namespace = "") =>
  `<?xml version="1.0"?>\n<Document${namespace}><${message}><GrpHdr/></${message}></Document>`;

describe("telling what a file is", () => {
  it.each([
    [document("BkToCstmrStmt"), "camt.053"],
    [
      document("n:BkToCstmrStmt", ' xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.13"'),
      "camt.053",
    ],
    [document("BkToCstmrAcctRpt"), "camt.052"],
    [document("BkToCstmrDbtCdtNtfctn"), "camt.054"],
    ["<html><body/></html>", "xml"],
    ["\n\nOFXHEADER:100\nDATA:OFXSGML\n\n<OFX>", "ofx"],
    ['<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n<OFX>', "ofx"],
    [":20:STARTUMS\n:25:123", "mt940"],
    ["!Type:Bank\nD01/02/2026", "qif"],
    [`0130003    01234EUR2 00012345678  020126${" ".repeat(80)}\n`, "cfonb120"],
    ["%PDF-1.7", "pdf"],
    ["PK\u0003\u0004zip", "zip"],
    ["\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0001\u0002", "binary"],
    ["Date;Montant\n", "text"],
    ["  \n", "empty"],
  ])("of %j says %s", (text, kind) => {
    expect(sniffFileKind(new Uint8Array(Buffer.from(text, "utf-8")))).toBe(kind);
  });

  it("reads UTF-16, and a head cut inside a character", () => {
    expect(sniffFileKind(new Uint8Array(Buffer.from("\ufeffDate;Montant\n1;2", "utf16le")))).toBe(
      "text",
    );
    const accents = Buffer.from(`x${"é".repeat(5000)}`, "utf-8");
    expect(sniffFileKind(new Uint8Array(accents))).toBe("text");
  });
});
