import type { Transaction } from "#main/store/book.ts";
import { sqlBuilder } from "#main/store/handle.ts";

export interface PartyFacts {
  kind: "customer" | "supplier";
  code?: string | undefined;
  name: string;
  siren?: string | undefined;
  vatNumber?: string | undefined;
  iban?: string | undefined;
}

interface Known {
  id: number;
  siren: string | null;
  vat_number: string | null;
  iban: string | null;
}

/**
 * Finds a party by its code, its SIREN or its name, in that order, or creates it. What the book
 * did not know yet (SIREN, VAT number, IBAN) is completed; what it knows is never overwritten.
 */
export function ensureParty(tx: Transaction, facts: PartyFacts): number {
  const known = findParty(tx, facts);
  if (known === undefined) return createParty(tx, facts);
  const missing =
    (known.siren === null && facts.siren !== undefined) ||
    (known.vat_number === null && facts.vatNumber !== undefined) ||
    (known.iban === null && facts.iban !== undefined);
  if (missing) {
    tx.writing(
      "UPDATE party SET siren = coalesce(siren, ?), vat_number = coalesce(vat_number, ?), " +
        "iban = coalesce(iban, ?) WHERE id = ?",
    ).run(facts.siren ?? null, facts.vatNumber ?? null, facts.iban ?? null, known.id);
  }
  return known.id;
}

function findParty(tx: Transaction, facts: PartyFacts): Known | undefined {
  const columns = "SELECT id, siren, vat_number, iban FROM party WHERE kind = ?";
  if (facts.code !== undefined) {
    return tx.reading(`${columns} AND code = ?`).get(facts.kind, facts.code) as Known | undefined;
  }
  if (facts.siren !== undefined) {
    const bySiren = tx.reading(`${columns} AND siren = ?`).get(facts.kind, facts.siren);
    if (bySiren !== undefined) return bySiren as Known;
  }
  const byName = tx.reading(`${columns} AND name = ? COLLATE NOCASE`).get(facts.kind, facts.name);
  return byName as Known | undefined;
}

function createParty(tx: Transaction, facts: PartyFacts): number {
  return tx.run(
    sqlBuilder.insertInto("party").values({
      kind: facts.kind,
      code: facts.code ?? nextCode(tx, facts),
      name: facts.name,
      siren: facts.siren ?? null,
      vat_number: facts.vatNumber ?? null,
      iban: facts.iban ?? null,
    }),
  ).id;
}

/** The first letters of the name, made unique by a number: `DUPONT`, `DUPONT2`. */
function nextCode(tx: Transaction, facts: PartyFacts): string {
  const plain = facts.name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .toUpperCase();
  const stem = plain.slice(0, 8) || (facts.kind === "customer" ? "CLIENT" : "FOURN");
  const taken = tx.reading("SELECT 1 FROM party WHERE kind = ? AND code = ?");
  for (let i = 1; ; i++) {
    const code = i === 1 ? stem : `${stem}${i}`;
    if (taken.get(facts.kind, code) === undefined) return code;
  }
}
