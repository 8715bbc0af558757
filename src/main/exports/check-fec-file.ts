import type { FecCheck } from "#contract/fec.ts";
import { chartFor, readChart } from "#main/ledger/chart.ts";
import { fecCheckView } from "./export-fec.ts";
import { checkFec } from "./fec-check.ts";
import type { FecKind } from "./fec-columns.ts";

/** Checks a file of any company, as it comes: the chart is the one of the year in its name. */
export async function checkFecFile(asked: { file: File; kind: FecKind }): Promise<FecCheck> {
  const { file, kind } = asked;
  const closing = /FEC(\d{4})(\d{2})(\d{2})/i.exec(file.name);
  const chart = closing === null ? undefined : chartFor(`${closing[1]}-01-01`);
  const accounts = chart === undefined ? undefined : readChart(chart).accounts;
  const report = await checkFec({
    name: file.name,
    chunks: file.stream() as unknown as AsyncIterable<Uint8Array>,
    kind,
    ...(accounts === undefined ? {} : { knownAccounts: new Set(accounts.map(([n]) => n)) }),
  });
  return fecCheckView(report);
}
