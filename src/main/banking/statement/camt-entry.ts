import { isDate } from "#contract/date.ts";
import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { counterpartyOf } from "./camt-counterparty.ts";
import type { CamtPart } from "./camt-parts.ts";
import { joinLabel } from "./join-label.ts";
import { keepsCents } from "./keeps-cents.ts";
import type { StatementLine } from "./parsed-statement.ts";

/** End-to-end ids that mean "none given". */
const NO_REFERENCE = /^(?:NOT ?PROVIDED|NONREF|NOTAVAILABLE|UNKNOWN|0+|-|N\/?A)$/i;

/** What one `Ntry` becomes: its lines, or the reason why it is refused. */
export type EntryReading = StatementLine[] | RefusedRow;

/** What all lines of an entry share. */
interface EntryFacts {
  line: number;
  bookedOn: string;
  valueOn: string | undefined;
  amountMinor: number;
  currency: string;
  reversal: boolean;
  ownIban: string;
}

/**
 * Reads one entry (`Ntry`) of a CAMT.053 statement, any version. A batch whose details have
 * amounts adding up to the entry gives one line per detail (`TxDtls`); otherwise the entry is one
 * line. The sign is the entry's own indicator: a reversal already carries the reversed one
 * (ISO 20022, RvslInd). Entries that are not booked are refused.
 */
export function readCamtEntry(entry: CamtPart, ownIban: string): EntryReading {
  const facts = entryFacts(entry, ownIban);
  if ("code" in facts) return facts;
  const { details } = entry;
  const amounts = details.length > 1 ? detailAmounts(details, facts) : undefined;
  if (amounts === undefined) return [lineOf(entry, details, facts)];
  return details.map((detail, i) =>
    lineOf(entry, [detail], { ...facts, amountMinor: amounts[i] ?? 0, line: detail.line }),
  );
}

/** Cents of an ISO 20022 decimal (`8.850`, `100`), or undefined when it is not to the cent. */
export function camtMinor(text: string): number | undefined {
  const m = /^(\d+)(?:\.(\d{0,2})0*)?$/.exec(text);
  if (!m) return undefined;
  const minor = Number(m[1]) * 100 + Number((m[2] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

function entryFacts({ line, texts }: CamtPart, ownIban: string): EntryFacts | RefusedRow {
  const status = texts.status ?? "BOOK";
  if (status !== "BOOK") return refuseRow("files.not-booked", { line, status });
  const text = texts.amount ?? "";
  const minor = camtMinor(text);
  if (minor === undefined) return refuseRow("files.bad-amount", { line, column: "Amt", text });
  if (minor === 0) return refuseRow("files.zero-amount", { line });
  const currency = texts.amountCcy ?? "";
  if (!keepsCents(currency)) return refuseRow("files.currency", { line, currency });
  const sign = signOf(texts.indicator);
  if (sign === undefined) {
    const wrong = { text: texts.indicator ?? "", allowed: ["CRDT", "DBIT"] };
    return refuseRow("files.bad-word", { line, column: "CdtDbtInd", ...wrong });
  }
  const value = texts.valueOn?.slice(0, 10);
  const bookedOn = texts.bookedOn?.slice(0, 10) ?? value ?? "";
  if (!isDate(bookedOn)) {
    return refuseRow("files.bad-date", { line, column: "BookgDt", text: bookedOn });
  }
  const valueOn = value !== undefined && isDate(value) ? value : undefined;
  const reversal = texts.reversal === "true" || texts.reversal === "1";
  return { line, bookedOn, valueOn, amountMinor: sign * minor, currency, reversal, ownIban };
}

function signOf(indicator: string | undefined): 1 | -1 | undefined {
  if (indicator === "CRDT") return 1;
  return indicator === "DBIT" ? -1 : undefined;
}

/** Signed amounts of the details when each has one and they add up to the entry. */
function detailAmounts(details: readonly CamtPart[], facts: EntryFacts): number[] | undefined {
  const amounts: number[] = [];
  let sum = 0;
  for (const { texts } of details) {
    const currency = texts.amount === undefined ? texts.txAmountCcy : texts.amountCcy;
    const minor = camtMinor(texts.amount ?? texts.txAmount ?? "");
    if (currency !== facts.currency || minor === undefined || minor === 0) return undefined;
    const signed = (signOf(texts.indicator) ?? Math.sign(facts.amountMinor)) * minor;
    amounts.push(signed);
    sum += signed;
  }
  return sum === facts.amountMinor ? amounts : undefined;
}

function lineOf(entry: CamtPart, details: readonly CamtPart[], facts: EntryFacts): StatementLine {
  const only = details.length === 1 ? details[0] : undefined;
  const party = only && counterpartyOf(only, facts);
  const reference = only ? referenceOf(only) : "";
  const texts = details.flatMap((d) => [d.texts["remittance+"], d.texts.info]);
  if (only !== undefined) texts.push(instructed(only, facts.currency));
  const line: StatementLine = {
    line: facts.line,
    bookedOn: facts.bookedOn,
    amountMinor: facts.amountMinor,
    currency: facts.currency,
    label: joinLabel([entry.texts.info, ...texts]) || party?.name || reference,
    bankIds: bankIds(entry, details),
  };
  if (facts.valueOn !== undefined) line.valueOn = facts.valueOn;
  if (party?.name) line.counterpartyName = party.name;
  if (party?.iban) line.counterpartyIban = party.iban;
  if (reference) line.reference = reference;
  return line;
}

/** What was ordered in another currency than the account's: `USD 1234.56`. */
function instructed({ texts }: CamtPart, currency: string): string | undefined {
  const { instdAmount, instdAmountCcy } = texts;
  if (instdAmount === undefined || instdAmountCcy === undefined) return undefined;
  return instdAmountCcy === currency ? undefined : `${instdAmountCcy} ${instdAmount}`;
}

function referenceOf({ texts }: CamtPart): string {
  if (texts.structured) return texts.structured;
  const endToEnd = texts.endToEndId ?? "";
  return NO_REFERENCE.test(endToEnd) ? "" : endToEnd;
}

function bankIds({ texts: entry }: CamtPart, details: readonly CamtPart[]): string[] {
  const ids: string[] = [];
  const add = (id: string | undefined) => {
    if (id !== undefined && !ids.includes(id) && !NO_REFERENCE.test(id)) ids.push(id);
  };
  for (const { texts } of details) {
    add(texts.bankRef);
    add(texts.uetr);
    add(texts.txId);
    add(texts.instrId);
  }
  add(entry.bankRef);
  add(entry.entryRef);
  return ids;
}
