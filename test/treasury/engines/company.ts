import { addDays, addMonths } from "#contract/date.ts";
import { random } from "#main/base/random.ts";
import type {
  CashForecast,
  ForecastInput,
  OpenItem,
} from "#main/treasury/engines/forecast-model.ts";
import type { PaidItem } from "#main/treasury/engines/payment-delays.ts";
import type { BankHistoryLine } from "#main/treasury/engines/recurring-flows.ts";

export const asOn = "2026-06-30";

export function company(parts: Partial<ForecastInput> = {}): ForecastInput {
  return {
    asOn,
    balanceMinor: 1_000_000,
    openItems: [],
    paidHistory: [],
    bankHistory: [],
    schedule: [],
    billing: [],
    floorMinor: 0,
    horizonDays: 90,
    ...parts,
  };
}

export function invoice(id: string, dueOn: string, openMinor: number, partyId = "c1"): OpenItem {
  const kind = openMinor < 0 ? "bill" : "invoice";
  return {
    id,
    kind,
    partyId,
    reference: `F-${id}`,
    dueOn,
    issuedOn: addDays(dueOn, -30),
    openMinor,
  };
}

/** Forty payments of one party, each so many days late. */
export function habit(partyId: string, latenessDays: number, side: PaidItem["side"] = "customer") {
  return Array.from({ length: 40 }, (_, i): PaidItem => {
    const dueOn = addDays("2026-05-01", -i * 5);
    return { partyId, dueOn, paidOn: addDays(dueOn, latenessDays), amountMinor: 50_000, side };
  });
}

export function monthly(
  label: string,
  day: string,
  amountMinor: number,
  extra = {},
): BankHistoryLine[] {
  return [0, 1, 2, 3, 4, 5].map((n) => ({
    id: `${label}-${n}`,
    bookedOn: addMonths(day, n),
    amountMinor,
    label: `${label} ${n}/26`,
    matched: false,
    ...extra,
  }));
}

export function dayOf(forecast: CashForecast, on: string) {
  const day = forecast.days.find((d) => d.on === on);
  if (!day) throw new Error(`no day ${on}`);
  return day;
}

export function sumOf(forecast: CashForecast, layer: string): number {
  return forecast.days
    .flatMap((d) => d.flows)
    .reduce((sum, f) => sum + (f.layer === layer ? f.amountMinor : 0), 0);
}

/** A random company: clients of different habits, overdue items, schedule, bank history. */
export function randomCompany(seed: number, openCount = 60): ForecastInput {
  const source = random(seed);
  const pick = (n: number) => Math.floor(source.next() * n);
  const parties = Array.from({ length: 12 }, (_, i) => ({ id: `p${i}`, late: pick(40) - 5 }));
  const partyOf = () => parties[pick(parties.length)] ?? { id: "p0", late: 0 };
  const paidHistory = Array.from({ length: 400 }, (): PaidItem => {
    const party = partyOf();
    const dueOn = addDays(asOn, -50 - pick(400));
    const paidOn = addDays(dueOn, party.late + pick(15));
    const side = pick(3) === 0 ? "supplier" : "customer";
    return { partyId: party.id, dueOn, paidOn, amountMinor: 1_000 + pick(900_000), side };
  });
  const openItems = Array.from({ length: openCount }, (_, i) => {
    const sign = pick(3) === 0 ? -1 : 1;
    return invoice(
      `i${i}`,
      addDays(asOn, pick(150) - 90),
      sign * (1 + pick(2_000_000)),
      partyOf().id,
    );
  });
  return company({
    balanceMinor: pick(5_000_000),
    openItems,
    paidHistory,
    bankHistory: [
      ...monthly("PRLV LOYER", "2026-01-05", -120_000),
      ...monthly("PRLV URSSAF", "2026-01-15", -340_000),
    ],
    schedule: [
      {
        id: "s",
        label: "Salaires",
        category: "payroll",
        dueOn: "2026-01-28",
        amountMinor: -700_000,
        every: "month",
      },
    ],
    billing: Array.from({ length: 200 }, () => ({
      issuedOn: addDays(asOn, -pick(300)),
      grossMinor: 1_000 + pick(500_000),
    })),
    seed: 7,
  });
}

export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const source = random(seed);
  return rows
    .map((row) => ({ row, key: source.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);
}
