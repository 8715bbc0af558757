import { readFileSync } from "node:fs";
import { z } from "zod";
import { resourcePath } from "#main/base/resource-path.ts";

const chartSchema = z.object({
  version: z.string(),
  source: z.string(),
  accounts: z.array(z.tuple([z.string(), z.string()])),
});

export type Chart = z.infer<typeof chartSchema>;

/** Charts of accounts by the first day from which a fiscal year uses them, newest first. */
const CHARTS = [
  { version: "pcg-2026", from: "2026-01-01" },
  { version: "pcg-2025", from: "2025-01-01" },
] as const;

/**
 * The chart of accounts for a fiscal year that starts on a date. ANC regulation 2022-06 applies
 * to years opened from 1 January 2025; earlier charts are not carried.
 */
export function chartFor(startsOn: string): string | undefined {
  return CHARTS.find((c) => c.from <= startsOn)?.version;
}

/** Reads a chart of accounts of the resources. */
export function readChart(version: string): Chart {
  return chartSchema.parse(
    JSON.parse(readFileSync(resourcePath("chart", `${version}.json`), "utf8")),
  );
}

/**
 * Accounts that the office books to by itself and that the chart names only in general, with
 * the company's usual six digits.
 */
export const officeAccounts: readonly (readonly [string, string])[] = [
  ["101300", "Capital souscrit, appelé, versé"],
  ["401000", "Fournisseurs"],
  ["411000", "Clients"],
  ["445200", "TVA due intracommunautaire"],
  ["445660", "TVA déductible sur autres biens et services"],
  ["445711", "TVA collectée 20 %"],
  ["445712", "TVA collectée 10 %"],
  ["445713", "TVA collectée 5,5 %"],
  ["445714", "TVA collectée 2,1 %"],
  ["445715", "TVA collectée, autres taux"],
  ["445717", "TVA collectée, autoliquidation"],
  ["471000", "Comptes d'attente"],
  ["580000", "Virements internes"],
  ["706000", "Prestations de services"],
  ["706100", "Prestations de services, autoliquidation"],
  ["706200", "Prestations de services, Union européenne"],
  ["706300", "Prestations de services, hors Union européenne"],
  ["706400", "Prestations de services, exonérées"],
];
