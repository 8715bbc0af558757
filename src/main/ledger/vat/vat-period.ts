import { addDays, endOfMonth } from "#contract/date.ts";
import type { VatRegime } from "#contract/vat.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";

/** A period that one return covers, with the regime under which it is declared. */
export interface VatPeriod {
  form: "ca3" | "ca12";
  startsOn: string;
  endsOn: string;
  regime: VatRegime;
}

/** The regimes in force, oldest first. */
export function vatRegimes(read: ReadHandle): VatRegime[] {
  const rows = read
    .reading(
      "SELECT from_on AS fromOn, regime, sales_on_debits AS salesOnDebits, " +
        "bought_on_debits AS boughtOnDebits, coefficient_bps AS coefficientBps " +
        "FROM vat_regime ORDER BY from_on",
    )
    .all() as (Omit<VatRegime, "salesOnDebits" | "boughtOnDebits"> & {
    salesOnDebits: number;
    boughtOnDebits: number;
  })[];
  return rows.map((row) => ({
    ...row,
    salesOnDebits: row.salesOnDebits === 1,
    boughtOnDebits: row.boughtOnDebits === 1,
  }));
}

/** The last day that a return covers; undefined while none was declared. */
export function declaredUntil(read: ReadHandle): string | undefined {
  const row = read.reading("SELECT max(ends_on) AS endsOn FROM vat_return").get() as {
    endsOn: string | null;
  };
  return row.endsOn ?? undefined;
}

/** The period to declare next: returns follow one another without a gap. */
export function nextPeriod(read: ReadHandle): VatPeriod | Refusal {
  const regimes = vatRegimes(read);
  const [first] = regimes;
  if (first === undefined) return refuse("vat.no-regime", {});
  const until = declaredUntil(read);
  let startsOn = until === undefined ? first.fromOn : addDays(until, 1);
  for (;;) {
    const at = regimes.findLastIndex((one) => one.fromOn <= startsOn);
    const regime = regimes[at] ?? first;
    const following = regimes[at + 1];
    if (regime.regime !== "none") return periodFrom(read, { startsOn, regime, following });
    if (following === undefined) return refuse("vat.no-regime", {});
    startsOn = following.fromOn;
  }
}

function periodFrom(
  read: ReadHandle,
  from: { startsOn: string; regime: VatRegime; following: VatRegime | undefined },
): VatPeriod {
  const { startsOn, regime, following } = from;
  const whole = lastDay(read, startsOn, regime.regime);
  const cut = following === undefined ? whole : addDays(following.fromOn, -1);
  const form = regime.regime === "ca12" ? "ca12" : "ca3";
  return { form, startsOn, endsOn: cut < whole ? cut : whole, regime };
}

function lastDay(read: ReadHandle, startsOn: string, regime: VatRegime["regime"]): string {
  if (regime === "ca3-month") return endOfMonth(startsOn);
  const year = startsOn.slice(0, 4);
  if (regime === "ca3-quarter") {
    const quarterEnd = Math.ceil(Number(startsOn.slice(5, 7)) / 3) * 3;
    return endOfMonth(`${year}-${String(quarterEnd).padStart(2, "0")}-01`);
  }
  const fiscal = read
    .reading("SELECT ends_on AS endsOn FROM fiscal_year WHERE ? BETWEEN starts_on AND ends_on")
    .get(startsOn) as { endsOn: string } | undefined;
  return fiscal?.endsOn ?? `${year}-12-31`;
}
