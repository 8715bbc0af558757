import { parseAmount } from "#contract/amount.ts";
import { decodeText } from "#main/base/decode-text.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import { normaliseHeader } from "./normalise-header.ts";
import { parseDateText } from "./parse-date-text.ts";
import { type RefusedRow, refuseRow } from "./refused-row.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import { sniffFileKind } from "./sniff-file-kind.ts";
import { type CsvRecord, splitCsv } from "./split-csv.ts";

/** A file as dropped: its name (for messages only) and its bytes. */
export interface DroppedFile {
  name: string;
  bytes: Uint8Array;
}

/** A table read from a delimited file. Every row has as many cells as there are headers. */
export interface Table {
  file: string;
  headers: string[];
  headerLine: number;
  rows: CsvRecord[];
  /** Lines above the header: account number, balance, dates of the extract. */
  preamble: CsvRecord[];
  /** Rows with more cells than headers: a delimiter within a text has shifted them. */
  refused: RefusedRow[];
  delimiter: string;
  encoding: string;
}

/** Preambles of bank exports have about ten lines; a header further down is not looked for. */
const MAX_HEADER_RECORD = 40;

/**
 * Reads a delimited table. Encoding, delimiter and the header line are found from the content.
 * @param known normalised names that a header may hold (`knownNames`); without any, the widest
 * line of words is the header
 */
export function readTable(file: DroppedFile, known: ReadonlySet<string>): Refusal | Table {
  const kind = sniffFileKind(file.bytes);
  if (kind === "empty") return refuse("files.empty", { file: file.name });
  if (kind !== "text") return refuse("files.unsupported", { file: file.name, found: kind });
  const { text, encoding } = decodeText(file.bytes);
  const delimiter = sniffDelimiter(text);
  const { records, unclosedLine } = splitCsv(text, delimiter);
  if (unclosedLine !== undefined) {
    return refuse("files.unclosed-quote", { file: file.name, line: unclosedLine });
  }
  const at = headerRecord(records, known);
  const header = records[at];
  if (header === undefined) return refuse("files.no-header", { file: file.name });
  const headers = withoutEmptyEnd(header.cells);
  const { rows, refused } = squareRows(records.slice(at + 1), headers.length);
  const preamble = records.slice(0, at);
  const { name } = file;
  const headerLine = header.line;
  return { file: name, headers, headerLine, rows, preamble, refused, delimiter, encoding };
}

/** Index of the header among the records, or -1: most known names, then widest, then first. */
function headerRecord(records: readonly CsvRecord[], known: ReadonlySet<string>): number {
  let best = { at: -1, names: 0, width: 1 };
  for (const [at, { cells }] of records.slice(0, MAX_HEADER_RECORD).entries()) {
    const filled = cells.filter((c) => c !== "");
    if (filled.length < 2 || filled.some(isValue)) continue;
    const names = filled.filter((c) => known.has(normaliseHeader(c))).length;
    const better = names > best.names || (names === best.names && filled.length > best.width);
    if (better) best = { at, names, width: filled.length };
  }
  return best.at;
}

/** True for what stands in rows and never in a header: an amount or a day. */
function isValue(cell: string): boolean {
  return parseAmount(cell) !== undefined || parseDateText(cell) !== undefined;
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((c) => c !== "");
  return cells.slice(0, last + 1).map((c) => c.replace(/\s+/g, " "));
}

function squareRows(records: readonly CsvRecord[], width: number) {
  const rows: CsvRecord[] = [];
  const refused: RefusedRow[] = [];
  for (const { line, cells } of records) {
    const filled = cells.findLastIndex((c) => c !== "") + 1;
    if (filled > width) {
      refused.push(refuseRow("files.too-many-cells", { line, cells: filled, headers: width }));
    } else {
      const padding = Array.from({ length: width - Math.min(width, cells.length) }, () => "");
      rows.push({ line, cells: cells.slice(0, width).concat(padding) });
    }
  }
  return { rows, refused };
}
