import type { FiscalYear } from "#contract/book.ts";
import { type ReadHandle, sqlBuilder } from "#main/store/handle.ts";

/** Fiscal years, oldest first. */
export function listYears(read: ReadHandle): FiscalYear[] {
  return read.all(
    sqlBuilder
      .selectFrom("fiscal_year")
      .select(["id", "starts_on as startsOn", "ends_on as endsOn", "chart"])
      .orderBy("starts_on"),
  );
}

/** Accounts of a year whose number starts with, or whose label holds, what is searched. */
export function listAccounts(
  read: ReadHandle,
  asked: { fiscalYearId: number; search: string; limit: number },
) {
  return read.all(
    sqlBuilder
      .selectFrom("account_year as y")
      .innerJoin("account as a", "a.number", "y.account")
      .select(["a.number as number", "y.label as label", "a.party_kind as partyKind"])
      .where("y.fiscal_year_id", "=", asked.fiscalYearId)
      .where((eb) =>
        eb.or([
          eb("a.number", "like", `${asked.search}%`),
          eb("y.label", "like", `%${asked.search}%`),
        ]),
      )
      .orderBy("a.number")
      .limit(asked.limit),
  );
}

/** The journals by code. */
export function listJournals(read: ReadHandle) {
  return read.all(
    sqlBuilder.selectFrom("journal").select(["code", "label", "kind"]).orderBy("code"),
  );
}

/** Parties whose code or name holds what is searched. */
export function listParties(
  read: ReadHandle,
  asked: { kind?: "customer" | "supplier" | undefined; search: string; limit: number },
) {
  let query = sqlBuilder
    .selectFrom("party")
    .select(["id", "kind", "code", "name"])
    .where((eb) =>
      eb.or([eb("code", "like", `${asked.search}%`), eb("name", "like", `%${asked.search}%`)]),
    )
    .orderBy("name")
    .limit(asked.limit);
  if (asked.kind !== undefined) query = query.where("kind", "=", asked.kind);
  return read.all(query);
}
