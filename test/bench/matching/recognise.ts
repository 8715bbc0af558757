import type { BankLine } from "#main/reconciliation/bank-line-rows.ts";
import type { MatchDecision, MatchInput, MatchLine } from "#main/reconciliation/matching/model.ts";
import { findReturns, type PaidLine } from "#main/reconciliation/recognition/returns.ts";
import { findTransfers } from "#main/reconciliation/recognition/transfers.ts";

/** What was found for a line that pays no item: its partners, the surest first. */
export interface Recognised {
  partners: string[];
  isProof: boolean;
}

const OWN = {
  companyName: "Écritoire Essais",
  accounts: [
    { id: 1, name: "Courant", iban: null },
    { id: 2, name: "Livret", iban: null },
  ],
};

/** Runs transfers and returns over the lines that the matcher has left, as the application does. */
export function recogniseLeft(made: {
  input: MatchInput;
  decisions: readonly MatchDecision[];
  accounts: ReadonlyMap<string, number>;
}): Map<string, Recognised> {
  const lines = made.input.lines.map((l, n) => bankLine(l, n, made.accounts.get(l.id) ?? 1));
  const isPaid = (n: number) => made.decisions[n]?.outcome === "automatic";
  const paid = Map.groupBy(
    lines.filter((_, n) => isPaid(n)).map(paidLine),
    (line) => line.amountMinor,
  );
  const left = lines.filter((_, n) => !isPaid(n));
  const transfers = findTransfers(left, OWN);
  const idOf = (n: number | null | undefined) => made.input.lines[n ?? -1]?.id ?? "";
  const found = new Map<string, Recognised>();
  for (const line of left) {
    const pairs = transfers.get(line.id) ?? [];
    const back = findReturns(line, paid.get(-line.amountMinor) ?? []);
    const [best] = [...pairs, ...back].sort((a, b) => b.score - a.score);
    if (best === undefined) continue;
    const partners = [
      ...pairs.map((p) => idOf(p.booking?.otherLineId)),
      ...back.map((p) => idOf(p.booking?.entryId)),
    ];
    found.set(idOf(line.id), { partners, isProof: best.isProof });
  }
  return found;
}

function bankLine(line: MatchLine, id: number, bankAccountId: number): BankLine {
  return {
    ...{ id, bankAccountId, account: "512000", journal: "BQ", matching: "automatic" },
    bookedOn: line.bookedOn,
    amountMinor: line.amountMinor,
    currency: line.currency,
    label: line.label,
    counterpartyName: line.counterpartyName ?? null,
    counterpartyIban: line.counterpartyIban ?? null,
    reference: line.reference ?? null,
  };
}

/** A matched line; its number stands for its entry, to find it again. */
function paidLine(line: BankLine): PaidLine {
  const counter = { account: "411000", partyId: null };
  return { ...line, matchId: line.id, entryId: line.id, allocations: [], counter };
}
