import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalSentence } from "#contract/refusals.ts";
import { readStatements } from "#main/banking/statement/read-statements.ts";
import { isRefusal } from "#main/base/refusal.ts";

const SEEDS = [
  '<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt><Acct><Ccy>EUR</Ccy></Acct><Ntry>' +
    '<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-14' +
    "</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>",
  "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN><DTPOSTED>20260314<TRNAMT>1,00" +
    "<NAME>A</STMTTRN></BANKTRANLIST></STMTRS></OFX>",
  'Date;Libellé;Débit;Crédit;Solde\n14/03/2026;"a ""b""";1,00;;10,00\n15/03/2026;c;;2,00;12,00\n',
].map((text) => Buffer.from(text, "utf-8"));

describe("reading whatever is dropped", () => {
  it("gives statements of whole cents or a refusal with a sentence, and never throws", () => {
    const change = fc.record({
      seed: fc.constantFrom(...SEEDS),
      edits: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      cut: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(change, ({ seed, edits, cut }) => {
        const bytes = new Uint8Array(seed);
        for (const [at, value] of edits) bytes[at % bytes.length] = value;
        const kept = cut === null ? bytes : bytes.subarray(0, cut % bytes.length);
        const result = readStatements({ name: "x", bytes: kept });
        if (isRefusal(result)) {
          expect(refusalSentence(result.code, result.facts, "fr")).not.toMatch(/undefined/);
          return;
        }
        for (const line of result.flatMap((s) => s.lines)) {
          expect(Number.isSafeInteger(line.amountMinor) && line.amountMinor !== 0).toBe(true);
          expect(line.bookedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("goes by the content, not by the name", () => {
    const [camt, ofx, csv] = SEEDS.map((bytes) => readStatements({ name: "releve.pdf", bytes }));
    const format = (r: typeof camt) => (r && !isRefusal(r) ? r[0]?.format : undefined);
    expect([camt, ofx, csv].map(format)).toEqual(["camt.053", "ofx", "csv"]);
  });
});
