/** One record of a delimited file: `line` is the line where it starts, counted from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Records of a delimited text, or the line of a quotation mark that is never closed. */
export interface CsvSplit {
  records: CsvRecord[];
  unclosedLine?: number;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Cuts a delimited text into records (RFC 4180, and what banks make of it): quoted cells may hold
 * delimiters, line ends and doubled quotes; text after a closing quote is kept; `="00123"`, a
 * spreadsheet formula holding an identifier, gives `00123`. Cells are trimmed, blank lines left
 * out, and any of LF, CRLF and CR ends a line.
 */
export function splitCsv(text: string, delimiter: string): CsvSplit {
  const scan: Scan = { text, delimiter: delimiter.charCodeAt(0), at: 0, line: 1 };
  const records: CsvRecord[] = [];
  while (scan.at < text.length) {
    const line = scan.line;
    const cells = readRecord(scan);
    if (cells.some((c) => c !== "")) records.push({ line, cells });
    if (scan.unclosedLine !== undefined) return { records, unclosedLine: scan.unclosedLine };
  }
  return { records };
}

interface Scan {
  text: string;
  delimiter: number;
  at: number;
  line: number;
  unclosedLine?: number;
}

function readRecord(scan: Scan): string[] {
  const cells: string[] = [];
  for (;;) {
    cells.push(readCell(scan));
    const code = scan.text.charCodeAt(scan.at);
    scan.at++;
    if (code === scan.delimiter) continue;
    if (code === CR && scan.text.charCodeAt(scan.at) === LF) scan.at++;
    scan.line++;
    return cells;
  }
}

/** Reads up to the next delimiter or line end, where it leaves the position. */
function readCell(scan: Scan): string {
  while (scan.text.charCodeAt(scan.at) === 32) scan.at++;
  if (scan.text.charCodeAt(scan.at) !== QUOTE) return unwrapFormula(readPlain(scan).trim());
  const quoted = readQuoted(scan);
  return (quoted + readPlain(scan)).trim();
}

function readPlain(scan: Scan): string {
  const { text, delimiter } = scan;
  const start = scan.at;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) break;
  }
  scan.at = at;
  return text.slice(start, at);
}

function readQuoted(scan: Scan): string {
  const { text } = scan;
  const openedAt = scan.line;
  let out = "";
  let start = scan.at + 1;
  for (;;) {
    const end = text.indexOf('"', start);
    const piece = text.slice(start, end < 0 ? text.length : end);
    scan.line += lineEnds(piece);
    out += piece;
    if (end < 0) {
      scan.unclosedLine = openedAt;
      scan.at = text.length;
      return out;
    }
    if (text.charCodeAt(end + 1) !== QUOTE) {
      scan.at = end + 1;
      return out;
    }
    out += '"';
    start = end + 2;
  }
}

function lineEnds(piece: string): number {
  return piece.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function unwrapFormula(cell: string): string {
  return cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell;
}
