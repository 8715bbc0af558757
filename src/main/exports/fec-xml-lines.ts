import { SaxesParser } from "saxes";
import { columnsOfKind, type FecKind } from "./fec-columns.ts";
import type { FecFindings } from "./fec-findings.ts";

const ENTRY_FIELDS = [
  "EcritureNum",
  "EcritureDate",
  "EcritureLib",
  "PieceRef",
  "PieceDate",
  "ValidDate",
] as const;
const DATES = /^\d{4}-\d\d-\d\d$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Turns the XML form of the file (exercice, journal, ecriture, ligne; dates with hyphens, decimal
 * point) into the flat one separated by `|`, which is how the tax office's tool goes on with it.
 * Since nothing is escaped, a `|` inside a value breaks its line there as it does in the tool.
 */
export class FecXmlLines {
  readonly #columns: readonly string[];
  readonly #findings: FecFindings;
  readonly #decoder = new TextDecoder("utf-8");
  readonly #parser = new SaxesParser();
  #lines: string[] = [];
  #text = "";
  #journal = new Map<string, string>();
  #entry = new Map<string, string>();
  #line: Map<string, string> | undefined;
  #entryLines = 0;
  #broken = false;

  constructor(kind: FecKind, findings: FecFindings) {
    this.#columns = columnsOfKind(kind);
    this.#findings = findings;
    this.#lines.push(this.#columns.join("|"));
    this.#parser.on("opentag", ({ name }) => this.#open(name));
    this.#parser.on("text", (text) => {
      this.#text += text;
    });
    this.#parser.on("closetag", ({ name }) => this.#close(name));
    this.#parser.on("error", (error) => this.#break(error.message));
  }

  push(bytes: Uint8Array): string[] {
    if (!this.#broken) this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
    return this.#taken();
  }

  end(): string[] {
    if (!this.#broken) this.#parser.close();
    return this.#taken();
  }

  #taken(): string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  #open(name: string): void {
    this.#text = "";
    if (name === "journal") this.#journal = new Map();
    if (name === "ecriture") {
      this.#entry = new Map();
      this.#entryLines = 0;
    }
    if (name === "ligne") this.#line = new Map();
  }

  #close(name: string): void {
    const value = this.#text.trim();
    this.#text = "";
    if (name === "ligne") this.#writeLine();
    else if (name === "ecriture") this.#closeEntry();
    else if (name.startsWith("Journal")) this.#journal.set(name, value);
    else if (this.#line !== undefined) this.#line.set(name, value);
    else this.#entry.set(name, value);
    if (name.endsWith("Date") && value !== "" && !DATES.test(value)) {
      this.#invalid(`${name} « ${value} » n'est pas AAAA-MM-JJ`);
    }
    if ((name === "Debit" || name === "Credit") && !DECIMAL.test(value)) {
      this.#invalid(`${name} « ${value} » n'est pas un nombre à point décimal`);
    }
  }

  /** An entry is written once it is whole, since its fields may follow its lines. */
  #closeEntry(): void {
    for (const field of ENTRY_FIELDS) {
      if (!this.#entry.has(field)) this.#invalid(`ecriture sans ${field}`);
    }
    if (this.#entryLines < 2) this.#invalid("ecriture de moins de deux lignes");
    this.#entry = new Map();
  }

  #writeLine(): void {
    const line = this.#line ?? new Map<string, string>();
    this.#line = undefined;
    this.#entryLines++;
    const text = (column: string) =>
      line.get(column) ?? this.#entry.get(column) ?? this.#journal.get(column) ?? "";
    this.#lines.push(this.#columns.map((c) => flat(c, text(c))).join("|"));
  }

  #invalid(reason: string): void {
    const value = Buffer.from(reason, "utf8").toString("latin1");
    this.#findings.add("official.xml", { value });
  }

  #break(reason: string): void {
    if (!this.#broken) this.#invalid(reason);
    this.#broken = true;
  }
}

/** A value of the XML form as the flat form writes it, in bytes. */
function flat(column: string, value: string): string {
  const amount = column === "Debit" || column === "Credit" || column === "Montantdevise";
  const day = column.includes("Date") && DATES.test(value);
  const text = amount ? value.replace(".", ",") : day ? value.replaceAll("-", "") : value;
  return Buffer.from(text.replaceAll(/[\r\n]+/g, " "), "utf8").toString("latin1");
}
