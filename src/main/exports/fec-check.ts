import { FecCharsetWatch } from "./fec-charset-watch.ts";
import type { FecKind } from "./fec-columns.ts";
import { type FecFinding, FecFindings } from "./fec-findings.ts";
import { type FecHeader, readFecHeader } from "./fec-header.ts";
import { FecLawAccounts } from "./fec-law-accounts.ts";
import { centsText, type FecLawCheck, type FecLawFacts } from "./fec-law-check.ts";
import { FecLawEntries } from "./fec-law-entries.ts";
import { checkFecCharset, checkFecName, closingDayOfName } from "./fec-law-file.ts";
import { FecLawLettering } from "./fec-law-lettering.ts";
import { FecLines } from "./fec-lines.ts";
import { fecRefusingRules } from "./fec-official-rules.ts";
import { FecRowReader } from "./fec-row-reader.ts";
import { FecXmlLines } from "./fec-xml-lines.ts";

/** A file to check, with what is known of the company whose books it should be. */
export interface FecCheckInput {
  /** File name, with or without its folder. */
  name: string;
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  kind: FecKind;
  fiscalYear?: { startsOn: string; endsOn: string };
  siren?: string;
  /** Account numbers of the year's chart; without it accounts are not looked up. */
  knownAccounts?: ReadonlySet<string>;
}

/** The verdict of one level: conforming when no finding is an error. */
export interface FecVerdict {
  conforming: boolean;
  findings: FecFinding[];
}

export interface FecReport {
  /**
   * What the tax office's tool says. `refused`: it stops before any verdict (name, separator,
   * header, empty file).
   */
  official: FecVerdict & { refused: boolean };
  /** What the law asks beyond the tool; conforming only if the official level is too. */
  law: FecVerdict;
  lines: number;
  entries: number;
  debitMinor: number;
  creditMinor: number;
}

const OFFICIAL_NAME = /^.+FEC20\d\d[01]\d[0-3]\d/i;

/**
 * Checks an accounting entries file, flat or XML, in one pass with bounded memory: at the level of
 * the tax office's tool (Test Compta Demat 1_00_10b) and at the level of the law (LPF art.
 * A47 A-1, general accounting plan).
 */
export async function checkFec(input: FecCheckInput): Promise<FecReport> {
  const name = input.name.split(/[\\/]/).at(-1) ?? input.name;
  const findings = new FecFindings();
  const watch = new FecCharsetWatch();
  const pass = new FecPass(input, name, findings);
  const cutter = /\.xml$/i.test(name) ? new FecXmlLines(input.kind, findings) : new FecLines();
  if (!OFFICIAL_NAME.test(name)) {
    findings.add("official.name", { value: Buffer.from(name, "utf8").toString("latin1") });
  }
  for await (const chunk of input.chunks) {
    watch.push(chunk);
    pass.lines(cutter.push(chunk));
  }
  pass.lines(cutter.end());
  pass.end();
  checkFecCharset(watch, findings);
  return pass.report();
}

/** One reading of the file: header, then rows, each given to the checks of the law. */
class FecPass {
  readonly #input: FecCheckInput;
  readonly #findings: FecFindings;
  readonly #entries: FecLawEntries;
  readonly #checks: readonly FecLawCheck[];
  #header: FecHeader | undefined;
  #reader: FecRowReader | undefined;
  #lineNumber = 0;
  /** False once a line or an amount could not be read. */
  #whole = true;
  #debitMinor = 0;
  #creditMinor = 0;

  constructor(input: FecCheckInput, name: string, findings: FecFindings) {
    this.#input = input;
    this.#findings = findings;
    const facts = lawFacts(input, name, findings);
    this.#entries = new FecLawEntries(facts);
    this.#checks = [this.#entries, new FecLawLettering(facts), new FecLawAccounts(facts)];
    const { siren, fiscalYear } = input;
    checkFecName(
      {
        name,
        ...(siren === undefined ? {} : { siren }),
        ...(fiscalYear === undefined ? {} : { closingDay: dayNumber(fiscalYear.endsOn) }),
      },
      findings,
    );
  }

  lines(lines: readonly string[]): void {
    for (const text of lines) {
      this.#lineNumber++;
      if (this.#lineNumber === 1) this.#readHeader(text);
      else if (this.#reader !== undefined) this.#readRow(this.#reader, text);
    }
  }

  end(): void {
    if (this.#lineNumber < 2 && (this.#header !== undefined || this.#lineNumber === 0)) {
      this.#findings.add("official.empty-file");
    }
    for (const check of this.#checks) check.end(this.#whole);
    if (!this.#whole || this.#debitMinor === this.#creditMinor) return;
    const [value, expected] = [centsText(this.#debitMinor), centsText(this.#creditMinor)];
    this.#findings.add("law.file-unbalanced", { value, expected });
  }

  report(): FecReport {
    const official = this.#findings.of("official");
    const law = this.#findings.of("law");
    const conforming = !official.some((f) => f.severity === "error");
    const refused = official.some((f) => fecRefusingRules.has(f.rule));
    return {
      official: { conforming, refused, findings: official },
      law: { conforming: conforming && !law.some((f) => f.severity === "error"), findings: law },
      lines: Math.max(0, this.#lineNumber - 1),
      entries: this.#entries.count,
      debitMinor: this.#debitMinor,
      creditMinor: this.#creditMinor,
    };
  }

  #readHeader(text: string): void {
    this.#header = readFecHeader(text, this.#input.kind, this.#findings);
    if (this.#header === undefined) return;
    this.#reader = new FecRowReader(this.#header, this.#input.kind, this.#findings);
  }

  #readRow(reader: FecRowReader, text: string): void {
    const row = reader.read(text, this.#lineNumber);
    if (row === undefined || Number.isNaN(row.debitMinor + row.creditMinor)) this.#whole = false;
    if (row === undefined) return;
    this.#debitMinor += row.debitMinor || 0;
    this.#creditMinor += row.creditMinor || 0;
    for (const check of this.#checks) check.row(row);
  }
}

/** The year's bounds: the caller's, else the closing date of the name and two years before it. */
function lawFacts(input: FecCheckInput, name: string, findings: FecFindings): FecLawFacts {
  const { fiscalYear, knownAccounts } = input;
  const lastDay = fiscalYear === undefined ? closingDayOfName(name) : dayNumber(fiscalYear.endsOn);
  const longest = lastDay === 0 ? 0 : lastDay - 20_000;
  return {
    findings,
    firstDay: fiscalYear === undefined ? longest : dayNumber(fiscalYear.startsOn),
    lastDay,
    firstDayKnown: fiscalYear !== undefined,
    ...(knownAccounts === undefined ? {} : { knownAccounts }),
  };
}

function dayNumber(date: string): number {
  return Number(date.replaceAll("-", ""));
}
