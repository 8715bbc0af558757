import { carryFile } from "#contract/large-file.ts";
import type { ImportReport } from "#contract/procedure.ts";
import { office } from "#renderer/office.ts";
import { runStream, type ShownWork } from "#renderer/run-stream.ts";
import type { FileKind } from "./file-kind.ts";

/** What a person has answered about a file. */
export interface ImportAnswers {
  bankAccountId?: number;
  mapping?: Record<string, string>;
  inverted?: boolean;
}

/** Kinds that are previewed and imported; a document is read instead. */
export type ImportKind = Exclude<FileKind, "document">;

/** Runs an import, or its preview, and gives its report. */
export function runImport(
  label: string,
  asked: { file: File; kind: ImportKind; preview: boolean; answers: ImportAnswers },
  shown: ShownWork,
): Promise<ImportReport> {
  const { file, kind, preview, answers } = asked;
  const { bankAccountId, mapping, inverted } = answers;
  const input = { file, preview, ...(mapping === undefined ? {} : { mapping }) };
  const start = async (signal: AbortSignal) => {
    switch (kind) {
      case "invoices":
        return office.invoicing.importInvoices(input, { signal });
      case "quotes":
        return office.invoicing.importQuotes(input, { signal });
      case "bills":
        return office.purchases.importBills(input, { signal });
      case "schedule":
        return office.treasury.importSchedule(input, { signal });
      case "rules":
        return office.automation.importRules(input, { signal });
      case "statement":
        return office.banking.importStatement(
          {
            ...input,
            ...(await carryFile(file, office.banking, signal)),
            ...(bankAccountId === undefined ? {} : { bankAccountId }),
            ...(inverted === undefined ? {} : { inverted }),
          },
          { signal },
        );
    }
  };
  return runStream(label, start, shown);
}

/** Where what was imported is seen. */
export const addressOf: Record<FileKind, string> = {
  invoices: "#/sales",
  bills: "#/purchases",
  quotes: "#/sales/quotes",
  schedule: "#/treasury",
  statement: "#/bank",
  rules: "#/bank",
  document: "#/purchases?view=documents",
};
