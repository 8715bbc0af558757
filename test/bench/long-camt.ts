import { addDays } from "#contract/date.ts";

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>' +
  "<GrpHdr><MsgId>BANC</MsgId><CreDtTm>2026-12-31T18:00:00</CreDtTm></GrpHdr>" +
  "<Stmt><Id>1</Id><CreDtTm>2026-12-31T18:00:00</CreDtTm>" +
  "<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>";

/** A CAMT.053 statement over a year, with its balances and a counterparty on each entry. */
export function longCamt(lines: number): string {
  let closing = 0;
  const entries = Array.from({ length: lines }, (_, i) => {
    const cents = 100 + (i % 9000);
    closing += cents;
    return entryOf(i, cents);
  });
  return [
    HEAD,
    balance("OPBD", 0, "2026-01-01"),
    balance("CLBD", closing, "2026-12-31"),
    ...entries,
    "</Stmt></BkToCstmrStmt></Document>",
  ].join("\n");
}

function entryOf(i: number, cents: number): string {
  const on = addDays("2026-01-01", Math.floor((i * 365) / 100_000) % 365);
  return (
    `<Ntry><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>` +
    `<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>` +
    `<AcctSvcrRef>REF${i}</AcctSvcrRef><NtryDtls><TxDtls>` +
    `<Refs><EndToEndId>FA-${i}</EndToEndId></Refs>` +
    `<RltdPties><Dbtr><Nm>CLIENT ${i % 700}</Nm></Dbtr></RltdPties>` +
    `<RmtInf><Ustrd>FACTURE FA-${i}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  );
}

function balance(code: string, cents: number, on: string): string {
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(cents)}</Amt>` +
    `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`
  );
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}
