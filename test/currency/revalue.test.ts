import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "#contract/book.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const INVOICES =
  "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
  "FA-1;Facture;05/01/2026;04/02/2026;C1;Harbour Books;Reliure;0 %;1,00;0,00;1,00\n";
const RATES = "Date,USD,GBP\n2026-12-31,1.2500,0.8000\n2026-12-30,1.2000,0.8100\n";

let office: OpenOffice;
let customer: number;
beforeAll(async () => {
  office = await openOffice();
  const { invoicing, ledger, currency } = office.calls;
  await resultOf(await invoicing.importInvoices({ file: droppedText("v.csv", INVOICES) }));
  await ledger.openYear({ startsOn: "2027-01-01", endsOn: "2027-12-31" });
  await resultOf(await currency.importRates({ file: droppedText("eurofxref.csv", RATES) }));
  customer = (await ledger.listParties({ kind: "customer" }))[0]!.id;
  await sellIn("USD", 120_000, 100_000);
  await sellIn("GBP", 8_000, 9_000);
  await ledger.postEntry({
    entry: {
      journal: "OD",
      datedOn: "2026-11-02",
      pieceRef: "CHANGE",
      label: "Achat de dollars",
      lines: [
        { account: "512001", debitMinor: 40_000, currency: "USD", currencyMinor: 50_000 },
        { account: "101300", creditMinor: 40_000 },
      ],
    },
  });
});
afterAll(() => office.stop());

function sellIn(currency: string, currencyMinor: number, euroMinor: number) {
  const lines = [
    { account: "411000", partyId: customer, debitMinor: euroMinor, currency, currencyMinor },
    { account: "707", creditMinor: euroMinor },
  ];
  const head = { journal: "VE", datedOn: "2026-10-01", pieceRef: currency, label: "Export" };
  return office.calls.ledger.postEntry({ entry: { ...head, lines } });
}

async function balance(account: string, fiscalYearId: number): Promise<number> {
  const { rows } = await office.calls.ledger.trialBalance({ fiscalYearId });
  const own = rows.filter((row) => row.account.startsWith(account));
  return own.reduce((sum, row) => sum + row.balanceMinor, 0);
}

describe("revaluation at closing", () => {
  it("values each position at the closing rate", async () => {
    const positions = await office.calls.currency.positions({ asOn: "2026-12-31" });
    const told = positions.map((p) => [p.account, p.currency, p.bookMinor, p.valueMinor]);
    // 1,200 USD at 1.25 are 960 €, 80 GBP at 0.80 are 100 €, 500 USD at 1.25 are 400 €.
    expect(told).toEqual([
      ["411000", "GBP", 9_000, 10_000],
      ["411000", "USD", 100_000, 96_000],
      ["512001", "USD", 40_000, 40_000],
    ]);
  });

  it("a preview posts nothing", async () => {
    const { currency, ledger } = office.calls;
    const before = await ledger.countEntries({});
    const preview = await currency.revalue({ asOn: "2026-12-31", preview: true });
    expect(preview).toMatchObject({ latentLossMinor: 4_000, latentGainMinor: 1_000 });
    expect(await ledger.countEntries({})).toEqual(before);
  });

  it("posts latent losses to 476, gains to 477, and the provision; reversed the next day", async () => {
    const { currency, ledger } = office.calls;
    const [year, next] = await ledger.listYears({});
    const done = await currency.revalue({ asOn: "2026-12-31" });
    expect(done.entries.map((e) => e.label)).toEqual([
      "Différences de conversion",
      "Extourne : Différences de conversion",
      "Provision pour pertes de change",
    ]);
    expect(await balance("476", year!.id)).toBe(4_000);
    expect(await balance("477", year!.id)).toBe(-1_000);
    expect(await balance("6865", year!.id)).toBe(4_000);
    expect(await balance("1515", year!.id)).toBe(-4_000);
    const reversal = await ledger.getEntry({ entryId: done.entries[1]!.entryId! });
    expect(reversal).toMatchObject({ datedOn: "2027-01-01", fiscalYearId: next!.id });
    await expect(currency.revalue({ asOn: "2026-12-31" })).rejects.toMatchObject({
      data: { code: "currency.already-revalued" },
    });
  });

  it("refuses without a rate of the week, naming the last one", async () => {
    await expect(office.calls.currency.revalue({ asOn: "2027-06-30" })).rejects.toMatchObject({
      data: { code: "currency.no-rate", facts: { lastOn: "2026-12-31" } },
    });
    await expect(
      office.calls.currency.rateOn({ currency: "CHF", on: "2026-12-31" }),
    ).rejects.toMatchObject({ data: { facts: { lastOn: null } } });
  });

  it("the network stays closed until it is opened by a person", async () => {
    const { currency } = office.calls;
    expect(await currency.rateSource({})).toEqual({ isOn: false, lastRateOn: "2026-12-31" });
    await expect(currency.fetchRates({}).then(resultOf)).rejects.toMatchObject({
      data: { code: "currency.source-off" },
    });
    expect(await currency.setRateSource({ isOn: true })).toEqual({ isOn: true });
    expect((await currency.rateSource({})).isOn).toBe(true);
    await currency.setRateSource({ isOn: false });
  });

  it("a second import of the rates adds nothing, and they are listed newest first", async () => {
    const { currency } = office.calls;
    const file = droppedText("eurofxref.csv", RATES);
    const again = await resultOf(await currency.importRates({ file }));
    expect(again).toMatchObject({ added: 0, already: 4 });
    const first = await currency.listRates({ limit: 3 });
    const rest = await currency.listRates({ limit: 3, after: first.next! });
    expect([...first.rows, ...rest.rows].map((r) => `${r.datedOn} ${r.currency}`)).toEqual([
      "2026-12-31 GBP",
      "2026-12-31 USD",
      "2026-12-30 GBP",
      "2026-12-30 USD",
    ]);
  });

  it("every check stays sound", async () => {
    const verified = await resultOf<Verification>(await office.calls.book.verify({}));
    expect(verified.checks.filter((c) => !c.sound)).toEqual([]);
  });
});
