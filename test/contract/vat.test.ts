import { afterAll, beforeAll, expect, test } from "vitest";
import { capitalEntry } from "../doors/test-book.ts";
import { type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

test("a return follows its regime, is settled as it was seen, and is undone", async () => {
  const { vat, ledger } = office.calls;
  expect(await vat.listReturns({})).toEqual([]);
  await expect(vat.getReturn({})).rejects.toMatchObject({ data: { code: "vat.no-regime" } });
  const regime = { fromOn: "2026-01-01", regime: "ca3-month" as const, coefficientBps: 10_000 };
  await vat.setRegime({ ...regime, salesOnDebits: true, boughtOnDebits: true });
  expect(await vat.listRegimes({})).toHaveLength(1);
  const lines = [
    { account: "512001", debitMinor: 12_000 },
    { account: "706000", creditMinor: 10_000 },
    { account: "445711", creditMinor: 2000 },
  ];
  const sale = { ...capitalEntry, journal: "VE", datedOn: "2026-01-12", pieceRef: "T1", lines };
  await ledger.postEntry({ entry: sale });
  const seen = await vat.getReturn({});
  expect(seen).toMatchObject({ endsOn: "2026-01-31", toPayMinor: 2000, declared: null });
  const { rows } = await vat.listLines({ box: "08" });
  expect(rows).toMatchObject([{ vatMinor: 2000, baseMinor: 10_000, rateBps: 2000 }]);
  const { endsOn } = seen;
  const done = await vat.declare({ endsOn, expectedMinor: 2000 });
  expect((await vat.listReturns({})).map((one) => one.isDeclared)).toEqual([true, false]);
  expect((await vat.getReturn({ endsOn })).declared).toMatchObject({ entryId: done.entryId });
  const { rows: rates } = await vat.control({ fromOn: "2026-01-01", toOn: "2026-12-31" });
  expect(rates).toMatchObject([{ rateBps: 2000, differenceMinor: 0, odd: [] }]);
  expect(await vat.undoLast({})).toEqual({ endsOn });
  expect((await vat.getReturn({})).toPayMinor).toBe(2000);
});
