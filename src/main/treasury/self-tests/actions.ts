import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { actionEffects } from "../engines/action-effects.ts";
import { chooseActions } from "../engines/actions.ts";
import { chaseOrder, type Receivable } from "../engines/chase-order.ts";
import type { PaidItem } from "../engines/payment-delays.ts";
import { paymentsOut } from "../engines/payments-out.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const asOn = "2026-06-30";

/** Forty payments of a client, about so many days late. */
function history(partyId: string, usual: number, seed: number): PaidItem[] {
  const source = random(seed);
  return Array.from({ length: 40 }, (_, i) => {
    const dueOn = addDays("2026-04-30", -9 * i);
    const paidOn = addDays(dueOn, Math.round(usual + 3 * source.normal()));
    return { partyId, dueOn, paidOn, amountMinor: 100_000, side: "customer" };
  });
}

const paidHistory = [...history("prompt", 0, 1), ...history("slow", 40, 2)];
const open = (id: string, partyId: string, openMinor: number): Receivable => ({
  ...{ id, partyId, openMinor, issuedOn: "2026-05-25", dueOn: "2026-06-24" },
});

/** What the choice of actions must find, and what it must never propose. */
export const actionsTruths: PlantedTruth[] = [
  {
    name: "a smaller invoice of a slow client is chased before a larger one of a prompt client",
    isFound: () => {
      const receivables = [open("1", "prompt", 500_000), open("2", "slow", 400_000)];
      return chaseOrder({ asOn, paidHistory, receivables })[0]?.item.id === "2";
    },
  },
  {
    name: "ten euros that come by themselves are worth no action",
    isFound: () => {
      const receivables = [open("1", "prompt", 1000)];
      const asked = { asOn, paidHistory, receivables, log: [], minutes: 60 };
      return chooseActions({ ...asked, minuteMinor: 75, creditRate: 0.08 }).actions.length === 0;
    },
  },
  {
    name: "400 logged calls that bring 60 % of what would stay unpaid are measured, within 8 points",
    isFound: () => {
      const source = random(5);
      const log = Array.from({ length: 400 }, () => {
        const isPaid = source.next() < 0.3 || source.next() < 0.6;
        return { kind: "call" as const, doneOn: "2026-01-15", paidShareBefore: 0.3, isPaid };
      });
      const call = actionEffects(log, asOn).find((e) => e.kind === "call");
      return call?.state === "measured" && Math.abs(call.mean - 0.6) < 0.08;
    },
  },
  {
    name: "wages come before taxes and a supplier, and no bill is held beyond 60 days",
    isFound: () => {
      const bill = { issuedOn: "2026-06-01", dueOn: "2026-09-30", openMinor: 900_000 };
      const due = { partyId: null, dueOn: asOn, openMinor: 100_000 };
      const found = paymentsOut({
        ...{ asOn, cashMinor: 0, floorMinor: 0, penaltyRate: 0.1215, creditRate: 0.08 },
        payables: [
          { ...bill, partyId: "s", ref: { kind: "bill", id: "1" }, label: "s", rank: "suppliers" },
          { ...due, ref: { kind: "schedule", id: "2" }, label: "TVA", rank: "taxes" },
          { ...due, ref: { kind: "schedule", id: "3" }, label: "Paie", rank: "wages" },
        ],
      });
      return (
        found.map((p) => p.ref.id).join() === "3,2,1" &&
        found[2]?.payOn === addDays("2026-06-01", 60)
      );
    },
  },
];
