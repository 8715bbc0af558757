import type { BookCheck } from "#main/ledger/checks.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { analysisDigest } from "./analyses/keep-analyses.ts";

/** What must hold of the treasury's memory. */
export const treasuryChecks: readonly BookCheck[] = [
  { name: "analyses-as-they-were-found", find: changedAnalysis },
];

/** An analysis that is not what the audit chain says was found, or is gone. */
function changedAnalysis(read: ReadHandle): string | undefined {
  const lines = read
    .reading("SELECT after FROM audit WHERE command = 'treasury.analyse' AND after IS NOT NULL")
    .all() as { after: string }[];
  const noted = new Map(
    lines.flatMap(({ after }) =>
      (JSON.parse(after) as { analysisId: number; found: string }[]).map((one) => [
        one.analysisId,
        one.found,
      ]),
    ) as [number, string][],
  );
  const rows = read.reading("SELECT id, result, figures FROM analysis ORDER BY id").iterate();
  for (const row of rows as Iterable<{ id: number; result: string; figures: string }>) {
    if (noted.get(row.id) !== analysisDigest(row.result, row.figures)) return `analysis ${row.id}`;
    noted.delete(row.id);
  }
  const [gone] = noted.keys();
  return gone === undefined ? undefined : `analysis ${gone}`;
}
