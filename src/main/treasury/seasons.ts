import type { SeasonalityReport, Series } from "#contract/treasury-seasonality.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type SeriesRow, seasonality } from "./engines/seasonality.ts";
import { bankHistory } from "./forecast.ts";

/** The season of what is billed (net of VAT), received or paid by the bank (own transfers apart). */
export function seasonOf(
  read: ReadHandle,
  asked: { series: Series; asOn: string },
): SeasonalityReport {
  const { series, asOn } = asked;
  const rows = series === "billing" ? billed(read, asOn) : banked(read, series, asOn);
  return { series, ...seasonality({ asOn, rows }) };
}

function billed(read: ReadHandle, asOn: string): SeriesRow[] {
  const rows = read
    .reading(
      "SELECT id, kind, issued_on AS issuedOn, net_minor AS netMinor FROM invoice " +
        "WHERE issued_on <= ? ORDER BY issued_on, id",
    )
    .all(asOn) as {
    id: number;
    kind: "invoice" | "credit-note";
    issuedOn: string;
    netMinor: number;
  }[];
  return rows.map(({ id, kind, issuedOn, netMinor }) => ({
    ref: { kind, id: String(id) },
    on: issuedOn,
    amountMinor: netMinor,
  }));
}

function banked(read: ReadHandle, series: "receipts" | "payments", asOn: string): SeriesRow[] {
  const sign = series === "receipts" ? 1 : -1;
  return bankHistory(read, asOn)
    .filter((line) => line.amountMinor * sign > 0)
    .map((line) => ({
      ref: { kind: "bank-line", id: line.id },
      on: line.bookedOn,
      amountMinor: line.amountMinor * sign,
    }));
}
