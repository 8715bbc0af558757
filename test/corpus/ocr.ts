import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isRefusal } from "#main/base/refusal.ts";
import type { Field } from "#main/purchases/reading/bill-reading.ts";
import { isSameParty } from "#main/purchases/reading/party-name.ts";
import { type DocumentReading, readDocument } from "#main/purchases/reading/read-document.ts";

/** Outcome of the check of a folder of labelled bills. */
export interface OcrCorpusOutcome {
  /** Documents whose number, date, net and gross are all as labelled. */
  passed: number;
  failed: number;
  /** One line per document, then one line per field with its accuracy. */
  report: string[];
}

/** The labels of one document; amounts are decimal numbers, as the corpus writes them. */
interface Labels {
  readonly issuer?: string;
  readonly invoice_number?: string;
  readonly date?: string;
  readonly date_due?: string;
  readonly amount?: number;
  readonly amount_untaxed?: number;
  readonly siren?: string | number;
  readonly vat?: string;
  readonly iban?: string;
  readonly currency?: string;
}

const DECISIVE = ["number", "issuedOn", "netMinor", "grossMinor"];

/**
 * Reads every labelled PDF of a folder (`x.pdf` beside `x.json`) and compares field by field. A
 * wrong value given with a confidence above 0.9 fails the document too, whatever the field.
 */
export async function runOcrCorpus(dir: string): Promise<OcrCorpusOutcome> {
  const outcome: OcrCorpusOutcome = { passed: 0, failed: 0, report: [] };
  const tally = new Map<string, { right: number; all: number }>();
  const files = (await readdir(dir)).filter((name) => name.endsWith(".json")).sort();
  for (const file of files) {
    const labels = JSON.parse(await readFile(join(dir, file), "utf8"))[0] as Labels;
    const name = file.replace(/json$/, "pdf");
    const result = await readDocument({ name: "bill", bytes: await readFile(join(dir, name)) });
    const wrong = isRefusal(result) ? [`refused: ${result.code}`] : compare(result, labels, tally);
    const isFailed = wrong.some((w) => w.startsWith("!") || w.startsWith("refused"));
    if (isFailed) outcome.failed++;
    else outcome.passed++;
    outcome.report.push(`${isFailed ? "FAIL" : "ok  "} ${name} ${wrong.join("; ")}`.trim());
  }
  for (const [field, { right, all }] of tally) {
    outcome.report.push(`${field}: ${right} of ${all}`);
  }
  return outcome;
}

function compare(
  { reading }: DocumentReading,
  labels: Labels,
  tally: Map<string, { right: number; all: number }>,
): string[] {
  const wrong: string[] = [];
  const check = <T>(name: string, field: Field<T> | undefined, is: (value: T) => boolean) => {
    const count = tally.get(name) ?? { right: 0, all: 0 };
    const value = field?.value;
    const isRight = value !== undefined && is(value);
    tally.set(name, { right: count.right + (isRight ? 1 : 0), all: count.all + 1 });
    if (isRight) return;
    const isGrave = DECISIVE.includes(name) || (value !== undefined && field!.confidence > 0.9);
    wrong.push(`${isGrave ? "!" : ""}${name} ${value} at ${field?.confidence.toFixed(2) ?? "-"}`);
  };
  const cents = (amount: number) => (value: number) => value === Math.round(amount * 100);
  const text = (label: string) => (value: string) => value === label.replace(/ /g, "");
  if (labels.issuer) check("supplier", reading.supplierName, (v) => isSameParty(v, labels.issuer!));
  if (labels.invoice_number) check("number", reading.number, text(labels.invoice_number));
  if (labels.date) check("issuedOn", reading.issuedOn, text(labels.date));
  if (labels.date_due) check("dueOn", reading.dueOn, text(labels.date_due));
  if (labels.amount_untaxed) check("netMinor", reading.netMinor, cents(labels.amount_untaxed));
  if (labels.amount) check("grossMinor", reading.grossMinor, cents(labels.amount));
  if (labels.siren) check("siren", reading.supplierSiren, text(String(labels.siren)));
  if (labels.vat) check("vat", reading.supplierVat, text(labels.vat));
  if (labels.iban) check("iban", reading.iban, text(labels.iban));
  if (labels.currency) check("currency", reading.currency, text(labels.currency));
  return wrong;
}
