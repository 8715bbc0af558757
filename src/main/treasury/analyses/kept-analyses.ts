import type { KeptAnalysis, KeptFigure } from "#contract/treasury-memory.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { keyOf, pageOf } from "#main/store/page.ts";

const COLUMNS =
  "id AS analysisId, engine, version, as_on AS asOn, lower(hex(inputs_sha256)) AS inputsSha256, " +
  "at_ms AS atMs, person";

/** A kept analysis with what was found. */
export interface OpenedAnalysis extends KeptAnalysis {
  result: unknown;
  figures: KeptFigure[];
}

/** The kept analyses, newest first. */
export function listAnalyses(
  read: ReadHandle,
  asked: { after?: string | undefined; limit: number; engine?: string | undefined },
): { rows: KeptAnalysis[]; next?: string; total: number } {
  const engine = asked.engine ?? null;
  const rows = read
    .reading(
      `SELECT ${COLUMNS} FROM analysis WHERE id < ? AND (? IS NULL OR engine = ?) ` +
        "ORDER BY id DESC LIMIT ?",
    )
    .all(
      ...[asked.after === undefined ? Number.MAX_SAFE_INTEGER : Number(asked.after)],
      ...[engine, engine, asked.limit + 1],
    ) as KeptAnalysis[];
  const { n } = read
    .reading("SELECT count(*) AS n FROM analysis WHERE ? IS NULL OR engine = ?")
    .get(engine, engine) as { n: number };
  return { ...pageOf(rows, asked.limit, (row) => keyOf(row.analysisId)), total: n };
}

/** One kept analysis. */
export function openAnalysis(read: ReadHandle, analysisId: number): OpenedAnalysis | Refusal {
  const row = read
    .reading(`SELECT ${COLUMNS}, result, figures FROM analysis WHERE id = ?`)
    .get(analysisId) as (KeptAnalysis & { result: string; figures: string }) | undefined;
  if (row === undefined) return refuse("treasury.unknown-analysis", { analysisId });
  const figures = JSON.parse(row.figures) as KeptFigure[];
  return { ...row, result: JSON.parse(row.result) as unknown, figures };
}

/** The last kept analysis of an engine. */
export function lastAnalysis(read: ReadHandle, engine: string): OpenedAnalysis | undefined {
  return opened(read, "SELECT max(id) AS id FROM analysis WHERE engine = ?", engine);
}

/**
 * What an analysis is compared with when nothing else is said: the last one of its engine whose day
 * is at least so many days before, else the first of an earlier day.
 */
export function analysisBefore(
  read: ReadHandle,
  asked: { engine: string; beforeOn: string; weekBeforeOn: string; analysisId: number },
): OpenedAnalysis | undefined {
  const { engine, beforeOn, weekBeforeOn, analysisId } = asked;
  const week =
    "SELECT max(id) AS id FROM analysis WHERE engine = ? AND id < ? AND as_on = (SELECT " +
    "max(as_on) FROM analysis WHERE engine = ? AND as_on <= ?)";
  const first = "SELECT min(id) AS id FROM analysis WHERE engine = ? AND id < ? AND as_on < ?";
  return (
    opened(read, week, engine, analysisId, engine, weekBeforeOn) ??
    opened(read, first, engine, analysisId, beforeOn)
  );
}

function opened(
  read: ReadHandle,
  sql: string,
  ...values: (string | number)[]
): OpenedAnalysis | undefined {
  const { id } = read.reading(sql).get(...values) as { id: number | null };
  const found = id === null ? undefined : openAnalysis(read, id);
  return found !== undefined && "figures" in found ? found : undefined;
}
