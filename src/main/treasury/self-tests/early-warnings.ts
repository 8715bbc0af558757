import { addDays, addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import { earlyWarnings } from "../engines/early-warnings.ts";
import type { MarginMonth } from "../engines/margin-months.ts";
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

/** Six clients with two years of monthly sales, their costs around half of them. */
function marginsOf(pointsAMonth: (client: number) => number): MarginMonth[] {
  const source = random(11);
  return Array.from({ length: 6 * 24 }, (_, i): MarginMonth => {
    const [client, at] = [Math.floor(i / 24), i % 24];
    const worn = Math.max(0, at - 11) * pointsAMonth(client);
    const share = 0.5 + 0.04 * source.normal() + worn;
    return {
      ...{ key: `c${client}`, partyId: `c${client}`, accounts: [], sales: 1 },
      month: addMonths("2024-07-01", at).slice(0, 7),
      ...{ salesMinor: 1_000_000, costMinor: Math.round(1_000_000 * share) },
    };
  });
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
  {
    name: "one client of six whose costs take two points more each month is found, and no other",
    isFound: () =>
      kinds({ margins: marginsOf((c) => (c === 2 ? 0.02 : 0)) }) === "margin-erosion c2",
  },
  {
    name: "six clients whose margins only vary raise no alert",
    isFound: () => kinds({ margins: marginsOf(() => 0) }) === "",
  },
];
