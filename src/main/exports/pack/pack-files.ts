import { statementAskedSchema } from "#contract/statements.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { BookCheck } from "#main/ledger/checks.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { entriesCsv, wholeProfile } from "../entries/entries-csv.ts";
import { entryRows } from "../entries/entry-row.ts";
import { exportFec } from "../export-fec.ts";
import { exportStatement } from "../report/export-statement.ts";
import { yearDocuments } from "../year-documents.ts";
import type { ArchiveFiles } from "../zip-archive.ts";
import { chainLines } from "./chain-proof.ts";
import { packIndex } from "./pack-index.ts";
import { listQuestions } from "./questions.ts";

/** A fiscal year as the pack names it. */
export interface PackYear {
  id: number;
  startsOn: string;
  endsOn: string;
}

export const CHAIN_FILE = "chain.jsonl";
export const QUESTIONS_FILE = "questions.json";

/**
 * What a pack holds: the year's FEC with its description, its entries as CSV, the documents behind
 * its entries, its statements, the questions, the chain, and a page that lists it all.
 */
export async function packFiles(
  read: ReadHandle,
  asked: { year: PackYear; company: string; checks: readonly BookCheck[]; madeOn: string },
): Promise<{ files: ArchiveFiles; chain: { entries: number; head: string } } | Refusal> {
  const { year, checks, madeOn } = asked;
  const exported = await exportFec(read, { fiscalYearId: year.id, checks, madeOn });
  if (isRefusal(exported)) return exported;
  const { text, ...chain } = chainLines(read, year);
  const csv = [...entriesCsv(wholeProfile, entryRows(read, { fiscalYearId: year.id }))].join("");
  const questions = listQuestions(read);
  const statements = await statementFiles(read, year, madeOn);
  if (isRefusal(statements)) return statements;
  const files: ArchiveFiles = {
    [`fec/${exported.fec.name}`]: await bytesOf(exported.fec),
    [`fec/${exported.description.name}`]: await bytesOf(exported.description),
    "entries.csv": Buffer.from(`\ufeff${csv}`),
    ...statements,
    ...Object.fromEntries(yearDocuments(read, year.id).map((d) => [d.path, d.bytes])),
    [QUESTIONS_FILE]: jsonBytes(questions),
    [CHAIN_FILE]: Buffer.from(text),
  };
  const index = packIndex({ company: asked.company, year, questions, paths: Object.keys(files) });
  return { files: { "index.html": Buffer.from(index), ...files }, chain };
}

const STATEMENTS = ["balance", "balance-sheet", "income-statement", "management-balances"] as const;

/** The statements that a firm opens first, on the year, as PDF. */
async function statementFiles(
  read: ReadHandle,
  year: PackYear,
  madeOn: string,
): Promise<ArchiveFiles | Refusal> {
  const files: ArchiveFiles = {};
  const { startsOn: fromOn, endsOn: toOn } = year;
  for (const name of STATEMENTS) {
    const asked = statementAskedSchema.parse({ name, fromOn, toOn });
    const made = await exportStatement(read, { ...asked, format: "pdf", madeOn });
    if (isRefusal(made)) return made;
    files[`statements/${made.file.name}`] = await bytesOf(made.file);
  }
  return files;
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
}
