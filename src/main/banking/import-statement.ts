import type { ImportReport } from "#contract/procedure.ts";
import { closeImport, type ImportedFile, openImport } from "#main/automation/import-run.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Progress, Transaction, Work } from "#main/store/book.ts";
import { countBankLines } from "./count-bank-lines.ts";
import type { ParsedStatement } from "./statement/parsed-statement.ts";
import { PIECE_BYTES, readPieces } from "./statement/read-pieces.ts";
import type { CsvOptions } from "./statement/read-statement-csv.ts";
import { statementFields } from "./statement/statement-columns.ts";
import { hashOf, type StatementSource, sourceOf } from "./statement/statement-source.ts";
import { StatementIntake } from "./statement-intake.ts";
import { knownLayouts } from "./statement-layouts.ts";

export interface StatementOptions {
  preview: boolean;
  mapping?: Record<string, string> | undefined;
  /** Of a CSV: money spent is positive. */
  inverted?: boolean | undefined;
  /** Where the statement belongs when it does not say, chosen by a person. */
  bankAccountId?: number | undefined;
  /** Size of the pieces by which a larger file is read. */
  pieceBytes?: number | undefined;
}

/**
 * Imports a bank statement: its account is found by IBAN, its lines are added once, and its
 * opening and closing balances are checked and kept. A large file is read by pieces, in memory
 * that does not grow with it; one whose days are in no order is read again whole.
 */
export function importStatement(
  act: Act,
  file: ImportedFile | StatementSource,
  options: StatementOptions,
): Work<ImportReport> {
  return async function* (tx) {
    const source = "read" in file ? file : sourceOf(file);
    const { name } = source;
    const sha256 = await hashOf(source);
    const importRunId = openImport(tx, act, { kind: "statement", file: { name, sha256 } });
    tx.writing("SAVEPOINT statement").run();
    const { pieceBytes = PIECE_BYTES } = options;
    let taken = yield* takePieces(tx, { source, options, importRunId, pieceBytes });
    if (taken === "unordered") {
      tx.writing("ROLLBACK TO statement").run();
      const whole = { source, options, importRunId, pieceBytes: Number.POSITIVE_INFINITY };
      taken = yield* takePieces(tx, whole);
    }
    if (isRefusal(taken)) return taken;
    if (taken === "unordered") throw new Error("a file read whole has all its days at once");
    return closeImport(tx, importRunId, {
      kind: "statement",
      fileName: name,
      preview: options.preview,
      ...taken.totals,
      refused: taken.refused.map((r) => ({ ...r, facts: { ...r.facts } })),
      ...columnsOf(taken.first),
      inBook: countBankLines(tx),
      notes: taken.notes,
    });
  };
}

interface Taking {
  source: StatementSource;
  options: StatementOptions;
  importRunId: number;
  pieceBytes: number;
}

async function* takePieces(
  tx: Transaction,
  { source, options, importRunId, pieceBytes }: Taking,
): AsyncGenerator<Progress, StatementIntake | Refusal | "unordered", void> {
  const { bankAccountId } = options;
  const isLayoutChosen = options.mapping !== undefined || options.inverted !== undefined;
  const context = { importRunId, fileName: source.name, bankAccountId, isLayoutChosen };
  const intake = new StatementIntake(tx, context);
  for await (const piece of readPieces(source, readingOf(tx, options), pieceBytes)) {
    if (isRefusal(piece)) return piece;
    const isWhole = piece.isLast && !piece.isContinued;
    for (const steps = intake.take(piece); ; ) {
      const step = steps.next();
      if (step.done !== true) {
        // Of a file in pieces the bytes read tell how far it is; its lines are not counted yet.
        const { stage } = step.value;
        yield isWhole ? step.value : { stage, done: piece.readBytes, total: source.size };
        continue;
      }
      if (isRefusal(step.value)) return step.value;
      if (!step.value) return "unordered";
      break;
    }
  }
  intake.finish();
  return intake;
}

/** A person's choices, and those made before for the account. */
function readingOf(tx: Transaction, options: StatementOptions): CsvOptions {
  const { mapping, inverted, bankAccountId } = options;
  return {
    ...(mapping === undefined ? {} : { csvMapping: mapping }),
    ...(inverted === undefined ? {} : { inverted }),
    layouts: knownLayouts(tx, bankAccountId),
  };
}

/** How the columns of a CSV were read, for the person to see and change. */
function columnsOf(first: ParsedStatement | undefined): Partial<ImportReport> {
  if (first?.layout === undefined) return {};
  const { headers, mapping, inverted } = first.layout;
  const fields = statementFields.map(({ field, title }) => ({ field, title }));
  return {
    mapping: { ...mapping },
    choices: { headers: [...headers], fields, inverted },
  };
}
