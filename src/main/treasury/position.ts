import { lineSummary } from "#main/reconciliation/list-lines.ts";
import { openItems } from "#main/reconciliation/open-items.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { cashPosition } from "./forecast.ts";

/** Cash, what is owed either way, what is late, and what waits for a person. */
export function position(read: ReadHandle, todayOn: string) {
  const cash = cashPosition(read);
  const sums = { receivableMinor: 0, payableMinor: 0, lateReceivableMinor: 0, lateInvoices: 0 };
  for (const item of openItems(read)) {
    if (item.itemKind === "bill") {
      sums.payableMinor -= item.openMinor;
      continue;
    }
    sums.receivableMinor += item.openMinor;
    if (item.dueOn >= todayOn || item.openMinor < 0) continue;
    sums.lateReceivableMinor += item.openMinor;
    sums.lateInvoices++;
  }
  const lines = lineSummary(read, undefined);
  return {
    ...cash,
    ...sums,
    toMatch: lines.abstained + lines.unmatched,
    suggested: lines.suggested,
    toReview: count(read, "SELECT count(*) AS n FROM document WHERE state IN ('received', 'read')"),
    drafts: count(read, "SELECT count(*) AS n FROM draft_entry"),
  };
}

function count(read: ReadHandle, sql: string): number {
  return (read.reading(sql).get() as { n: number }).n;
}
