import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { newBankAccountSchema, newCompanySchema, newYearSchema } from "#contract/book.ts";
import type { ImportReport, ProgressEvent } from "#contract/procedure.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import type { BookCalls } from "./book-calls.ts";
import { keepSampleBooks } from "./sample-books.ts";

/** The sample's own passphrase: it guards nothing, and the screen says it. */
export const SAMPLE_PASSPHRASE = "entreprise-exemple";
/** The sample's story ends on 31/12/2026; its books are kept a few days later. */
export const SAMPLE_NOW_MS = Date.UTC(2027, 0, 4, 9);

/** The sample company's own folder, apart from every real book. */
export function sampleFolder(): string {
  return join(homedir(), "Écritoire", "Entreprise exemple");
}

const sampleSchema = z.object({
  ...newCompanySchema.shape,
  fiscalYears: z.array(newYearSchema),
  bankAccounts: z.array(newBankAccountSchema),
});

/** What filling the sample did, step by step. */
export interface SampleSteps {
  folder: string;
  recoveryKey: string;
  reports: ImportReport[];
  timingsMs: Record<string, number>;
}

/**
 * Creates the sample company and brings in its files as a person would: rules, budget, invoices, bills,
 * schedule, statements, documents, then matching. Everything goes through the contract.
 */
export async function* fillSample(
  office: BookCalls,
  asked: { folder: string; documents: number },
): AsyncGenerator<ProgressEvent, SampleSteps, void> {
  const steps = new SampleRun();
  const { fiscalYears, bankAccounts, ...company } = sampleSchema.parse(
    JSON.parse(readFileSync(resourcePath("sample", "company.json"), "utf8")),
  );
  const created = await steps.timed("create", () =>
    office.book.create({
      folder: asked.folder,
      person: "exemple",
      passphrase: SAMPLE_PASSPHRASE,
      company: { ...company, sample: true },
      years: fiscalYears,
      bankAccounts,
    }),
  );
  yield* steps.import("rules", office.automation.importRules, ["rules.yaml"]);
  await steps.timed("budget", () =>
    office.statements.importBudget({ file: sampleFile("budget-2026.csv", "budget-2026.csv") }),
  );
  yield* steps.import("invoices", office.invoicing.importInvoices, [
    "invoices-2025.csv",
    "invoices-2026.csv",
  ]);
  yield* steps.import("bills", office.purchases.importBills, ["bills-2025.csv", "bills-2026.csv"]);
  yield* steps.import("schedule", office.treasury.importSchedule, ["schedule.csv"]);
  yield* steps.import("statements", office.banking.importStatement, [
    "bank-main-2025.camt.xml",
    "bank-main-2026.camt.xml",
    "bank-cards.ofx",
  ]);
  const savings = (await office.banking.listAccounts({})).at(-1);
  yield* steps.import(
    "statements",
    (input) => office.banking.importStatement({ ...input, bankAccountId: savings?.id }),
    ["bank-savings.csv"],
  );
  yield* steps.stream("matching", () => office.reconciliation.runMatching({}));
  await steps.timed("books", () => keepSampleBooks(office));
  for (const name of documentNames().slice(0, asked.documents)) {
    const file = sampleFile(join("documents", name), name);
    yield* steps.stream("documents", () => office.purchases.dropDocument({ file }));
  }
  return { ...created, reports: steps.reports, timingsMs: steps.timingsMs };
}

/** The sample's received documents: PDFs first, then scans. */
export function documentNames(): string[] {
  return readdirSync(resourcePath("sample", "documents")).sort();
}

class SampleRun {
  readonly reports: ImportReport[] = [];
  readonly timingsMs: Record<string, number> = {};
  async timed<T>(step: string, action: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const result = await action();
    this.#add(step, from);
    return result;
  }

  async *import(
    step: string,
    call: (input: { file: File }) => Promise<AsyncIterator<ProgressEvent, ImportReport, void>>,
    names: readonly string[],
  ): AsyncGenerator<ProgressEvent, void, void> {
    for (const name of names) {
      this.reports.push(yield* this.stream(step, () => call({ file: sampleFile(name, name) })));
    }
  }

  async *stream<T>(
    step: string,
    call: () => Promise<AsyncIterator<ProgressEvent, T, void>>,
  ): AsyncGenerator<ProgressEvent, T, void> {
    const from = performance.now();
    const events = await call();
    for (;;) {
      const event = await events.next();
      if (event.done === true) {
        this.#add(step, from);
        return event.value;
      }
      yield event.value;
    }
  }

  #add(step: string, from: number): void {
    this.timingsMs[step] = Math.round((this.timingsMs[step] ?? 0) + performance.now() - from);
  }
}

function sampleFile(path: string, name: string): File {
  return new File([new Uint8Array(readFileSync(resourcePath("sample", path)))], name);
}
