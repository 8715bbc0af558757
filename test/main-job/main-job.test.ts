import { existsSync, readFileSync } from "node:fs";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "#contract/book.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { resourcePath } from "#main/base/resource-path.ts";
import { checkFec } from "#main/exports/fec-check.ts";
import { readInvoices } from "#main/invoicing/read-invoices.ts";
import { resultOf, type SampleOffice, sampleOffice } from "./sample-office.ts";

let office: SampleOffice;
beforeAll(async () => {
  office = await sampleOffice();
}, 120_000);
afterAll(() => office.stop());

const sampleFile = (name: string) =>
  new File([new Uint8Array(readFileSync(resourcePath("sample", name)))], name);

describe("imports of the sample company", () => {
  it("add every row, and refuse only the bill that stands twice", () => {
    const refused = office.steps.reports.flatMap((r) => r.refused.map((row) => row.code));
    expect(refused).toEqual(["files.duplicate-row"]);
    for (const r of office.steps.reports) expect(r.added + r.refused.length).toBe(r.found);
  });

  it("a second import of each file adds nothing", async () => {
    const { calls } = office;
    const again = [
      await resultOf(
        await calls.invoicing.importInvoices({ file: sampleFile("invoices-2025.csv") }),
      ),
      await resultOf(await calls.purchases.importBills({ file: sampleFile("bills-2026.csv") })),
      await resultOf(await calls.treasury.importSchedule({ file: sampleFile("schedule.csv") })),
      await resultOf(
        await calls.banking.importStatement({ file: sampleFile("bank-main-2026.camt.xml") }),
      ),
      await resultOf(await calls.banking.importStatement({ file: sampleFile("bank-cards.ofx") })),
      await resultOf(await calls.automation.importRules({ file: sampleFile("rules.yaml") })),
    ];
    expect(again.map((r) => r.added)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(again.every((r) => r.already > 0)).toBe(true);
  });

  it("a preview reports what the run will do, and writes nothing", async () => {
    const { calls } = office;
    const file = new File(
      [
        "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n" +
          "FA-PREVIEW-1;Facture;15/12/2026;15/01/2027;C001;Menuiserie Talhouarn;Essai;20 %;" +
          "100,00;20,00;120,00\n",
      ],
      "preview.csv",
    );
    const before = await calls.ledger.countEntries({});
    const preview = await resultOf(await calls.invoicing.importInvoices({ file, preview: true }));
    expect(preview).toMatchObject({ preview: true, added: 1, already: 0 });
    expect(await calls.ledger.countEntries({})).toEqual(before);
    const { rows } = await calls.invoicing.listInvoices({ search: "FA-PREVIEW-1" });
    expect(rows).toEqual([]);
  });

  it("three identical true lines stay three, and a second import adds none", async () => {
    const { calls } = office;
    const line = "04/01/2027;PEAGE A11;-12,40\n";
    const file = new File([`Date;Libellé;Montant\n${line.repeat(3)}`], "peages.csv");
    const first = await resultOf(await calls.banking.importStatement({ file, bankAccountId: 1 }));
    const second = await resultOf(await calls.banking.importStatement({ file, bankAccountId: 1 }));
    expect([first.added, second.added, second.already]).toEqual([3, 0, 3]);
  });

  it("a statement of an unknown account is refused until a person chooses one", async () => {
    const file = new File(["Date;Libellé;Montant\n04/01/2027;X;1,00\n"], "autre.csv");
    const call = office.calls.banking.importStatement({ file });
    await expect(call.then(resultOf)).rejects.toMatchObject({
      code: "REFUSED",
      data: { code: "banking.choose-account" },
    });
  });
});

describe("matching the sample company", () => {
  it("undoes a match and does it again by hand", async () => {
    const { calls } = office;
    const { rows } = await calls.reconciliation.listLines({ state: "matched", limit: 500 });
    // The sample's first year is closed: its matches stay.
    const row = rows.findLast((r) => r.madeBy === "engine" && r.bookedOn >= "2026-01-01")!;
    const line = await calls.reconciliation.getLine({ bankLineId: row.id });
    expect(line.match?.reasons.length).toBeGreaterThan(0);
    await calls.reconciliation.undoMatch({ matchId: row.matchId! });
    const undone = await calls.reconciliation.getLine({ bankLineId: row.id });
    expect(undone.state).not.toBe("matched");
    const allocations = line.match!.allocations.map(({ itemKind, itemId, amountMinor }) => ({
      itemKind,
      itemId,
      amountMinor,
    }));
    await calls.reconciliation.confirmMatch({
      bankLineId: row.id,
      allocations,
      restAccount: "627",
    });
    const confirmed = await calls.reconciliation.getLine({ bankLineId: row.id });
    expect(confirmed).toMatchObject({ state: "matched", madeBy: "person" });
  });

  it("refuses to allot more than is open, and a line that is matched already", async () => {
    const { calls } = office;
    const [matched] = (await calls.reconciliation.listLines({ state: "matched" })).rows;
    const [item] = await calls.reconciliation.searchItems({ search: "FA-2026" });
    const allocations = [
      { itemKind: item!.itemKind, itemId: item!.itemId, amountMinor: item!.openMinor + 100 },
    ];
    await expect(
      calls.reconciliation.confirmMatch({ bankLineId: matched!.id, allocations }),
    ).rejects.toMatchObject({ data: { code: "banking.already-matched" } });
    const [free] = (await calls.reconciliation.listLines({ state: "unmatched" })).rows;
    await expect(
      calls.reconciliation.confirmMatch({ bankLineId: free!.id, allocations }),
    ).rejects.toMatchObject({ data: { code: "banking.over-allocated" } });
  });
});

describe("what comes out", () => {
  it("every check and both chains are sound after all that", async () => {
    const verified = await resultOf<Verification>(await office.calls.book.verify({}));
    expect(verified.checks.filter((c) => !c.sound)).toEqual([]);
    expect(verified.chains.map((c) => c.sound)).toEqual([true, true]);
  });

  it("the forecast starts from the real balance and goes negative as planted", async () => {
    const forecast = await office.calls.treasury.forecast({ asOn: "2026-12-31" });
    expect(forecast.days).toHaveLength(90);
    expect(forecast.lowest.balanceMinor).toBeLessThan(0);
    const sum = forecast.days.flatMap((d) => d.flows).reduce((n, f) => n + f.amountMinor, 0);
    expect(forecast.days.at(-1)?.balanceMinor).toBe(forecast.balanceMinor + sum);
  });

  it("the FEC conforms at both levels and sums to the trial balance", async () => {
    const { calls } = office;
    const [year] = await calls.ledger.listYears({});
    const { fec, description, check } = await calls.fec.write({ fiscalYearId: year!.id });
    const balance = await calls.ledger.trialBalance({ fiscalYearId: year!.id });
    expect(check.official.conforming && check.law.conforming).toBe(true);
    expect([check.debitMinor, check.creditMinor]).toEqual([
      balance.debitMinor,
      balance.creditMinor,
    ]);
    expect(fec.name).toBe("294817267FEC20251231.txt");
    expect(await description.slice(0, 5).text()).toBe("%PDF-");
    const chunks = [new Uint8Array(await fec.arrayBuffer())];
    const again = await checkFec({ name: fec.name, chunks, kind: "BIC" });
    expect(again.lines).toBe(check.lines);
  });

  it("the CSV of invoices is read back whole, and the workbook holds the same rows", async () => {
    const { calls } = office;
    const csv = await calls.exports.invoices({ format: "csv" });
    const bytes = new Uint8Array(await csv.file.arrayBuffer());
    const read = readInvoices({ name: csv.file.name, bytes });
    if (isRefusal(read)) throw new Error(read.code);
    expect(read.refused).toEqual([]);
    expect(read.invoices).toHaveLength(csv.invoices);
    const xlsx = await calls.exports.invoices({ format: "xlsx" });
    const [sheet] = await readXlsxFile(Buffer.from(await xlsx.file.arrayBuffer()));
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
    expect(sheet?.data).toHaveLength(lines.length);
  });

  it("prints an invoice as PDF", async () => {
    const { file } = await office.calls.invoicing.printInvoice({ invoiceId: 1 });
    expect(await file.slice(0, 5).text()).toBe("%PDF-");
  });
});

describe("the sample's own folder", () => {
  it("opens again as it was, then goes away whole in one step", async () => {
    const { calls, steps } = office;
    const before = await calls.ledger.countEntries({});
    await calls.book.close({});
    const opened = await resultOf(await calls.book.openSample({ folder: steps.folder }));
    expect(opened).toMatchObject({ folder: steps.folder });
    expect(await calls.ledger.countEntries({})).toEqual(before);
    await calls.book.throwSampleAway({});
    expect(await calls.book.status({})).toMatchObject({ open: false });
    expect(existsSync(steps.folder)).toBe(false);
  });
});
