import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import { sniffFileKind } from "#main/base/table/sniff-file-kind.ts";
import { planFor } from "./cut-plans.ts";
import { cutStatement } from "./cut-statement.ts";
import type { ParsedStatement } from "./parsed-statement.ts";
import type { CsvOptions } from "./read-statement-csv.ts";
import { readStatements } from "./read-statements.ts";
import type { StatementSource } from "./statement-source.ts";

/** The statements of one piece of a file, and whether the first goes on with the one before. */
export interface ReadPiece {
  statements: ParsedStatement[];
  isContinued: boolean;
  isLast: boolean;
  readBytes: number;
}

/** Files up to this size are read whole; larger ones by pieces of this size. */
export const PIECE_BYTES = 2 * 1024 * 1024;

const HEAD_BYTES = 65_536;

/**
 * Reads a statement file of any size in memory that does not grow with it: CAMT, OFX, MT940, CFONB
 * 120, QIF and CSV by pieces; archives and UTF-16 whole. Lines keep their numbers in the file.
 */
export async function* readPieces(
  source: StatementSource,
  options: CsvOptions,
  pieceBytes: number,
): AsyncGenerator<ReadPiece | Refusal, void> {
  const head = await source.read(0, Math.max(HEAD_BYTES, Math.min(pieceBytes, source.size)));
  const isLarge = source.size > pieceBytes;
  const plan = isLarge ? planFor(sniffFileKind(head), head, options) : undefined;
  if (plan === undefined) {
    const bytes = await source.read(0, source.size);
    const statements = readStatements({ name: source.name, bytes }, options);
    yield isRefusal(statements)
      ? statements
      : { statements, isContinued: false, isLast: true, readBytes: source.size };
    return;
  }
  for await (const piece of cutStatement(source, plan, pieceBytes)) {
    const { bytes, lineShift, isContinued, readBytes } = piece;
    const read = readStatements({ name: source.name, bytes }, options);
    if (isRefusal(read)) {
      yield shiftedRefusal(read, lineShift);
      return;
    }
    const statements = read.map((statement) => shifted(statement, lineShift));
    yield { statements, isContinued, isLast: readBytes >= source.size, readBytes };
  }
}

function shifted(statement: ParsedStatement, by: number): ParsedStatement {
  if (by === 0) return statement;
  return {
    ...statement,
    lines: statement.lines.map((line) => ({ ...line, line: line.line + by })),
    refused: statement.refused.map((row) => ({
      ...row,
      line: row.line + by,
      facts: { ...row.facts, line: row.line + by },
    })),
  };
}

function shiftedRefusal(refusal: Refusal, by: number): Refusal {
  const { line } = refusal.facts as { line?: number };
  if (line === undefined) return refusal;
  return refuse(refusal.code, { ...refusal.facts, line: line + by } as never);
}
