import type { DraftRow } from "#contract/entry.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { keyOf, pageOf, splitKey } from "#main/store/page.ts";
import { readDraft } from "../draft-entries.ts";

const ROWS =
  "SELECT id AS draftId, journal, dated_on AS datedOn, coalesce(body ->> '$.pieceRef', '') AS " +
  "pieceRef, coalesce(body ->> '$.label', '') AS label, debit_minor AS totalMinor, " +
  "debit_minor - credit_minor AS differenceMinor, updated_at_ms AS updatedAtMs, " +
  "updated_by AS updatedBy FROM draft_entry WHERE (dated_on, id) > (@afterOn, @afterId) ";

/** A page of drafts by date; those without a date come first. */
export function draftRows(
  read: ReadHandle,
  asked: {
    after?: string | undefined;
    limit: number;
    journal?: string | undefined;
    month?: string | undefined;
  },
) {
  const [afterOn = "", afterId = "0"] = asked.after === undefined ? [] : splitKey(asked.after);
  const { journal, month } = asked;
  const where =
    (journal === undefined ? "" : "AND journal = @journal ") +
    (month === undefined ? "" : "AND dated_on BETWEEN @month || '-01' AND @month || '-31' ");
  const rows = read.reading(`${ROWS}${where}ORDER BY dated_on, id LIMIT @limit`).all({
    afterOn,
    afterId: Number(afterId),
    limit: asked.limit + 1,
    ...(journal === undefined ? {} : { journal }),
    ...(month === undefined ? {} : { month }),
  }) as (DraftRow & { datedOn: string })[];
  const page = pageOf(rows, asked.limit, (r) => keyOf(r.datedOn, r.draftId));
  return { ...page, rows: page.rows.map((r) => ({ ...r, datedOn: r.datedOn || null })) };
}

/** A draft as typed, with the names of its parties by id. */
export function draftWithNames(read: ReadHandle, draftId: number) {
  const entry = readDraft(read, draftId);
  if (isRefusal(entry)) return entry satisfies Refusal;
  const find = read.reading("SELECT name FROM party WHERE id = ?");
  const parties: Record<string, string> = {};
  for (const { partyId } of entry.lines) {
    const row = partyId === undefined ? undefined : (find.get(partyId) as { name: string });
    if (row !== undefined) parties[String(partyId)] = row.name;
  }
  return { draftId, entry, parties };
}
