import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "#contract/book.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { capitalEntry } from "../doors/test-book.ts";
import { resultOf } from "../main-job/sample-office.ts";

const HEAD = "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n";
const JANUARY =
  HEAD +
  "FA-1;Facture;05/01/2025;04/02/2025;C1;Librairie Vaugrenard;Reliure;20 %;1000,00;200,00;1200,00\n";
const LATE =
  HEAD +
  "FA-0;Facture;20/01/2025;19/02/2025;C1;Librairie Vaugrenard;Oubliée;20 %;10,00;2,00;12,00\n";

let office: OpenOffice;
let firstId: number;
let nextId: number;
beforeAll(async () => {
  office = await openOffice({
    years: [
      { startsOn: "2025-01-01", endsOn: "2025-12-31" },
      { startsOn: "2026-01-01", endsOn: "2026-12-31" },
    ],
  });
  const { calls } = office;
  await calls.ledger.postEntry({ entry: { ...capitalEntry, datedOn: "2025-01-02" } });
  await resultOf(await calls.invoicing.importInvoices({ file: droppedText("v.csv", JANUARY) }));
  const years = await calls.closing.listYears({});
  [firstId, nextId] = years.map((year) => year.fiscalYearId) as [number, number];
});
afterAll(() => office.stop());

const january = async () =>
  (await office.calls.closing.listYears({}))[0]!.periods.find((p) => p.month === "2025-01");

describe("periods", () => {
  it("lock up to a month, refuse entries, and open again", async () => {
    const { closing, ledger } = office.calls;
    expect(await closing.setPeriods({ month: "2025-02", state: "locked" })).toEqual({ months: 2 });
    const entry = { ...capitalEntry, datedOn: "2025-01-20", pieceRef: "X" };
    await expect(ledger.postEntry({ entry })).rejects.toMatchObject({
      data: { code: "ledger.locked-period", facts: { month: "2025-01" } },
    });
    await closing.setPeriods({ month: "2025-01", state: "open" });
    expect(await january()).toMatchObject({ state: "open" });
    await closing.setPeriods({ month: "2025-02", state: "locked" });
  });

  it("a late invoice is booked on the first open day, with its real date said, when asked", async () => {
    const { invoicing, ledger } = office.calls;
    const take = async (late: boolean) =>
      resultOf(await invoicing.importInvoices({ file: droppedText("retard.csv", LATE), late }));
    expect((await take(false)).refused).toMatchObject([{ line: 2, code: "ledger.locked-period" }]);
    expect(await take(true)).toMatchObject({ added: 1, refused: [] });
    const { rows } = await ledger.listEntries({ search: "FA-0" });
    expect(rows).toMatchObject([{ datedOn: "2025-03-01" }]);
    expect(rows[0]?.label).toContain("(date réelle 20/01/2025)");
    const entry = await ledger.getEntry({ entryId: rows[0]!.id });
    expect(entry.pieceOn).toBe("2025-01-20");
  });

  it("closed for good, a month never opens again", async () => {
    const { closing } = office.calls;
    await closing.setPeriods({ month: "2025-01", state: "closed" });
    await expect(closing.setPeriods({ month: "2025-01", state: "open" })).rejects.toMatchObject({
      data: { code: "closing.month-closed" },
    });
    await expect(closing.setPeriods({ month: "1999-01", state: "locked" })).rejects.toMatchObject({
      data: { code: "closing.unknown-month" },
    });
  });
});

describe("closing a year", () => {
  it("lists what must be seen; a draft stands in the way, the rest is answered in words", async () => {
    const { closing, ledger } = office.calls;
    const entry = { ...capitalEntry, datedOn: "2025-06-01", pieceRef: "ATTENTE" };
    const waiting = { ...entry, lines: [{ account: "471000", debitMinor: 500 }, entry.lines[1]!] };
    const { draftId } = await ledger.saveDraft({ entry: waiting });
    const states = async () =>
      Object.fromEntries(
        (await closing.checklist({ fiscalYearId: firstId })).map((p) => [p.point, p.state]),
      );
    expect(await states()).toMatchObject({ "book-checks": "green", drafts: "blocking" });
    await expect(closing.closeYear({ fiscalYearId: firstId })).rejects.toMatchObject({
      data: { code: "closing.point-open", facts: { point: "drafts" } },
    });
    await ledger.deleteDraft({ draftId });
    await ledger.postEntry({
      entry: {
        ...entry,
        lines: [
          { account: "471000", debitMinor: 500 },
          { account: "512001", creditMinor: 500 },
        ],
      },
    });
    expect(await states()).toMatchObject({ drafts: "green", suspense: "attention" });
    await expect(closing.closeYear({ fiscalYearId: firstId })).rejects.toMatchObject({
      data: { facts: { point: "suspense" } },
    });
    for (const { point, state } of await closing.checklist({ fiscalYearId: firstId })) {
      if (state !== "attention") continue;
      await closing.answerPoint({ fiscalYearId: firstId, point, text: "Vu, reste à documenter." });
    }
    const answered = (await closing.checklist({ fiscalYearId: firstId })).filter(
      (p) => p.answer !== null,
    );
    expect(answered.map((p) => p.point)).toContain("suspense");
  });

  it("shows what becomes final, then closes and opens the next year", async () => {
    const { closing, ledger } = office.calls;
    const preview = await closing.closeYear({ fiscalYearId: firstId, preview: true });
    expect((await closing.listYears({}))[0]).toMatchObject({ isClosed: false });
    const closed = await closing.closeYear({ fiscalYearId: firstId });
    expect(closed).toEqual(preview);
    expect(closed).toMatchObject({ resultMinor: 101_000, openPartyLines: 2 });
    const [first] = await closing.listYears({});
    expect(first).toMatchObject({ isClosed: true, closedBy: "owner" });
    expect(first?.periods.every((p) => p.state === "closed")).toBe(true);
    const opening = await ledger.getEntry({ entryId: closed.openingEntryId! });
    expect(opening).toMatchObject({ journal: "AN", datedOn: "2026-01-01" });
    expect(opening.lines.filter((l) => l.partyId !== null).map((l) => l.dueOn)).toEqual([
      "2025-02-04",
      "2025-02-19",
    ]);
    const { rows } = await ledger.trialBalance({ fiscalYearId: nextId });
    expect(rows.find((r) => r.account === "120")).toMatchObject({ openingMinor: -101_000 });
  });

  it("proposes the legal reserve and allocates the result after the meeting", async () => {
    const { closing, ledger } = office.calls;
    const proposed = await closing.proposeAllocation({ fiscalYearId: nextId });
    // A twentieth of 1,010 € is 50.50 €; a tenth of the 1,000 € of capital leaves 100 €.
    expect(proposed).toEqual({ resultMinor: 101_000, lossesMinor: 0, legalReserveMinor: 5_050 });
    const held = { fiscalYearId: nextId, heldOn: "2026-06-15" };
    await expect(
      closing.allocateResult({ ...held, dividendsMinor: 200_000 }),
    ).rejects.toMatchObject({ data: { code: "closing.over-allocated" } });
    const allocated = await closing.allocateResult({
      ...held,
      legalReserveMinor: 5_050,
      dividendsMinor: 50_000,
    });
    expect(allocated.carriedMinor).toBe(45_950);
    const entry = await ledger.getEntry({ entryId: allocated.entryId });
    expect(entry.lines.map((l) => [l.account, l.debitMinor, l.creditMinor])).toEqual([
      ["120", 101_000, 0],
      ["1061", 0, 5_050],
      ["457", 0, 50_000],
      ["110", 0, 45_950],
    ]);
    await expect(closing.allocateResult({ ...held })).rejects.toMatchObject({
      data: { code: "closing.no-result" },
    });
    const verified = await resultOf<Verification>(await office.calls.book.verify({}));
    expect(verified.checks.filter((c) => !c.sound)).toEqual([]);
  });
});
