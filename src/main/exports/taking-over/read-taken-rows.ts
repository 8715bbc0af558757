import { type RefusedRow, refuseRow } from "#main/base/table/refused-row.ts";
import { looseMinor } from "./loose-amount.ts";
import { type LooseColumn, type LooseHeader, readLooseHeader } from "./loose-columns.ts";
import { looseDayReader } from "./loose-day.ts";
import type { TakenRow } from "./taken-row.ts";

/** What a file holds once read: rows, refused lines, and what a person should know. */
export interface TakenRows {
  header: LooseHeader;
  rows: TakenRow[];
  refused: RefusedRow[];
  /** Journal and number of the entries that a refused line makes incomplete. */
  broken: Set<string>;
  zeroLines: number;
}

const STEP = 20_000;
const SPACES = /^[\s\u00a0]+|[\s\u00a0]+$/g;

/** Reads the text of an entries file, however it was written; yields the lines read. */
export function* readTakenRows(text: string): Generator<number, TakenRows, void> {
  const lines = text.split(/\r*\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== "");
  const header = readLooseHeader(lines[first] ?? "");
  const read: TakenRows = { header, rows: [], refused: [], broken: new Set(), zeroLines: 0 };
  if (header.missing.length > 0) return read;
  const reader = new RowReader(header, read);
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line !== "" && line.trim() !== "") reader.take(line, at + 1);
    if (at % STEP === 0) yield at;
  }
  return read;
}

/** The name of an entry inside a file, for what is said of it before entries are made. */
export function entryKey(journal: string, number: string): string {
  return `${journal}\t${number}`;
}

class RowReader {
  readonly #header: LooseHeader;
  readonly #into: TakenRows;
  readonly #day = looseDayReader();
  readonly #texts = new Map<string, string>();
  #fields: readonly string[] = [];

  constructor(header: LooseHeader, into: TakenRows) {
    this.#header = header;
    this.#into = into;
  }

  take(text: string, line: number): void {
    this.#fields = cut(text, this.#header.separator);
    const read = this.#read(line);
    if ("code" in read) {
      this.#into.refused.push(read);
      const number = this.#text("number");
      if (/[^0]/.test(number)) this.#into.broken.add(entryKey(this.#text("journal"), number));
    } else if (read.minor === 0) this.#into.zeroLines++;
    else this.#into.rows.push(read);
  }

  #read(line: number): TakenRow | RefusedRow {
    const count = this.#fields.length;
    const { width } = this.#header;
    // A separator at the end of every line, or lacking columns at the end, does no harm.
    if (count < width - 4 || this.#fields.slice(width).some((f) => f.trim() !== "")) {
      return refuseRow("fec.field-count", { line, found: count, expected: width });
    }
    const minor = this.#minor();
    if (minor === undefined) return refuseRow("fec.bad-amount", { line, value: this.#sides() });
    const pieceOn = this.#on("pieceDate");
    const validatedOn = this.#on("validDate");
    const dateOn = this.#on("date") ?? pieceOn ?? validatedOn;
    if (dateOn === undefined) {
      return refuseRow("fec.bad-date", { line, value: this.#text("date") });
    }
    const account = this.#text("account");
    if (account === "") return refuseRow("fec.bad-account", { line, value: "" });
    return { ...this.#texts18(line), dateOn, pieceOn: pieceOn ?? dateOn, validatedOn, minor };
  }

  #texts18(line: number): Omit<TakenRow, "dateOn" | "pieceOn" | "validatedOn" | "minor"> {
    const currency = this.#text("currency").toUpperCase();
    const foreign = /^[A-Z]{3}$/.test(currency) && currency !== "EUR";
    const amount = foreign ? looseMinor(this.#raw("currencyAmount")) : undefined;
    return {
      line,
      journal: this.#text("journal"),
      journalLabel: this.#text("journalLabel"),
      number: this.#text("number"),
      account: this.#text("account"),
      accountLabel: this.#text("accountLabel"),
      party: this.#text("party"),
      partyLabel: this.#text("partyLabel"),
      pieceRef: this.#text("pieceRef"),
      label: this.#text("label"),
      letter: this.#text("letter"),
      letteredOn: this.#on("letterDate"),
      dueOn: this.#on("dueDate"),
      currency: amount === undefined || amount === 0 ? undefined : currency,
      currencyMinor: amount === 0 ? undefined : amount,
    };
  }

  #minor(): number | undefined {
    if (!this.#header.places.has("debit")) return this.#minorBySens();
    const debit = looseMinor(this.#raw("debit"));
    const credit = looseMinor(this.#raw("credit"));
    return debit === undefined || credit === undefined ? undefined : debit - credit;
  }

  #minorBySens(): number | undefined {
    const minor = looseMinor(this.#raw("amount"));
    const sens = this.#text("sens").toUpperCase();
    if (minor === undefined) return undefined;
    if (sens === "D" || sens === "+1" || sens === "1" || sens === "DEBIT") return minor;
    if (sens === "C" || sens === "-1" || sens === "CREDIT") return minor === 0 ? 0 : -minor;
    return undefined;
  }

  #sides(): string {
    const columns: LooseColumn[] = ["debit", "credit", "amount", "sens"];
    return columns
      .map((c) => this.#raw(c).trim())
      .filter((t) => t !== "")
      .join(" / ");
  }

  #on(column: LooseColumn): string | undefined {
    return this.#day(this.#text(column));
  }

  /** A field trimmed; repeated texts are kept once. */
  #text(column: LooseColumn): string {
    const raw = this.#raw(column);
    if (raw === "") return raw;
    const known = this.#texts.get(raw);
    if (known !== undefined) return known;
    const text = raw.replaceAll(SPACES, "");
    if (this.#texts.size > 100_000) this.#texts.clear();
    this.#texts.set(raw, text);
    return text;
  }

  #raw(column: LooseColumn): string {
    const at = this.#header.places.get(column);
    return at === undefined ? "" : (this.#fields[at] ?? "");
  }
}

/** Cuts a line; quotes hold a field together only where packages write them (`;` and `,`). */
function cut(text: string, separator: string): readonly string[] {
  if (separator === "\t" || separator === "|" || !text.includes('"')) return text.split(separator);
  const fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    else if (char === separator && !isQuoted) {
      fields.push(field);
      field = "";
    } else field += char;
  }
  return [...fields, field];
}
