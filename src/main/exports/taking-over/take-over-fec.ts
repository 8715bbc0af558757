import type { TakeOverReport } from "#contract/fec.ts";
import { decodeText } from "#main/base/decode-text.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Progress, Transaction, Written } from "#main/store/book.ts";
import { readTakenRows, type TakenRows } from "./read-taken-rows.ts";
import { TakeOver } from "./take-over.ts";
import { takenEntries } from "./taken-entries.ts";
import type { TakenEntry } from "./taken-row.ts";
import { yearOfFile } from "./year-of-file.ts";

/** A file to take over, with what a person chose for it. */
export interface TakeOverInput {
  file: { name: string; bytes: Uint8Array };
  startsOn?: string | undefined;
  endsOn?: string | undefined;
  accounts?: Record<string, string> | undefined;
  journals?: Record<string, string> | undefined;
  unbalanced: "leave-out" | "suspense";
}

const LARGEST_BYTES = 400_000_000;
const STEP = 500;

type Work = Generator<Progress, Written<TakeOverReport> | Refusal, void>;

/**
 * Takes over the entries file of another package: reads it whatever its writing, opens the year,
 * accounts, journals and parties that are missing, posts its entries with our own numbers and
 * letters its groups. The preview is the same work, rolled back.
 */
export function takeOverFec(act: Act, input: TakeOverInput): (tx: Transaction) => Work {
  return function* work(tx) {
    const read = yield* readFile(input);
    if (isRefusal(read)) return read;
    const year = yearOfFile(tx, read.rows, { ...input, file: input.file.name });
    if (isRefusal(year)) return year;
    const entries = takenEntries(read.rows);
    const taking = new TakeOver(tx, act, { input, year, read });
    yield* taken(taking, entries);
    const report = taking.report(entries.length);
    return { result: report, audit: auditOf(report) };
  };
}

function* readFile(input: TakeOverInput): Generator<Progress, TakenRows | Refusal, void> {
  const { name, bytes } = input.file;
  if (bytes.length > LARGEST_BYTES) {
    return refuse("fec.too-large", { file: name, bytes: bytes.length });
  }
  const { text } = decodeText(bytes);
  const reading = readTakenRows(text);
  for (;;) {
    const step = reading.next();
    if (step.done !== true) {
      yield { stage: "fec.reading", done: step.value, total: 0 };
      continue;
    }
    const { header, rows } = step.value;
    if (header.missing.length > 0) {
      return refuse("fec.no-columns", { file: name, missing: header.missing });
    }
    return rows.length === 0 ? refuse("fec.no-rows", { file: name }) : step.value;
  }
}

function* taken(taking: TakeOver, entries: readonly TakenEntry[]): Generator<Progress, void, void> {
  const fresh = taking.news(entries);
  const total = fresh.length;
  for (const [at, entry] of fresh.entries()) {
    taking.take(entry);
    if (at % STEP === 0) yield { stage: "fec.posting", done: at, total };
  }
  for (const done of taking.letter()) {
    yield { stage: "fec.lettering", done, total: taking.groups };
  }
}

function auditOf(report: TakeOverReport) {
  const { fileName, year, entries, debitMinor, creditMinor } = report;
  return { subject: `FEC ${fileName}`, after: { year, entries, debitMinor, creditMinor } };
}
