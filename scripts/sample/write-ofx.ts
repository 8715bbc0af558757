import { decimalText } from "#main/base/money.ts";
import { accountOf, FIRST_DAY, LAST_DAY } from "./company.ts";
import type { BankLine } from "./model.ts";

/** Longest `NAME` of OFX 1.02. */
const NAME_WIDTH = 32;

const TYPES: Readonly<Record<string, string>> = {
  "internal-transfer": "XFER",
  "card-fee": "SRVCHG",
  "card-settlement": "CREDIT",
};

/** A statement in OFX 1.02 (SGML): leaf tags unclosed, decimal commas, as French banks write. */
export function ofxOf(lines: readonly BankLine[]): string {
  const iban = accountOf("cards").iban;
  const balance = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const rows = [
    ...HEADER,
    "<OFX>",
    "<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>",
    "<DTSERVER>20270101060000<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>",
    "<BANKMSGSRSV1><STMTTRNRS><TRNUID>20270101060000",
    "<STATUS><CODE>0<SEVERITY>INFO</STATUS>",
    "<STMTRS><CURDEF>EUR",
    `<BANKACCTFROM><BANKID>${iban.slice(4, 9)}<BRANCHID>${iban.slice(9, 14)}`,
    `<ACCTID>${iban.slice(14, 25)}<ACCTTYPE>CHECKING<ACCTKEY>${iban.slice(25)}</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${compact(FIRST_DAY)}<DTEND>${compact(LAST_DAY)}`,
    ...lines.map(movement),
    "</BANKTRANLIST>",
    `<LEDGERBAL><BALAMT>${decimalText(balance, ",")}<DTASOF>${compact(LAST_DAY)}</LEDGERBAL>`,
    `<AVAILBAL><BALAMT>${decimalText(balance, ",")}<DTASOF>${compact(LAST_DAY)}</AVAILBAL>`,
    "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>",
  ];
  return `${rows.join("\r\n")}\r\n`;
}

const HEADER = [
  "OFXHEADER:100",
  "DATA:OFXSGML",
  "VERSION:102",
  "SECURITY:NONE",
  "ENCODING:USASCII",
  "CHARSET:1252",
  "COMPRESSION:NONE",
  "OLDFILEUID:NONE",
  "NEWFILEUID:NONE",
  "",
] as const;

function movement(line: BankLine): string {
  const sign = line.amountMinor > 0 ? "+" : "";
  const memo = line.remittance === undefined ? "" : `<MEMO>${line.remittance}`;
  return (
    `<STMTTRN><TRNTYPE>${TYPES[line.kind] ?? "OTHER"}<DTPOSTED>${compact(line.bookedOn)}` +
    `<TRNAMT>${sign}${decimalText(line.amountMinor, ",")}<FITID>${line.id}` +
    `<NAME>${line.label.slice(0, NAME_WIDTH).trim()}${memo}</STMTTRN>`
  );
}

function compact(date: string): string {
  return date.replaceAll("-", "");
}
