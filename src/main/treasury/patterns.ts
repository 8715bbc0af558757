import type { PartyPatternRow } from "#contract/treasury.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { paymentPatterns } from "./engines/payment-patterns.ts";
import type { Reliability } from "./engines/small-data.ts";
import { paidHistory } from "./forecast.ts";
import { paymentsOnAccount } from "./payments-on-account.ts";

/** How each customer pays, or each supplier is paid, with what is open of it. */
export function patternsOf(
  read: ReadHandle,
  asked: { side: "customer" | "supplier"; asOn: string },
): { asOn: string; parties: PartyPatternRow[]; reliability: Reliability } {
  const { side, asOn } = asked;
  const account = paymentsOnAccount(read);
  const paid = paidHistory(read, account);
  const { parties, reliability } = paymentPatterns({ asOn, side, paidHistory: paid });
  const names = new Map(
    (read.reading("SELECT id, name FROM party").all() as { id: number; name: string }[]).map(
      (party) => [party.id, party.name],
    ),
  );
  const open = new Map<number, number>();
  for (const item of account.items) {
    if (item.issuedOn > asOn) continue;
    open.set(item.partyId, (open.get(item.partyId) ?? 0) + item.openMinor);
  }
  const rows = parties.map(({ partyId, ...pattern }) => ({
    ...pattern,
    partyId: Number(partyId),
    partyName: names.get(Number(partyId)) ?? partyId,
    openMinor: Math.abs(open.get(Number(partyId)) ?? 0),
  }));
  rows.sort((a, b) => b.openMinor - a.openMinor || a.partyId - b.partyId);
  return { asOn, parties: rows, reliability };
}
