import { isDate } from "#contract/date.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { isRefusedRow, type RefusedRow } from "#main/base/table/refused-row.ts";
import { camtMinor, readCamtEntry } from "./camt-entry.ts";
import type { CamtPart } from "./camt-parts.ts";
import {
  type ParsedStatement,
  type StatementAccount,
  type StatementLine,
  withBalanceGap,
} from "./parsed-statement.ts";
import { scanCamt } from "./scan-camt.ts";

/** Opening balances by preference: opening booked, else the closing one of the day before. */
const OPENING = ["OPBD", "PRCD"];
const CLOSING = ["CLBD"];

interface Draft {
  account: StatementAccount;
  balances: CamtPart[];
  lines: StatementLine[];
  refused: RefusedRow[];
}

/**
 * Reads every statement of a CAMT.053 document (ISO 20022 camt.053.001, versions 2 to 13, with a
 * namespace, a prefix, or none), or the reports of a CAMT.052 and the notices of a CAMT.054. Opening balance, lines and closing balance are checked against
 * each other: see `balanceGapMinor`.
 */
export function readCamt(
  file: string,
  text: string,
  format: "camt.053" | "camt.052" | "camt.054" = "camt.053",
): Refusal | ParsedStatement[] {
  const drafts: Draft[] = [];
  const refusal = scanCamt(file, text, {
    statement() {
      drafts.push({ account: { currency: "" }, balances: [], lines: [], refused: [] });
    },
    part(part) {
      const draft = drafts.at(-1);
      if (draft) takePart(draft, part);
    },
  });
  if (isRefusal(refusal)) return refusal;
  if (drafts.length === 0) return refuse("files.no-statement", { file });
  return drafts.map((draft) => finish(draft, format));
}

function takePart(draft: Draft, part: CamtPart): void {
  if (part.name === "Acct") draft.account = readAccount(part);
  else if (part.name === "Bal") draft.balances.push(part);
  else {
    const reading = readCamtEntry(part, draft.account.iban ?? "");
    if (isRefusedRow(reading)) draft.refused.push(reading);
    else for (const line of reading) draft.lines.push(line);
  }
}

function readAccount({ texts }: CamtPart): StatementAccount {
  const iban = texts.iban?.replace(/\s/g, "").toUpperCase();
  const account: StatementAccount = { currency: texts.currency ?? "" };
  if (iban) account.iban = iban;
  if (texts.number) account.number = texts.number;
  return account;
}

function finish(draft: Draft, format: ParsedStatement["format"]): ParsedStatement {
  const { lines, refused, balances } = draft;
  const said = [draft.account.currency, balances[0]?.texts.amountCcy, lines[0]?.currency];
  const currency = said.find((c) => c !== undefined && c !== "") ?? "EUR";
  const account = { ...draft.account, currency };
  const statement: ParsedStatement = { format, account, lines, refused };
  const opening = balanceOf(balances, OPENING, currency);
  const closing = balanceOf(balances.toReversed(), CLOSING, currency);
  if (opening) {
    statement.openingMinor = opening.minor;
    if (isDate(opening.day)) statement.openingOn = opening.day;
  }
  if (closing) {
    statement.closingMinor = closing.minor;
    if (isDate(closing.day)) statement.closingOn = closing.day;
  }
  return withBalanceGap(statement);
}

/** The first balance of the best type present, signed, in the account's currency. */
function balanceOf(balances: readonly CamtPart[], types: readonly string[], currency: string) {
  for (const type of types) {
    for (const { texts } of balances) {
      const minor = camtMinor(texts.amount ?? "");
      if (texts.type !== type || texts.amountCcy !== currency || minor === undefined) continue;
      const negative = texts.indicator === "DBIT" && minor !== 0;
      return { minor: negative ? -minor : minor, day: texts.day?.slice(0, 10) ?? "" };
    }
  }
  return undefined;
}
