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
  return { series, ...seasonality({ asOn, rows: seasonRows(read, asked) }) };
}

/** The rows of a series up to a day. */
export function seasonRows(
  read: ReadHandle,
  { series, asOn }: { series: Series; asOn: string },
): SeriesRow[] {
  return series === "billing" ? billed(read, asOn) : banked(read, series, asOn);
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
