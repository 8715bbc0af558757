import { afterAll, beforeAll, expect, test } from "vitest";
import { capitalEntry } from "../doors/test-book.ts";
import { type OpenOffice, openOffice } from "./open-office.ts";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.stop());

test("an asset is entered from its purchase, depreciated, shown and disposed of", async () => {
  const { assets, ledger } = office.calls;
  const lines = [
    { account: "2183", debitMinor: 360_000 },
    { account: "512001", creditMinor: 360_000 },
  ];
  await ledger.postEntry({ entry: { ...capitalEntry, datedOn: "2026-01-01", lines } });
  const [line] = await assets.candidates({});
  const { assetId } = await assets.add({
    ...{ label: "Serveur", account: "2183", costMinor: 360_000, lineId: line!.lineId },
    ...{ boughtOn: "2026-01-01", inServiceOn: "2026-01-01", method: "linear", months: 36 },
  });
  expect(await assets.schedule({ assetId })).toHaveLength(3);
  const [year] = await ledger.listYears({});
  const asked = { fiscalYearId: year!.id };
  const seen = await assets.depreciate({ ...asked, preview: true });
  expect(seen).toMatchObject({ amountMinor: 120_000, assets: [{ label: "Serveur" }] });
  expect(await assets.depreciate(asked)).toMatchObject({ amountMinor: 120_000 });
  expect(await assets.list({ asOn: "2026-12-31" })).toMatchObject([{ netMinor: 240_000 }]);
  await expect(assets.remove({ assetId })).rejects.toMatchObject({
    data: { code: "assets.depreciated" },
  });
  const gone = await assets.dispose({ assetId, disposedOn: "2026-12-31", priceMinor: 0 });
  expect(gone).toMatchObject({ netMinor: 240_000, gainMinor: -240_000 });
});

test("a loan has its table, its interest booked and accrued", async () => {
  const { assets, ledger } = office.calls;
  const terms = {
    ...{ label: "Machine", account: "164", principalMinor: 1_000_000, rateBps: 600 },
    ...{
      firstOn: "2026-02-01",
      every: "month" as const,
      instalments: 12,
      kind: "annuity" as const,
    },
  };
  const { loanId } = await assets.addLoan(terms);
  expect((await assets.loanSchedule({ loanId }))[0]).toMatchObject({ interestMinor: 5000 });
  const done = await assets.postLoan({ loanId, untilOn: "2026-03-01" });
  expect(done.entryIds).toHaveLength(2);
  expect(await assets.listLoans({ asOn: "2026-03-15" })).toMatchObject([{ toPost: 0 }]);
  const [year] = await ledger.listYears({});
  await expect(assets.accrueLoans({ fiscalYearId: year!.id })).rejects.toMatchObject({
    data: { code: "ledger.no-fiscal-year" },
  });
  await expect(assets.removeLoan({ loanId })).rejects.toMatchObject({
    data: { code: "assets.loan-posted" },
  });
});

test("a stock and a provision are brought to their value", async () => {
  const { assets, ledger } = office.calls;
  await ledger.openAccount({ number: "370", label: "Marchandises" });
  const on = { datedOn: "2026-12-31" };
  expect(await assets.recordStock({ account: "370", valueMinor: 5000, ...on })).toMatchObject({
    amountMinor: 5000,
  });
  const provision = { account: "1511", valueMinor: 700, label: "Litige", ...on };
  expect(await assets.recordProvision(provision)).toMatchObject({ amountMinor: 700 });
  expect(await assets.recordProvision(provision)).toMatchObject({ entryId: null });
});
