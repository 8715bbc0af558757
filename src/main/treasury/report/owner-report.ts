import type { NarrativeLanguage } from "#contract/treasury-narrative.ts";
import type { StressFinding } from "#contract/treasury-stress.ts";
import { beliefPage } from "./belief-page.ts";
import { customersPage } from "./customers-page.ts";
import { reasonsPage } from "./reasons-page.ts";
import type { ReportFindings } from "./report-findings.ts";
import { type ReportFormat, reportFormat } from "./report-format.ts";
import { ReportSheet } from "./report-sheet.ts";
import { type ReportWords, reportWords } from "./report-words.ts";
import { weekPage } from "./week-page.ts";

/** What every page is drawn from. */
export interface ReportSource {
  findings: ReportFindings;
  /** Of the base scenario; absent where it was not run. */
  stress: StressFinding | undefined;
  madeOn: string;
  w: ReportWords;
  format: ReportFormat;
}

/**
 * The owner's report: four A4 pages, whatever the book holds. What to do this week, the customers,
 * why cash moved, and how far to believe it. Every number is that of a finding.
 */
export function ownerReport(
  findings: ReportFindings,
  told: { stress: StressFinding | undefined; madeOn: string; language: NarrativeLanguage },
): Promise<Uint8Array> {
  const { language, madeOn, stress } = told;
  const w = reportWords(language);
  const source: ReportSource = { findings, stress, madeOn, w, format: reportFormat(language) };
  const { company } = findings;
  const sheet = new ReportSheet({ title: w.report, company, language, madeOn });
  for (const page of [weekPage, customersPage, reasonsPage, beliefPage]) page(sheet, source);
  return sheet.close();
}
