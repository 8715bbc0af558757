import { addDays } from "#contract/date.ts";
import { applyRateBps } from "#main/base/money.ts";
import type { Acquirer, OpenItem } from "#main/reconciliation/matching/model.ts";
import type { MadeLine } from "./payments.ts";
import type { Random } from "./random.ts";

/** Acquirers of the made-up company. */
export const ACQUIRERS: readonly Acquirer[] = [
  { labelPattern: "REMISE CB|CARDLINE", minFeeBps: 130, maxFeeBps: 170, account: "627800" },
];

/** Card items settled net of the acquirer's fee: one by one with their number, or day by day. */
export function settleCards(random: Random, items: readonly OpenItem[]): MadeLine[] {
  const byDay = new Map<string, OpenItem[]>();
  const made: MadeLine[] = [];
  for (const item of items.filter((i) => i.paymentMethod === "card")) {
    if (random.chance(0.4)) {
      made.push(settle(random, [item], `CARDLINE PAYOUT ${item.reference}`));
    } else {
      byDay.set(item.issuedOn, [...(byDay.get(item.issuedOn) ?? []), item]);
    }
  }
  for (const day of byDay.values()) {
    made.push(settle(random, day, `REMISE CB ${random.int(100_000, 999_999)} ECRITOIRE`));
  }
  return made;
}

function settle(random: Random, items: readonly OpenItem[], label: string): MadeLine {
  const grossMinor = items.reduce((sum, i) => sum + i.openMinor, 0);
  const feeMinor = applyRateBps(grossMinor, random.int(135, 165));
  const day = items[0]?.issuedOn ?? "";
  return {
    line: {
      bookedOn: addDays(day, random.int(1, 3)),
      amountMinor: grossMinor - feeMinor,
      currency: "EUR",
      label,
    },
    class: "fee",
    allocations: new Map(items.map((i) => [i.id, i.openMinor])),
    isTold: !label.startsWith("REMISE"),
    isPartyTold: true,
    payer: "",
  };
}
