import type { CamtPart } from "./camt-parts.ts";

/** The other side of a movement; empty texts where the bank says nothing. */
export interface Counterparty {
  name: string;
  iban: string;
}

/**
 * Finds the other side of a detail (`TxDtls/RltdPties`): the debtor of money received, the
 * creditor of money paid, the opposite for a reversal, which names the parties of the operation
 * that it undoes. A side holding the account's own IBAN is never the other side: some banks
 * exchange the roles.
 */
export function counterpartyOf(
  { texts }: CamtPart,
  movement: { amountMinor: number; reversal: boolean; ownIban: string },
): Counterparty {
  const debtor = side(texts.debtor ?? texts.ultimateDebtor, texts.debtorIban);
  const creditor = side(texts.creditor ?? texts.ultimateCreditor, texts.creditorIban);
  const received = movement.amountMinor > 0 !== movement.reversal;
  const [expected, other] = received ? [debtor, creditor] : [creditor, debtor];
  const isOwn = (s: Counterparty) => movement.ownIban !== "" && s.iban === movement.ownIban;
  if (isOwn(expected)) return other;
  if (expected.name || expected.iban || isOwn(other)) return expected;
  return other;
}

function side(name: string | undefined, iban: string | undefined): Counterparty {
  return { name: singleSpaced(name ?? ""), iban: (iban ?? "").replaceAll(" ", "").toUpperCase() };
}

function singleSpaced(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text;
}
