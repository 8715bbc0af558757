import { addDays, endOfMonth } from "#contract/date.ts";
import { decimalText } from "#main/base/money.ts";
import { accountOf, company } from "./company.ts";
import type { BankLine } from "./model.ts";
import { monthStarts } from "./working-day.ts";

/** Domain, family and sub-family of ISO 20022 by kind of line; the rest by the label. */
const CODES: Readonly<Record<string, string>> = {
  "card-purchase": "PMNT/CCRD/POSD",
  "bank-fee": "ACMT/MDOP/CHRG",
  "loan-instalment": "LDAS/FTLN/PPAY",
  "loan-receipt": "LDAS/FTLN/DDWN",
  salary: "PMNT/ICDT/SALA",
  "direct-debit-return": "PMNT/IDDT/UPDD",
};

/**
 * The main account's statements of one year (ISO 20022 camt.053.001.08): one `Stmt` a month with
 * its opening and closing balances, lines of one batch as details of one entry.
 */
export function camtOf(lines: readonly BankLine[], year: number): string {
  const before = lines.filter((line) => line.bookedOn < `${year}-01-01`);
  let balance = sumOf(before);
  const statements = monthStarts(year, year).map((start, i) => {
    const own = lines.filter((line) => line.bookedOn.startsWith(start.slice(0, 7)));
    const opening = balance;
    balance += sumOf(own);
    return statement({ start, number: i + 1, lines: own, opening, closing: balance });
  });
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>\n' +
    `<GrpHdr><MsgId>BQE-${year}-00021847305</MsgId>` +
    `<CreDtTm>${year + 1}-01-01T06:00:00</CreDtTm></GrpHdr>\n`;
  return `${head}${statements.join("")}</BkToCstmrStmt></Document>\n`;
}

type Month = { start: string; number: number; lines: BankLine[]; opening: number; closing: number };

function statement({ start, number, lines, opening, closing }: Month): string {
  const { iban, bic, name } = accountOf("main");
  const last = endOfMonth(start);
  const id = `${start.slice(0, 7)}-${String(number).padStart(3, "0")}`;
  const owner = `<Ownr><Nm>${company.name.toUpperCase()} ${company.legalForm}</Nm></Ownr>`;
  const servicer = `<Svcr><FinInstnId><BICFI>${bic}</BICFI></FinInstnId></Svcr>`;
  return (
    `<Stmt><Id>${id}</Id><ElctrncSeqNb>${number}</ElctrncSeqNb><LglSeqNb>${number}</LglSeqNb>` +
    `<CreDtTm>${addDays(last, 1)}T05:30:00</CreDtTm>` +
    `<FrToDt><FrDtTm>${start}T00:00:00</FrDtTm><ToDtTm>${last}T23:59:59</ToDtTm></FrToDt>\n` +
    `<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy><Nm>${name}</Nm>` +
    `${owner}${servicer}</Acct>\n` +
    balanceOf("OPBD", opening, start) +
    balanceOf("CLBD", closing, last) +
    `${entriesOf(lines).map(entry).join("")}</Stmt>\n`
  );
}

function balanceOf(code: string, amountMinor: number, date: string): string {
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(amountMinor)}` +
    `<Dt><Dt>${date}</Dt></Dt></Bal>\n`
  );
}

function entriesOf(lines: readonly BankLine[]): BankLine[][] {
  const entries = new Map<string, BankLine[]>();
  for (const line of lines) {
    const key = line.entryId ?? line.id ?? "";
    entries.set(key, [...(entries.get(key) ?? []), line]);
  }
  return [...entries.values()];
}

function entry(lines: readonly BankLine[]): string {
  const first = lines[0] as BankLine;
  const { bookedOn } = first;
  const id = first.entryId ?? first.id ?? "";
  const isBatch = first.batch !== undefined;
  const label = isBatch ? batchLabel(first, lines.length) : first.label;
  const [domain, family, sub] = codeOf(first).split("/");
  const summary = isBatch ? `<Btch><NbOfTxs>${lines.length}</NbOfTxs></Btch>` : "";
  const details = lines.map((line) => detail(line, isBatch)).join("");
  return (
    `<Ntry>${amount(sumOf(lines))}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${bookedOn}</Dt></BookgDt>` +
    `<ValDt><Dt>${bookedOn}</Dt></ValDt><AcctSvcrRef>${id}</AcctSvcrRef>` +
    `<BkTxCd><Domn><Cd>${domain}</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd>` +
    `</Fmly></Domn></BkTxCd><NtryDtls>${summary}${details}</NtryDtls>` +
    `<AddtlNtryInf>${escapeXml(label)}</AddtlNtryInf></Ntry>\n`
  );
}

/** A lone line gives its parties only when the bank passed them on; its label says the rest. */
function detail(line: BankLine, isBatch: boolean): string {
  const endToEnd = isBatch || line.party ? (line.endToEndId ?? "NOTPROVIDED") : "NOTPROVIDED";
  const mandate = line.mandateId ? `<MndtId>${line.mandateId}</MndtId>` : "";
  const refs =
    `<Refs><AcctSvcrRef>${line.id}</AcctSvcrRef>` +
    `<EndToEndId>${escapeXml(endToEnd)}</EndToEndId>${mandate}</Refs>`;
  const parties = line.party ? partiesOf(line, line.party) : "";
  const shown = (isBatch || line.party) && line.remittance;
  const remittance = shown
    ? `<RmtInf><Ustrd>${escapeXml(line.remittance ?? "")}</Ustrd></RmtInf>`
    : "";
  const info = isBatch ? `<AddtlTxInf>${escapeXml(line.label)}</AddtlTxInf>` : "";
  return `<TxDtls>${refs}${amount(line.amountMinor)}${parties}${remittance}${info}</TxDtls>`;
}

function partiesOf(line: BankLine, party: { name: string; iban?: string }): string {
  const isReturn = line.kind === "direct-debit-return";
  const role = line.amountMinor > 0 && !isReturn ? "Dbtr" : "Cdtr";
  const account = party.iban
    ? `<${role}Acct><Id><IBAN>${party.iban}</IBAN></Id></${role}Acct>`
    : "";
  const name = `<${role}><Pty><Nm>${escapeXml(party.name)}</Nm></Pty></${role}>`;
  return `<RltdPties>${name}${account}</RltdPties>`;
}

function batchLabel(line: BankLine, count: number): string {
  const kind = line.kind === "salary" ? "SALAIRES" : "FOURNISSEURS";
  return `VIR SEPA EMIS LOT ${kind} ${count} OPERATIONS`;
}

function codeOf(line: BankLine): string {
  const own = CODES[line.kind];
  if (own !== undefined) return own;
  if (line.label.startsWith("PRLV")) return "PMNT/RDDT/ESDD";
  if (line.label.startsWith("CB ")) return "PMNT/CCRD/POSD";
  if (line.label.startsWith("VIR INST")) return "PMNT/RRCT/ESCT";
  return line.amountMinor > 0 ? "PMNT/RCDT/ESCT" : "PMNT/ICDT/ESCT";
}

function amount(amountMinor: number): string {
  const text = decimalText(Math.abs(amountMinor), ".");
  const sign = amountMinor < 0 ? "DBIT" : "CRDT";
  return `<Amt Ccy="EUR">${text}</Amt><CdtDbtInd>${sign}</CdtDbtInd>`;
}

function sumOf(lines: readonly BankLine[]): number {
  return lines.reduce((sum, line) => sum + line.amountMinor, 0);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
