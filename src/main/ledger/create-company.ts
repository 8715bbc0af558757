import { siren as sirenOf, siret as siretOf, tva as tvaOf } from "stdnum/lib/cjs/fr/index.js";
import type { z } from "zod";
import type { newCompanySchema } from "#contract/book.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";
import { openYear } from "./open-year.ts";

export type NewCompany = z.output<typeof newCompanySchema>;

/** The journals every book has; banks bring their own. */
const JOURNALS = [
  ["VE", "Ventes", "sales"],
  ["AC", "Achats", "purchases"],
  ["CA", "Caisse", "cash"],
  ["OD", "Opérations diverses", "general"],
  ["AN", "À-nouveaux", "opening"],
] as const;

/** Writes the company, its journals and its first fiscal years into a new book. */
export function createCompany(
  tx: Transaction,
  company: NewCompany,
  at: { years: readonly { startsOn: string; endsOn: string }[]; nowMs: number },
): Refusal | undefined {
  const wrong = wrongIdentity(company);
  if (isRefusal(wrong)) return wrong;
  tx.run(
    sqlBuilder.insertInto("company").values({
      id: 1,
      name: company.name,
      siren: company.siren,
      siret: company.siret ?? null,
      vat_number: company.vatNumber?.replaceAll(" ", "") ?? null,
      legal_form: company.legalForm ?? null,
      address: company.address,
      capital_minor: company.capitalMinor ?? null,
      sample: company.sample ? 1 : 0,
      created_at_ms: at.nowMs,
    }),
  );
  for (const [code, label, kind] of JOURNALS) {
    tx.run(sqlBuilder.insertInto("journal").values({ code, label, kind }));
  }
  for (const year of at.years) {
    const opened = openYear(tx, year);
    if (isRefusal(opened)) return opened;
  }
  return undefined;
}

/** Checks SIREN, SIRET (Luhn; La Poste's own sum) and VAT number (modulo 97) of a company. */
export function wrongIdentity(
  company: Pick<NewCompany, "siren" | "siret" | "vatNumber">,
): Refusal | undefined {
  const { siren, siret, vatNumber } = company;
  if (!sirenOf.validate(siren).isValid) {
    return refuse("book.bad-identity", { field: "siren", value: siren });
  }
  if (siret !== undefined && !(siret.startsWith(siren) && siretOf.validate(siret).isValid)) {
    return refuse("book.bad-identity", { field: "siret", value: siret });
  }
  if (vatNumber === undefined) return undefined;
  const bare = vatNumber.replaceAll(" ", "");
  return bare.endsWith(siren) && tvaOf.validate(bare).isValid
    ? undefined
    : refuse("book.bad-identity", { field: "vatNumber", value: vatNumber });
}
