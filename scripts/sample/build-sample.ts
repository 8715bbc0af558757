import { chooseDocuments, type SampleDocument } from "./choose-documents.ts";
import { companyRecord } from "./company.ts";
import { utf8WithBom, windows1252 } from "./csv-text.ts";
import { drawBill } from "./draw-bill.ts";
import { type History, makeHistory } from "./make-history.ts";
import type { AccountKey, BankLine } from "./model.ts";
import { naiveForecast } from "./naive-forecast.ts";
import { readmeText } from "./readme-text.ts";
import { rulesText } from "./rules-text.ts";
import { scanPage } from "./scan-page.ts";
import { budgetCsv } from "./write-budget.ts";
import { camtOf } from "./write-camt.ts";
import { billsCsv, invoicesCsv } from "./write-items.ts";
import { ofxOf } from "./write-ofx.ts";
import { savingsOf } from "./write-savings.ts";
import { scheduleCsv, scheduleRows } from "./write-schedule.ts";
import { truthText } from "./write-truth.ts";

/** Builds every file of the sample company: path below its folder to bytes. */
export async function buildSample(seed: number): Promise<Map<string, Uint8Array>> {
  const history = makeHistory(seed);
  const files = new Map<string, Uint8Array>();
  const documents = chooseDocuments(seed, history);
  addBooks(files, history);
  const placeOf = addStatements(files, history);
  const schedule = scheduleRows(history.vat);
  files.set("schedule.csv", utf8WithBom(scheduleCsv(schedule)));
  for (const document of documents) {
    files.set(`documents/${document.file}`, await bytesOf(document, seed));
  }
  files.set("budget-2026.csv", utf8WithBom(budgetCsv()));
  const forecast = naiveForecast(history, schedule);
  const truth = truthText({ seed, history, documents, forecast, placeOf });
  files.set("truth.json", utf8(truth));
  return files;
}

function addBooks(files: Map<string, Uint8Array>, { invoices, credits, bills }: History): void {
  const issued = [...invoices, ...credits].toSorted((a, b) => compare(a.issuedOn, b.issuedOn));
  files.set("README.md", utf8(readmeText));
  files.set("company.json", utf8(`${JSON.stringify(companyRecord(), null, 2)}\n`));
  files.set("rules.yaml", utf8(rulesText));
  files.set("invoices-2025.csv", utf8WithBom(invoicesCsv(issued, "2025")));
  files.set("invoices-2026.csv", utf8WithBom(invoicesCsv(issued, "2026")));
  // The two encodings in which French programs export.
  files.set("bills-2025.csv", windows1252(billsCsv(bills, "2025")));
  files.set("bills-2026.csv", utf8WithBom(billsCsv(bills, "2026")));
}

function addStatements(files: Map<string, Uint8Array>, history: History) {
  const of = (key: AccountKey) => history.lines.filter((line) => line.account === key);
  const main = of("main");
  files.set("bank-main-2025.camt.xml", utf8(camtOf(main, 2025)));
  files.set("bank-main-2026.camt.xml", utf8(camtOf(main, 2026)));
  files.set("bank-cards.ofx", windows1252(ofxOf(of("cards"))));
  const savingsLines = of("savings");
  const savings = savingsOf(savingsLines);
  files.set("bank-savings.csv", windows1252(savings.text));
  const starts = new Map(savingsLines.map((line, i) => [line.id, savings.startLines[i]]));
  return (line: BankLine) => {
    if (line.account === "cards") return { file: "bank-cards.ofx" };
    if (line.account === "main") return { file: `bank-main-${line.bookedOn.slice(0, 4)}.camt.xml` };
    const start = starts.get(line.id);
    return { file: "bank-savings.csv", ...(start === undefined ? {} : { line: start }) };
  };
}

async function bytesOf(document: SampleDocument, seed: number): Promise<Uint8Array> {
  const pdf = await drawBill(document);
  return document.isScan ? scanPage(pdf, seed) : pdf;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
