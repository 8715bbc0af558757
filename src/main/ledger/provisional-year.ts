import type { ReadHandle } from "#main/store/handle.ts";

/**
 * The fiscal year before, whose balances stand in for the openings of a year: it is not closed and
 * the year has no opening entry, neither of a closing nor taken over from another package.
 */
export function previousOpenYear(read: ReadHandle, fiscalYearId: number): number | undefined {
  const row = read
    .reading(
      "SELECT p.id FROM fiscal_year y JOIN fiscal_year p ON p.ends_on = date(y.starts_on, '-1 day') " +
        "WHERE y.id = ? AND NOT EXISTS (SELECT 1 FROM year_closing c WHERE c.fiscal_year_id = p.id) " +
        "AND NOT EXISTS (SELECT 1 FROM balance b JOIN journal j ON j.code = b.journal " +
        "AND j.kind = 'opening' WHERE b.fiscal_year_id = y.id)",
    )
    .get(fiscalYearId) as { id: number } | undefined;
  return row?.id;
}
