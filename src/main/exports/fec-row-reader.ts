import { readFecAmount } from "./fec-amount.ts";
import { columnsOfKind, type FecKind } from "./fec-columns.ts";
import { type FecDay, fecDayReader } from "./fec-day.ts";
import type { FecFindings } from "./fec-findings.ts";
import type { FecHeader } from "./fec-header.ts";
import { type FecRow, trimmed } from "./fec-row.ts";

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
const CONTROL = /[^\t\u0020-\u007e\u0080-\u00ff]/;

/**
 * Reads the lines of a file into rows, applying the rules of the tax office's tool to each field
 * and, beside them, the law's rules on how a single value is written.
 */
export class FecRowReader {
  readonly #header: FecHeader;
  readonly #cash: boolean;
  readonly #findings: FecFindings;
  readonly #at: ReturnType<typeof placesOf>;
  readonly #readDay = fecDayReader();
  readonly #otherSeparator: string;

  constructor(header: FecHeader, kind: FecKind, findings: FecFindings) {
    this.#header = header;
    this.#cash = kind === "BAT" || kind === "BNCT";
    this.#findings = findings;
    this.#at = placesOf(header, kind);
    this.#otherSeparator = header.separator === "\t" ? "|" : "\t";
  }

  /** @returns nothing when the line does not have the header's number of fields */
  read(text: string, line: number): FecRow | undefined {
    const fields = text.split(this.#header.separator);
    if (fields.length !== this.#header.width) {
      this.#reportWidth(text, line, fields.length);
      return undefined;
    }
    const at = this.#at;
    const row: FecRow = {
      line,
      journal: trimmed(fields[at.journal] ?? ""),
      journalLabel: trimmed(fields[at.journalLabel] ?? ""),
      number: trimmed(fields[at.number] ?? ""),
      date: this.#day("EcritureDate", fields[at.date], line),
      account: trimmed(fields[at.account] ?? ""),
      accountLabel: trimmed(fields[at.accountLabel] ?? ""),
      party: trimmed(fields[at.party] ?? ""),
      partyLabel: trimmed(fields[at.partyLabel] ?? ""),
      debitMinor: 0,
      creditMinor: 0,
      letter: trimmed(fields[at.letter] ?? ""),
      letterDate: this.#day("DateLet", at.letter < 0 ? "" : fields[at.letterDate], line),
      validDate: this.#day("ValidDate", fields[at.validDate], line),
      label: trimmed(fields[at.label] ?? ""),
    };
    this.#readSides(fields, row);
    this.#requireValues(fields, row);
    this.#readCurrency(fields, line);
    if (this.#cash) this.#readPayment(fields, line);
    if (CONTROL.test(text)) this.#findings.add("law.field-control", { line });
    if (text.includes(this.#otherSeparator)) {
      this.#findings.add("law.field-separator", { line });
    }
    return row;
  }

  #reportWidth(text: string, line: number, count: number): void {
    if (text.trim() === "") {
      this.#findings.add("official.blank-line", { line });
      return;
    }
    const expected = String(this.#header.width);
    this.#findings.add("official.field-count", { line, value: String(count), expected });
  }

  #readSides(fields: readonly string[], row: FecRow): void {
    const at = this.#at;
    if (at.amount >= 0 && at.sens >= 0) {
      this.#readSens(fields, row);
    } else {
      row.debitMinor = this.#amount("Debit", fields[at.debit], row.line);
      row.creditMinor = this.#amount("Credit", fields[at.credit], row.line);
    }
    if ((row.debitMinor === 0) === (row.creditMinor === 0)) {
      const value = row.debitMinor === 0 ? "0" : "2";
      this.#findings.add("official.one-side", { line: row.line, value });
    }
  }

  #readSens(fields: readonly string[], row: FecRow): void {
    const minor = this.#amount("Montant", fields[this.#at.amount], row.line);
    const sens = trimmed(fields[this.#at.sens] ?? "");
    if (sens === "D" || sens === "+1") row.debitMinor = minor;
    else if (sens === "C" || sens === "-1") row.creditMinor = minor;
    else this.#findings.add("official.sens", { line: row.line, value: sens });
  }

  #amount(column: string, field: string | undefined, line: number): number {
    if (field === undefined || field === "0,00") return 0;
    const { minor, fault } = readFecAmount(trimmed(field));
    if (fault === "none") return minor;
    const facts = { line, column, value: field };
    if (fault === "point") this.#findings.add("official.amount-point", facts);
    else if (fault === "format") this.#findings.add("official.amount-format", facts);
    else if (fault === "exponent") this.#findings.add("law.amount-format", facts);
    else this.#findings.add("law.amount-decimals", facts);
    return minor;
  }

  #day(column: string, field: string | undefined, line: number): FecDay {
    const raw = field ?? "";
    const day = this.#readDay(raw.length === 8 ? raw : trimmed(raw));
    if (day.official === "ok" && day.law === "ok") return day;
    this.#reportDay(day, { line, column, value: raw });
    return day;
  }

  #reportDay(day: FecDay, facts: { line: number; column: string; value: string }): void {
    if (day.official === "format") this.#findings.add("official.date-format", facts);
    else if (day.official === "calendar") this.#findings.add("official.date-calendar", facts);
    else if (day.official === "year") this.#findings.add("official.date-year", facts);
    else if (day.law === "format") this.#findings.add("law.date-format", facts);
    else if (day.law === "unreal") this.#findings.add("law.date-real", facts);
  }

  #requireValues(fields: readonly string[], row: FecRow): void {
    const { line } = row;
    if (row.number === "") this.#missing("official.value-required", "EcritureNum", line);
    if (row.date.official === "none" && this.#at.date >= 0) {
      this.#missing("official.value-required", "EcritureDate", line);
    }
    if (row.account === "") this.#missing("official.value-required", "CompteNum", line);
    else if (!startsWithDigits(row.account)) {
      this.#findings.add("official.account-digits", { line, value: row.account });
    }
    if (row.accountLabel === "") this.#missing("official.value-required", "CompteLib", line);
    if (row.label === "") this.#missing("official.value-required", "EcritureLib", line);
    if (trimmed(fields[this.#at.pieceRef] ?? "") === "") {
      this.#missing("official.value-absent", "PieceRef", line);
    }
    const pieceDate = trimmed(fields[this.#at.pieceDate] ?? "");
    if (pieceDate === "") this.#missing("official.value-absent", "PieceDate", line);
    else this.#day("PieceDate", pieceDate, line);
    if (this.#cash) return;
    if (row.journal === "") this.#missing("official.value-absent", "JournalCode", line);
    if (row.journalLabel === "") this.#missing("official.value-absent", "JournalLib", line);
    const validDate = fields[this.#at.validDate] ?? "";
    if (validDate === "" || (row.validDate.official === "none" && trimmed(validDate) === "")) {
      this.#missing("official.value-absent", "ValidDate", line);
    }
  }

  /** A value that is due is missing; where the whole column lacks, the header has said it. */
  #missing(
    rule: "official.value-required" | "official.value-absent" | "law.cash-value",
    column: string,
    line: number,
  ): void {
    if (this.#header.at(column) >= 0) this.#findings.add(rule, { line, column });
  }

  #readCurrency(fields: readonly string[], line: number): void {
    const amount = trimmed(fields[this.#at.currencyAmount] ?? "");
    const value = trimmed(fields[this.#at.currency] ?? "");
    if (amount === "" && value === "") return;
    this.#amount("Montantdevise", amount, line);
    if (value === "") this.#findings.add("law.currency-code", { line, value: amount });
    else if (!CURRENCIES.has(value)) this.#findings.add("law.currency-iso", { line, value });
    if (amount === "" && value !== "EUR")
      this.#findings.add("law.currency-amount", { line, value });
  }

  #readPayment(fields: readonly string[], line: number): void {
    const paid = trimmed(fields[this.#at.paymentDate] ?? "");
    if (paid === "") this.#missing("law.cash-value", "DateRglt", line);
    else this.#day("DateRglt", paid, line);
    const means = trimmed(fields[this.#at.paymentMeans] ?? "");
    if (means === "") this.#missing("law.cash-value", "ModeRglt", line);
  }
}

function startsWithDigits(account: string): boolean {
  for (let i = 0; i < 3; i++) {
    const code = account.charCodeAt(i);
    if (!(code >= 48 && code <= 57)) return false;
  }
  return true;
}

/** Where each field stands; a column that the kind of file does not have is nowhere. */
function placesOf(header: FecHeader, kind: FecKind) {
  const due = new Set(columnsOfKind(kind));
  return {
    journal: header.at("JournalCode"),
    journalLabel: header.at("JournalLib"),
    number: header.at("EcritureNum"),
    date: header.at("EcritureDate"),
    account: header.at("CompteNum"),
    accountLabel: header.at("CompteLib"),
    party: header.at("CompAuxNum"),
    partyLabel: header.at("CompAuxLib"),
    pieceRef: header.at("PieceRef"),
    pieceDate: header.at("PieceDate"),
    label: header.at("EcritureLib"),
    debit: header.at("Debit"),
    credit: header.at("Credit"),
    amount: header.at("Debit") < 0 ? header.at("Montant") : -1,
    sens: header.at("Sens"),
    letter: header.at("EcritureLet"),
    letterDate: header.at("DateLet"),
    validDate: header.at("ValidDate"),
    currencyAmount: header.at("Montantdevise"),
    currency: header.at("Idevise"),
    paymentDate: due.has("DateRglt") ? header.at("DateRglt") : -1,
    paymentMeans: due.has("ModeRglt") ? header.at("ModeRglt") : -1,
  };
}
