import { decimalText } from "#main/base/money.ts";
import { fecColumns } from "./fec-columns.ts";
import type { FecEntry, FecJournalTotals, FecLine, FecTotals } from "./fec-entry.ts";
import { extraText, type FecExtra } from "./fec-extra.ts";
import { cleanFecText, type FecCharset, toLatin9 } from "./fec-text.ts";

export interface FecOptions {
  separator: "\t" | "|";
  charset: FecCharset;
  /** Columns after the eighteen: of cash-basis books, or wanted by an accountant's package. */
  extras?: readonly FecExtra[];
}

/** Characters gathered before they are encoded: small, so that they die young in memory. */
const PIECE_CHARS = 16_384;
/** Bytes of a chunk as it is handed out. */
const CHUNK_BYTES = 1_048_576;
/** Distinct texts remembered per file; beyond it the memory starts afresh. */
const REMEMBERED = 50_000;

/**
 * Writes the accounting entries file (FEC, LPF art. A47 A-1, VII 1°): 18 columns and those that
 * the kind of income adds, CRLF with a final newline, no byte order mark, dates AAAAMMJJ, decimal comma, `0,00` on the side not used.
 * Lines without an amount are left out, which is what an account nets to in an opening entry. The
 * auxiliary account stands only on lines that have a party; the currency only when it is foreign.
 * @returns the totals of what was written, once the chunks are exhausted
 */
export function* writeFec(
  entries: Iterable<FecEntry>,
  options: FecOptions,
): Generator<Uint8Array, FecTotals> {
  const write = lineWriter(options);
  const tally = new FecTally();
  const encoding = options.charset === "utf-8" ? "utf8" : "latin1";
  const columns = [...fecColumns, ...(options.extras ?? [])];
  let text = `${columns.join(options.separator)}\r\n`;
  let pieces: Buffer[] = [];
  let bytes = 0;
  for (const entry of entries) {
    text += write(entry);
    tally.add(entry);
    if (text.length < PIECE_CHARS) continue;
    const piece = Buffer.from(text, encoding);
    text = "";
    pieces.push(piece);
    bytes += piece.length;
    if (bytes < CHUNK_BYTES) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    bytes = 0;
  }
  yield Buffer.concat([...pieces, Buffer.from(text, encoding)]);
  return tally.totals;
}

/** Makes the function that writes an entry's lines, with its memory of texts, dates, amounts. */
function lineWriter({
  separator: s,
  charset,
  extras = [],
}: FecOptions): (entry: FecEntry) => string {
  const clean = charset === "utf-8" ? cleanFecText : (t: string) => toLatin9(cleanFecText(t));
  const text = remember(clean);
  const day = remember((date) => date.replaceAll("-", ""));
  return (entry) => {
    const journal = text(entry.journalCode);
    const head = [journal, text(entry.journalLabel) || journal, entry.number, day(entry.dateOn)];
    const piece = clean(entry.pieceRef) || "-";
    const before = head.join(s) + s;
    const middle = `${s}${piece}${s}${day(entry.pieceOn)}${s}`;
    const validated = day(entry.validatedOn);
    let lastRaw = "";
    let lastClean = "";
    let out = "";
    for (const line of entry.lines) {
      if (line.debitMinor === 0 && line.creditMinor === 0) continue;
      if (line.label !== lastRaw || lastClean === "") {
        lastRaw = line.label;
        lastClean = clean(lastRaw) || fallbackLabel(entry, line, clean);
      }
      const account = line.account + s + (text(line.accountLabel) || line.account);
      out += `${before}${account}${s}${party(line, s, text)}${middle}${lastClean}${s}${decimal(
        line.debitMinor,
      )}${s}${decimal(line.creditMinor)}${s}${letter(line, s, day)}${s}${validated}${s}${foreign(
        line,
        s,
      )}`;
      for (const extra of extras) out += s + text(extraText(extra, entry, line));
      out += "\r\n";
    }
    return out;
  };
}

/** The label that an entry without one takes: an empty EcritureLib makes the file refused. */
function fallbackLabel(entry: FecEntry, line: FecLine, clean: (t: string) => string): string {
  const who = clean(`${line.partyLabel ?? ""} ${entry.pieceRef}`);
  return who || clean(entry.journalLabel) || clean(entry.journalCode) || "-";
}

function party(line: FecLine, s: string, text: (t: string) => string): string {
  const code = line.partyCode === undefined ? "" : text(line.partyCode);
  if (code === "") return s;
  return code + s + (text(line.partyLabel ?? "") || code);
}

function letter(line: FecLine, s: string, day: (t: string) => string): string {
  if (line.letter === undefined || line.letteredOn === undefined) return s;
  return cleanFecText(line.letter) + s + day(line.letteredOn);
}

function foreign(line: FecLine, s: string): string {
  const { currency, currencyAmountMinor } = line;
  if (currency === undefined || currencyAmountMinor === undefined || currency === "EUR") return s;
  return currencyText(currencyAmountMinor, currency) + s + currency;
}

const digitsOf = remember((currency) => {
  const format = new Intl.NumberFormat("fr-FR", { style: "currency", currency });
  return String(format.resolvedOptions().maximumFractionDigits ?? 2);
});

/** An amount in a currency with its own number of decimals: two for USD, none for JPY. */
function currencyText(amountMinor: number, currency: string): string {
  const digits = Number(digitsOf(currency));
  if (digits === 2) return decimal(amountMinor);
  if (digits === 0) return String(amountMinor);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  return `${amountMinor < 0 ? "-" : ""}${text.slice(0, -digits)},${text.slice(-digits)}`;
}

/** Cents as `1234,56`; the short way serves the amounts that a small integer can hold. */
function decimal(amountMinor: number): string {
  if (amountMinor === 0) return "0,00";
  if (amountMinor < 0 || amountMinor > 2_000_000_000) return decimalText(amountMinor, ",");
  const units = (amountMinor / 100) | 0;
  const cents = amountMinor - units * 100;
  return cents < 10 ? `${units},0${cents}` : `${units},${cents}`;
}

/** Remembers the results for repeated texts (accounts, journals, days), within a bound. */
function remember(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const hit = known.get(text);
    if (hit !== undefined) return hit;
    if (known.size >= REMEMBERED) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** Adds up what is written. */
class FecTally {
  readonly totals: FecTotals = {
    entries: 0,
    lines: 0,
    debitMinor: 0,
    creditMinor: 0,
    firstNumber: 0,
    lastNumber: 0,
    journals: [],
  };
  #journals = new Map<string, FecJournalTotals>();

  add(entry: FecEntry): void {
    const journal = this.#journal(entry);
    let lines = 0;
    for (const line of entry.lines) {
      if (line.debitMinor === 0 && line.creditMinor === 0) continue;
      lines++;
      this.totals.debitMinor += line.debitMinor;
      this.totals.creditMinor += line.creditMinor;
    }
    if (lines === 0) return;
    journal.entries++;
    journal.lines += lines;
    if (this.totals.entries === 0) this.totals.firstNumber = entry.number;
    this.totals.lastNumber = entry.number;
    this.totals.entries++;
    this.totals.lines += lines;
  }

  #journal(entry: FecEntry): FecJournalTotals {
    const known = this.#journals.get(entry.journalCode);
    if (known !== undefined) return known;
    const { journalCode: code, journalLabel: label } = entry;
    const fresh = { code, label, entries: 0, lines: 0 };
    this.#journals.set(code, fresh);
    this.totals.journals.push(fresh);
    return fresh;
  }
}
