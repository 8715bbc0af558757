import { dateWords } from "#contract/sentence.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { pageOfSheet, statementPage } from "#main/ledger/statements/draw-statement.ts";
import { getReturn } from "#main/ledger/vat/vat-return.ts";
import { reconciliationSheet } from "#main/reconciliation/reconciliation-sheet.ts";
import {
  answer,
  bookOf,
  type OfficeContext,
  office,
  readOf,
} from "#main/security/office-context.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { budgetHandlers } from "./budget-handlers.ts";
import { exportStatement, writeSheet } from "./export-statement.ts";
import { reportCsv } from "./report-csv.ts";
import { reportPdf } from "./report-pdf.ts";
import { vatReport } from "./vat-report.ts";

const o = office.statements;

/** The procedures of statements and of the budget. */
export const statementsHandlers = {
  get: o.get.handler(({ context, input }) => answer(statementPage(readOf(context), input))),
  export: o.export.handler(async ({ context, input }) =>
    answer(await exportStatement(bookOf(context).read, { ...input, madeOn: today(context) })),
  ),
  getBank: o.getBank.handler(({ context, input }) =>
    pageOfSheet(answer(reconciliationSheet(readOf(context), input)), input),
  ),
  exportBank: o.exportBank.handler(async ({ context, input }) => {
    const sheet = answer(reconciliationSheet(readOf(context), input));
    const name = `rapprochement-${input.bankAccountId}-${input.onDate}`;
    return answer(await writeSheet(sheet, name, { ...input, madeOn: today(context) }));
  }),
  vatReturn: o.vatReturn.handler(async ({ context, input }) =>
    answer(await writeReturn(readOf(context), { ...input, madeOn: today(context) })),
  ),
  ...budgetHandlers,
};

async function writeReturn(
  read: ReadHandle,
  asked: {
    endsOn?: string | undefined;
    language: "fr" | "en";
    format: "pdf" | "csv" | "json";
    madeOn: string;
  },
): Promise<{ file: File } | Refusal> {
  const sheet = getReturn(read, { endsOn: asked.endsOn, refundMinor: 0 });
  if (isRefusal(sheet)) return sheet;
  const company = read.reading("SELECT name, siren FROM company").get() as {
    name: string;
    siren: string;
  };
  const { language, format, madeOn } = asked;
  const name = `${company.siren}-${sheet.form}-${sheet.endsOn}.${format}`;
  if (format === "json") {
    const { siren } = company;
    const text = `${JSON.stringify({ siren, company: company.name, ...sheet }, undefined, 2)}\n`;
    return { file: new File([text], name, { type: "application/json" }) };
  }
  const [from, to] = [dateWords(sheet.startsOn), dateWords(sheet.endsOn)];
  const period = language === "fr" ? `Du ${from} au ${to}` : `From ${from} to ${to}`;
  const report = vatReport(sheet, { company: company.name, language, madeOn }, period);
  const bytes = format === "pdf" ? await reportPdf(report) : reportCsv(report).bytes;
  const type = format === "pdf" ? "application/pdf" : "text/csv";
  return { file: new File([bytes as Uint8Array<ArrayBuffer>], name, { type }) };
}

function today(context: OfficeContext): string {
  return new Date(context.now()).toISOString().slice(0, 10);
}
