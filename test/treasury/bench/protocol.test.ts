import { describe, expect, test } from "vitest";
import type { DatedInvoice } from "#main/treasury/engines/payment-day/invoice-history.ts";
import { LATE_INPUTS, lateInputs } from "#main/treasury/engines/payment-day/late-inputs.ts";
import {
  FEATURE_NAMES,
  paymentFeatures,
} from "#main/treasury/engines/payment-day/payment-features.ts";
import { plantedReceivables } from "../../bench/treasury/planted-receivables.ts";
import { refuseFutureFeatures, splitByTime } from "../../bench/treasury/protocol.ts";
import { readReceivableMap } from "../../bench/treasury/receivable-map.ts";
import { datedInvoices, readReceivables } from "../../bench/treasury/receivables.ts";

const invoices = datedInvoices(plantedReceivables(3)).slice(0, 600);

describe("features from the future", () => {
  test("those of the application are let through", () => {
    expect(() => refuseFutureFeatures(invoices, paymentFeatures, FEATURE_NAMES)).not.toThrow();
    const inputs = (rows: readonly DatedInvoice[]) => lateInputs(rows).map((row) => row.inputs);
    expect(() => refuseFutureFeatures(invoices, inputs, LATE_INPUTS)).not.toThrow();
  });

  test("a client mean over all its payments is caught and named", () => {
    const leaking = (rows: readonly DatedInvoice[]) => {
      const means = new Map(
        [...Map.groupBy(rows, (row) => row.partyId)].map(([id, own]) => [
          id,
          own.reduce((sum, row) => sum + row.paidDay - row.dueDay, 0) / own.length,
        ]),
      );
      return rows.map((row) => [1, means.get(row.partyId) ?? 0]);
    };
    expect(() => refuseFutureFeatures(invoices, leaking, ["one", "client-mean"])).toThrow(
      /client-mean.*reads the future/,
    );
  });

  test("a payment made on the very issue date is already too late to be read", () => {
    const leaking = (rows: readonly DatedInvoice[]) =>
      rows.map((row) => [rows.filter((r) => r.paidDay <= row.issuedDay).length]);
    expect(() => refuseFutureFeatures(invoices, leaking, ["paid-so-far"])).toThrow(/paid-so-far/);
  });
});

test("rows are split by time: nothing tested was issued before the cut", () => {
  const { learned, tested, cutOn } = splitByTime(invoices, "2026-03-31");
  expect(cutOn).toBe("2026-03-31");
  const overlap = tested.filter((i) => learned.includes(i));
  expect(overlap).toEqual([]);
  expect(() => splitByTime(invoices.slice(0, 30), undefined)).toThrow(/at least 50 and 20/);
});

describe("maps and tables", () => {
  const columns = { customer: "c", issued: "i", due: "d", paid: "p", amount: "a" };

  test("dates are told in any usual way, for all or for each", () => {
    const orders = (map: object) =>
      readReceivableMap(JSON.stringify({ ...columns, ...map })).formats;
    expect(orders({ dateFormat: "M/D/YYYY" }).issued).toBe("mdy");
    expect(orders({ dateFormat: "%d/%m/%Y" }).due).toBe("dmy");
    expect(orders({ dates: "JJ/MM/AAAA" }).paid).toBe("dmy");
    const each = { issued: "YYYYMMDD", due: "%Y%m%d", paid: "%Y-%m-%d %H:%M:%S" };
    expect(orders({ dateFormats: each })).toEqual({ issued: "ymd", due: "ymd", paid: "ymd" });
    expect(() => orders({ dateFormat: "hh:mm" })).toThrow(/order of year, month and day/);
    expect(orders({ issued: { column: "i", format: "%Y%m%d" } })).toEqual({
      ...{ issued: "ymd", due: "auto", paid: "auto" },
    });
  });

  test("a table is read with its open invoices; what cannot be read is counted and named", () => {
    const map = readReceivableMap(
      JSON.stringify({ columns, dateFormats: { issued: "ymd", due: "ymd", paid: "ymd" } }),
    );
    const text = [
      "c,i,d,p,a",
      'A,20250105,20250204.0,2025-02-10 0:00:00,"1,234.567"',
      "B,20250105,20250204.0,,10.5",
      "B,2025013,20250204.0,,10.5",
      "B,20250105,20250204.0,,ten",
    ].join("\n");
    const { rows, refused, reasons } = readReceivables(text, map);
    expect(
      rows.map(({ partyId, issuedOn, dueOn, paidOn, amountMinor }) => [
        ...[partyId, issuedOn, dueOn, paidOn, amountMinor],
      ]),
    ).toEqual([
      ["A", "2025-01-05", "2025-02-04", "2025-02-10", 123_457],
      ["B", "2025-01-05", "2025-02-04", undefined, 1050],
    ]);
    expect(refused).toBe(2);
    expect(reasons[0]).toContain("line 4");
    expect(reasons[1]).toContain('amount "ten"');
    const plain = readReceivableMap(JSON.stringify(columns));
    const dated = (day: string) => `c,i,d,p,a\nA,${day},${day},${day},5`;
    expect(readReceivables(dated("31/12/2025"), plain).rows[0]?.issuedOn).toBe("2025-12-31");
    expect(() => readReceivables(dated("03/04/2025"), plain)).toThrow(/"i": dmy or mdy/);
    expect(() => readReceivables("x,y\n1,2", map)).toThrow(/no column "c"/);
  });
});
