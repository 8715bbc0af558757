import { columnsOfKind, type FecKind, fecColumns } from "./fec-columns.ts";
import { type FecFindings, showText } from "./fec-findings.ts";

/** The first line once read: how to cut the others and where each column stands. */
export interface FecHeader {
  separator: "\t" | "|";
  width: number;
  /** Place of a column by its name in upper case, or -1 when the file lacks it. */
  at: (column: string) => number;
}

/** Without these columns the tool cannot load the file. */
const CORE = [
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "EcritureLib",
  "Debit",
  "Credit",
] as const;
const FEWEST_COLUMNS = 9;

/**
 * Reads the header line as the tax office's tool does: tab if it gives nine fields, else `|`;
 * names compared without accents or case, in any order; Montant and Sens stand for Debit and
 * Credit. What is wrong goes to the findings.
 * @returns nothing when the file cannot be read at all
 */
export function readFecHeader(
  line: string,
  kind: FecKind,
  findings: FecFindings,
): FecHeader | undefined {
  const text = headerText(line);
  const separator = (["\t", "|"] as const).find((s) => text.split(s).length >= FEWEST_COLUMNS);
  if (separator === undefined) {
    findings.add("official.separator");
    return undefined;
  }
  const written = text.split(separator);
  const names = written.map(normalized);
  const asked = askedColumns(kind, names);
  const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
  if (twice !== undefined) {
    findings.add("official.no-header", { line: 1, value: written[names.indexOf(twice)] ?? "" });
    return undefined;
  }
  reportColumns({ names, written, asked, findings });
  const places = new Map(names.map((name, i) => [name, i]));
  return { separator, width: names.length, at: (c) => places.get(c.toUpperCase()) ?? -1 };
}

/** The columns due, with Montant and Sens in the place of Debit and Credit when they are used. */
function askedColumns(kind: FecKind, names: readonly string[]): readonly string[] {
  const asked = columnsOfKind(kind);
  if (!names.includes("MONTANT") || !names.includes("SENS")) return asked;
  return asked.map((c) => (c === "Debit" ? "Montant" : c === "Credit" ? "Sens" : c));
}

function reportColumns(header: {
  names: readonly string[];
  written: readonly string[];
  asked: readonly string[];
  findings: FecFindings;
}): void {
  const { names, written, asked, findings } = header;
  const core: ReadonlySet<string> = new Set(CORE);
  for (const column of asked) {
    if (names.includes(column.toUpperCase())) continue;
    findings.add(core.has(column) ? "official.column-core" : "official.column-missing", {
      line: 1,
      column,
    });
  }
  names.forEach((name, i) => {
    if (name === "" || asked.some((c) => c.toUpperCase() === name)) return;
    findings.add("official.column-extra", { line: 1, column: name, value: written[i] ?? "" });
  });
  reportOrder(header);
}

/** The law's own demand: the columns in order and spelt as in the article. */
function reportOrder(header: {
  written: readonly string[];
  asked: readonly string[];
  findings: FecFindings;
}): void {
  const { written, asked, findings } = header;
  for (let i = 0; i < fecColumns.length; i++) {
    const expected = asked[i] ?? "";
    const value = written[i] ?? "";
    if (normalized(value) !== expected.toUpperCase()) {
      findings.add("law.column-order", { line: 1, value, expected });
      return;
    }
    if (value !== expected) {
      findings.add("law.column-spelling", { line: 1, column: expected, value, expected });
    }
  }
}

/** The header's bytes as text, without the byte order mark of UTF-8. */
function headerText(line: string): string {
  const bare = line.startsWith("\u00ef\u00bb\u00bf") ? line.slice(3) : line;
  const fields = bare.split(/([\t|])/);
  return fields.map((part) => (part === "\t" || part === "|" ? part : showText(part))).join("");
}

function normalized(name: string): string {
  return name
    .replaceAll(/[éèÉÈ]/g, "e")
    .replaceAll("\u00a0", " ")
    .replaceAll(/^ +| +$/g, "")
    .replaceAll(/[^A-Za-z0-9]/g, "_")
    .toUpperCase();
}
