import { parseAmount } from "#contract/amount.ts";
import { isDate } from "#contract/date.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { isRefusedRow, type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { frenchIban } from "./french-iban.ts";
import { joinLabel } from "./join-label.ts";
import { keepsCents } from "./keeps-cents.ts";
import type { ParsedStatement, StatementAccount, StatementLine } from "./parsed-statement.ts";
import { scanOfx } from "./scan-ofx.ts";

const STATEMENTS = new Set(["STMTRS", "CCSTMTRS"]);
/** Aggregates whose leaves are kept apart; leaves of any other one belong to what is around. */
const GROUPS = new Set([
  "STMTTRN",
  "BANKACCTFROM",
  "CCACCTFROM",
  "BANKACCTTO",
  "CCACCTTO",
  "LEDGERBAL",
  "AVAILBAL",
  "PAYEE",
  "STATUS",
  "CURRENCY",
  "ORIGCURRENCY",
]);

/** Leaves by `GROUP.NAME` or `NAME`, with the line where the group starts. */
type Leaves = Map<string, string>;

interface Draft {
  head: Leaves;
  movements: { line: number; leaves: Leaves }[];
}

interface Scan {
  drafts: Draft[];
  current: Draft | undefined;
  movement: { line: number; leaves: Leaves } | undefined;
  groups: string[];
  error: { code: string; message: string } | undefined;
  status: Leaves;
  ended: boolean;
  line: number;
}

/**
 * Reads every bank or card statement of an OFX file (Open Financial Exchange 1.x and 2.x). OFX
 * gives a closing balance only, so there is no balance gap. Its amounts have no thousands
 * separators: the last comma or point is the decimal mark.
 * @param currency the account's currency where the file leaves it out
 */
export function readOfx(file: string, text: string, currency = "EUR"): Refusal | ParsedStatement[] {
  const forbidden = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (forbidden) {
    const line = text.slice(0, forbidden.index).split("\n").length;
    return refuse("files.doctype", { file, line });
  }
  const scan = scanStatements(text);
  if (!scan.ended) return refuse("files.truncated", { file, line: text.split("\n").length });
  if (scan.drafts.length > 0) return scan.drafts.map((d) => finish(d, currency));
  if (scan.error) return refuse("files.bank-error", { file, ...scan.error });
  return refuse("files.no-statement", { file });
}

function scanStatements(text: string): Scan {
  const scan: Scan = {
    drafts: [],
    current: undefined,
    movement: undefined,
    groups: [],
    error: undefined,
    status: new Map(),
    ended: false,
    line: 1,
  };
  for (const { name, closing, text: value, line } of scanOfx(text)) {
    scan.line = line;
    if (closing) close(scan, name);
    else if (STATEMENTS.has(name)) {
      scan.current = { head: new Map(), movements: [] };
      scan.drafts.push(scan.current);
    } else if (GROUPS.has(name)) openGroup(scan, name);
    else if (value !== "") keepLeaf(scan, name, value);
  }
  return scan;
}

function openGroup(scan: Scan, name: string): void {
  if (name === "STMTTRN") {
    scan.movement = { line: scan.line, leaves: new Map() };
    scan.current?.movements.push(scan.movement);
    scan.groups = [];
  } else {
    if (name === "STATUS") scan.status = new Map();
    scan.groups.push(name);
  }
}

function close(scan: Scan, name: string): void {
  if (name === "OFX") scan.ended = true;
  else if (name === "STMTTRN" || name === "BANKTRANLIST") scan.movement = undefined;
  else if (STATEMENTS.has(name)) scan.current = undefined;
  else if (name === "STATUS" && scan.status.get("SEVERITY")?.toUpperCase() === "ERROR") {
    const code = scan.status.get("CODE") ?? "?";
    scan.error ??= { code, message: scan.status.get("MESSAGE") ?? "" };
  }
  const at = scan.groups.lastIndexOf(name);
  if (at >= 0) scan.groups.length = at;
}

function keepLeaf(scan: Scan, name: string, value: string): void {
  const group = scan.groups.at(-1);
  if (group === "STATUS") scan.status.set(name, value);
  const target = scan.movement?.leaves ?? scan.current?.head;
  const key = group === undefined ? name : `${group}.${name}`;
  // The first value wins: a repeated leaf belongs to a nested aggregate of another meaning.
  if (target && !target.has(key)) target.set(key, value);
}

function finish(draft: Draft, defaultCurrency: string): ParsedStatement {
  const currency = currencyOf(draft, defaultCurrency);
  const lines: StatementLine[] = [];
  const refused: RefusedRow[] = [];
  for (const movement of draft.movements) {
    const reading = readMovement(movement, currency);
    if (isRefusedRow(reading)) refused.push(reading);
    else lines.push(reading);
  }
  const account = accountOf(draft.head, currency);
  const statement: ParsedStatement = { format: "ofx", account, lines, refused };
  const closingMinor = ofxMinor(draft.head.get("LEDGERBAL.BALAMT") ?? "");
  const closingOn = ofxDay(draft.head.get("LEDGERBAL.DTASOF") ?? "");
  if (closingMinor !== undefined) statement.closingMinor = closingMinor;
  if (closingMinor !== undefined && closingOn) statement.closingOn = closingOn;
  return statement;
}

function currencyOf(draft: Draft, defaultCurrency: string): string {
  const said = draft.head.get("CURDEF") || draft.movements[0]?.leaves.get("CURRENCY.CURSYM");
  return (said || defaultCurrency).toUpperCase();
}

function accountOf(head: Leaves, currency: string): StatementAccount {
  const number = head.get("BANKACCTFROM.ACCTID") ?? head.get("CCACCTFROM.ACCTID") ?? "";
  const bank = head.get("BANKACCTFROM.BANKID") ?? "";
  const branch = head.get("BANKACCTFROM.BRANCHID") ?? "";
  const compact = number.replace(/\s/g, "").toUpperCase();
  const iban = isIbanShaped(compact) ? compact : frenchIban(bank, branch, compact);
  return { currency, ...(iban && { iban }), ...(number && { number }) };
}

function isIbanShaped(text: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(text);
}

function readMovement(
  { line, leaves }: { line: number; leaves: Leaves },
  currency: string,
): StatementLine | RefusedRow {
  const day = leaves.get("DTPOSTED") ?? "";
  const bookedOn = ofxDay(day);
  if (day === "") return refuseRow("files.missing-cell", { line, column: "DTPOSTED" });
  if (!bookedOn) return refuseRow("files.bad-date", { line, column: "DTPOSTED", text: day });
  const text = leaves.get("TRNAMT") ?? "";
  const amountMinor = ofxMinor(text);
  if (amountMinor === undefined) {
    return refuseRow("files.bad-amount", { line, column: "TRNAMT", text });
  }
  if (amountMinor === 0) return refuseRow("files.zero-amount", { line });
  if (!keepsCents(currency)) return refuseRow("files.currency", { line, currency });
  const valueOn = ofxDay(leaves.get("DTAVAIL") ?? leaves.get("VALUEDATE") ?? "");
  const name = leaves.get("PAYEE.NAME");
  const iban = leaves.get("BANKACCTTO.ACCTID")?.replace(/\s/g, "").toUpperCase() ?? "";
  const reference = leaves.get("CHECKNUM") ?? leaves.get("REFNUM");
  const ids = ["FITID", "SRVRTID", "REFNUM"].map((k) => leaves.get(k) ?? "").filter(Boolean);
  return {
    line,
    bookedOn,
    ...(valueOn && { valueOn }),
    amountMinor,
    currency,
    label: joinLabel([leaves.get("NAME") ?? name, leaves.get("MEMO")]) || typeLabel(leaves),
    ...(name && { counterpartyName: name }),
    ...(isIbanShaped(iban) && { counterpartyIban: iban }),
    ...(reference && { reference }),
    bankIds: [...new Set(ids)],
  };
}

/** A movement without any text keeps its type and cheque number: `CHECK 1000`. */
function typeLabel(leaves: Leaves): string {
  return joinLabel([leaves.get("TRNTYPE"), leaves.get("CHECKNUM")]);
}

function ofxMinor(text: string): number | undefined {
  const lastMark = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  return parseAmount(text, text[lastMark] === "," ? "," : ".");
}

/** The day of `YYYYMMDDHHMMSS.XXX[+1:CET]`, in the zone that the bank wrote it in. */
function ofxDay(text: string): string | undefined {
  const m = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  const day = m ? `${m[1]}-${m[2]}-${m[3]}` : "";
  return isDate(day) ? day : undefined;
}
