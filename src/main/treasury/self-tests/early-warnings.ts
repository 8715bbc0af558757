import { addDays } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { earlyWarnings } from "../engines/early-warnings.ts";
import type { BankRow, TradeRow, WarningInput } from "../engines/warning-model.ts";
import type { PlantedTruth } from "./planted-truth.ts";

const asOn = "2026-06-30";
const FIRST_ON = "2024-01-02";

/** Ten clients invoiced every two weeks, each with its own usual lateness and some noise. */
function clients(
  change: (partyId: string, issuedOn: string) => Partial<TradeRow> & { late?: number },
) {
  const source = random(7);
  const rows: TradeRow[] = [];
  for (let c = 0; c < 10; c++) {
    for (let on = addDays(FIRST_ON, c); on <= asOn; on = addDays(on, 14)) {
      const { late = 0, ...changed } = change(`c${c}`, on);
      const dueOn = addDays(on, 30);
      const paidOn = addDays(dueOn, Math.round(2 * c + 4 * source.normal() + late));
      rows.push({
        ...{ id: `c${c} ${on}`, side: "customer", kind: "invoice", partyId: `c${c}` },
        ...{ issuedOn: on, dueOn, grossMinor: 400_000 },
        ...{ payments: [{ paidOn, amountMinor: 400_000 }], ...changed },
      });
    }
  }
  return rows;
}

function bankLines(label: (month: number) => string, minor: (month: number) => number): BankRow[] {
  return Array.from({ length: 52 }, (_, week) => ({
    ...{ id: `b${week}`, bookedOn: addDays("2025-07-04", 7 * week) },
    ...{ label: label(Math.floor(week / 4.4)), amountMinor: minor(Math.floor(week / 4.4)) },
  }));
}

function kinds(parts: Partial<WarningInput>): string {
  const empty = { asOn, trade: [], bank: [], openingMinor: 10_000_000, floorMinor: 0 };
  const { alerts } = earlyWarnings({ ...empty, ...parts });
  return alerts.map((a) => `${a.kind} ${a.partyId ?? "bank"}`).join();
}

/** What the early warnings must find, and where they must keep silent. */
export const earlyWarningsTruths: PlantedTruth[] = [
  {
    name: "ten clients that pay as ever raise no alert",
    isFound: () => kinds({ trade: clients(() => ({})) }) === "",
  },
  {
    name: "one client of ten that pays 20 days later since February is found",
    isFound: () => {
      const drift = (partyId: string, on: string) =>
        partyId === "c3" && on > "2026-01-31" ? { late: 20 } : {};
      return kinds({ trade: clients(drift) }).includes("lateness-drift c3");
    },
  },
  {
    name: "a client that orders every fortnight and has stopped is found, and no other",
    isFound: () => {
      const trade = clients(() => ({})).filter(
        (r) => r.partyId !== "c5" || r.issuedOn < "2026-04-20",
      );
      return kinds({ trade }) === "order-gap c5";
    },
  },
  {
    name: "overdraft fees that begin are found",
    isFound: () => {
      const bank = bankLines(
        (month) => (month >= 9 ? "INTERETS DEBITEURS" : "VIR LOYER"),
        () => -8000,
      );
      return kinds({ bank }) === "overdraft-fees bank";
    },
  },
  {
    name: "a lowest balance that falls every month towards the floor is found",
    isFound: () =>
      kinds({
        bank: bankLines(
          () => "VIR CHARGES",
          () => -170_000,
        ),
      }) === "low-point bank",
  },
];
