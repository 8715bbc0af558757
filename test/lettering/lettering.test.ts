import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Verification } from "#contract/book.ts";
import { findGroups, type OpenLine } from "#main/ledger/lettering/find-groups.ts";
import { uniqueSum } from "#main/ledger/lettering/unique-sums.ts";
import { droppedText, type OpenOffice, openOffice } from "../contract/open-office.ts";
import { resultOf } from "../main-job/sample-office.ts";

const line = (id: number, minor: number, text = "", datedOn = "2026-01-01"): OpenLine => ({
  id,
  minor,
  text,
  datedOn,
});

describe("unique sums", () => {
  it("finds the only way, names a tie, and gives up without one", () => {
    const sized = (...minors: number[]) => minors.map((minor, id) => ({ id, minor }));
    expect(uniqueSum(sized(100, 250, 475), 350)).toEqual(sized(100, 250));
    expect(uniqueSum(sized(100, 250, 50, 300), 350)).toBe("tie");
    expect(uniqueSum(sized(100, 250, 475), 351)).toBe(undefined);
    expect(uniqueSum(sized(100), 100)).toBe(undefined);
    expect(uniqueSum(sized(...Array.from({ length: 30 }, (_, i) => i + 1)), 465)).toBe(undefined);
  });

  it("agrees with looking at every subset", () => {
    const minors = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(minors, fc.integer({ min: 2, max: 200 }), (amounts, target) => {
        const lines = amounts.map((minor, id) => ({ id, minor }));
        let ways = 0;
        for (let mask = 0; mask < 1 << lines.length; mask++) {
          const chosen = lines.filter((_, i) => (mask >> i) & 1);
          if (chosen.length < 2 || chosen.some((l) => l.minor > target)) continue;
          if (chosen.reduce((sum, l) => sum + l.minor, 0) === target) ways++;
        }
        const found = uniqueSum(lines, target);
        if (ways === 0) expect(found).toBe(undefined);
        else if (ways > 1) expect(found).toBe("tie");
        else
          expect(found).toHaveLength(
            new Set((found as readonly { id: number }[]).map((l) => l.id)).size,
          );
      }),
    );
  });
});

describe("groups of one party", () => {
  it("go by reference first, then by amounts that stand alone, then by sums", () => {
    const { groups, ties } = findGroups([
      line(1, 12_000, "FA-2026-0007 Vente"),
      line(2, 12_000, "FA-2026-0008 Vente"),
      line(3, -12_000, "VIR MOTIF FA-2026-0008"),
      line(4, 5_000, "FA-2026-0009"),
      line(5, -5_000, "VIR SANS MOTIF"),
      line(6, 700, "FA-2026-0010"),
      line(7, 300, "FA-2026-0011"),
      line(8, -1_000, "VIR GROUPE"),
    ]);
    expect(groups.map((g) => [g.by, g.lineIds.toSorted((a, b) => a - b)])).toEqual([
      ["reference", [2, 3]],
      ["amount", [4, 5]],
      ["sum", [6, 7, 8]],
    ]);
    expect(ties).toBe(0);
  });

  it("leave a tie alone: two invoices of one amount, one payment without a reference", () => {
    const twins = [line(1, 100, "A"), line(2, 100, "B"), line(3, -100, "VIR")];
    expect(findGroups(twins).groups).toEqual([]);
    const sums = [line(1, 100), line(2, 150), line(3, 60), line(4, 190), line(5, -250)];
    expect(findGroups(sums)).toEqual({ groups: [], ties: 1 });
  });

  it("always net to zero and never share a line", () => {
    const amounts = fc.array(
      fc.integer({ min: -50, max: 50 }).filter((n) => n !== 0),
      {
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(amounts, (minors) => {
        const lines = minors.map((minor, i) => line(i, minor, i % 3 === 0 ? "FA-12345" : ""));
        const taken = findGroups(lines).groups.flatMap((g) => {
          const sum = g.lineIds.reduce((total, id) => total + lines[id]!.minor, 0);
          expect(sum).toBe(0);
          return g.lineIds;
        });
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

const HEAD = "Numéro;Type;Date;Échéance;Code client;Client;Libellé;Taux TVA;HT;TVA;TTC\n";
const sale = (n: number, gross: string, due: string) =>
  `FA-2026-000${n};Facture;05/01/2026;${due};C1;Librairie Vaugrenard;Vente;0 %;${gross};0,00;${gross}\n`;

describe("lettering through the office", () => {
  let office: OpenOffice;
  let partyId: number;
  beforeAll(async () => {
    office = await openOffice();
    const text = HEAD + sale(1, "100,00", "04/02/2026") + sale(2, "40,00", "06/04/2026");
    const { calls } = office;
    await resultOf(await calls.invoicing.importInvoices({ file: droppedText("v.csv", text) }));
    partyId = (await calls.ledger.listParties({ kind: "customer" }))[0]!.id;
  });
  afterAll(() => office.stop());
  const pay = async (minor: number, label: string, more: object = {}) => {
    const entry = {
      journal: "OD",
      datedOn: "2026-02-10",
      pieceRef: "REG",
      label,
      lines: [
        { account: "512001", debitMinor: minor },
        { account: "411000", partyId, creditMinor: minor, ...more },
      ],
    };
    const { entryId } = await office.calls.ledger.postEntry({ entry });
    return entryId * 65_536 + 2;
  };
  const openLines = () => office.calls.lettering.listLines({ account: "411000", partyId });

  it("in capitals when it nets to zero, in small letters while something is open, undone at will", async () => {
    const { lettering } = office.calls;
    const [first] = await openLines();
    const paid = await pay(10_000, "Chèque");
    const full = await lettering.letter({ lineIds: [first!.id, paid] });
    expect(full).toEqual({ letter: "AA", writtenOffMinor: 0 });
    expect(await lettering.unletter({ lineIds: [paid] })).toEqual({ groups: 1 });
    const part = await pay(500, "Acompte");
    expect(await lettering.letter({ lineIds: [first!.id, part] })).toMatchObject({ letter: "aa" });
    await lettering.unletter({ lineIds: [first!.id] });
    const groups = await lettering.listLetterable({ kind: "customer" });
    expect(groups).toMatchObject([{ account: "411000", partyId, openLines: 4, openMinor: 3_500 }]);
  });

  it("refuses one line alone, two accounts, and a difference beyond the limit", async () => {
    const { lettering, ledger } = office.calls;
    const [first] = await openLines();
    const bank = first!.id - (first!.id % 65_536) + 65_536 * 2 + 1;
    const refused = (lineIds: number[], writeOff = false) =>
      lettering.letter({ lineIds, writeOff }).then(
        () => "done",
        (error: { data: { code: string } }) => error.data.code,
      );
    expect(await refused([first!.id])).toBe("lettering.one-line");
    expect(await refused([first!.id, 9_999_999])).toBe("lettering.unknown-line");
    expect(await refused([bank, first!.id])).toBe("lettering.no-party");
    const gap = await pay(9_000, "Trop peu");
    expect(await refused([first!.id, gap], true)).toBe("lettering.over-limit");
    const { entries } = await ledger.countEntries({});
    expect(entries).toBe(5);
    const { rows } = await ledger.listEntries({ search: "Trop peu" });
    await ledger.reverseEntry({ entryId: rows[0]!.id, datedOn: "2026-02-11" });
  });

  it("writes a small difference off to 658, an exchange difference to 766, whatever its size", async () => {
    const { lettering, ledger } = office.calls;
    const lines = await openLines();
    const forty = lines.find((l) => l.debitMinor === 4_000)!;
    const short = await pay(3_990, "Centimes manquants");
    const written = await lettering.letter({ lineIds: [forty.id, short], writeOff: true });
    expect(written).toEqual({ letter: "AB", writtenOffMinor: 10 });
    const dollars = { currency: "USD", currencyMinor: 100_000 };
    const owed = await ledger.postEntry({
      entry: {
        journal: "VE",
        datedOn: "2026-02-01",
        pieceRef: "USD",
        label: "Export",
        lines: [
          { account: "411000", partyId, debitMinor: 92_000, ...dollars },
          { account: "707", creditMinor: 92_000 },
        ],
      },
    });
    const got = await pay(94_500, "Dollars", { currency: "USD", currencyMinor: -100_000 });
    const exchange = await lettering.letter({
      lineIds: [owed.entryId * 65_536 + 1, got],
      writeOff: true,
    });
    expect(exchange.writtenOffMinor).toBe(-2_500);
    const [year] = await ledger.listYears({});
    const { rows } = await ledger.trialBalance({ fiscalYearId: year!.id });
    const balance = (account: string) => rows.find((r) => r.account === account)?.balanceMinor;
    expect([balance("658"), balance("766")]).toEqual([10, -2_500]);
  });

  it("automatic: the preview is the run, and a second run finds nothing", async () => {
    const { lettering } = office.calls;
    const preview = await resultOf(await lettering.automatic({ preview: true }));
    expect(preview.groups).toBeGreaterThan(0);
    expect(await resultOf(await lettering.automatic({}))).toEqual(preview);
    expect((await resultOf(await lettering.automatic({}))).groups).toBe(0);
  });

  it("the aged balance tells what was open then, by age, and sums to the accounts", async () => {
    const { lettering, invoicing, ledger } = office.calls;
    const text = HEAD + sale(5, "70,00", "01/04/2026") + sale(6, "30,00", "15/02/2026");
    await resultOf(await invoicing.importInvoices({ file: droppedText("v.csv", text) }));
    // The deposit of 5,00 € that nobody lettered counts against what is late.
    const [row] = await lettering.agedBalance({ kind: "customer", asOn: "2026-03-10" });
    expect(row).toMatchObject({ notDueMinor: 7_000, to30Minor: 2_500 });
    const [year] = await ledger.listYears({});
    const { rows } = await ledger.trialBalance({ fiscalYearId: year!.id });
    const all = await lettering.agedBalance({ kind: "customer", asOn: "2026-12-31" });
    const total = all.reduce((sum, r) => sum + r.totalMinor, 0);
    expect(total).toBe(rows.find((r) => r.account === "411000")!.balanceMinor);
    const early = await lettering.agedBalance({ kind: "customer", asOn: "2026-01-31" });
    expect(early[0]?.totalMinor).toBe(24_000);
  });

  it("keeps its limit where a person sets it; the checks stay sound", async () => {
    const { lettering, book } = office.calls;
    expect(await lettering.settings({})).toEqual({ limitMinor: 100 });
    await lettering.setLimit({ limitMinor: 500 });
    expect(await lettering.settings({})).toEqual({ limitMinor: 500 });
    const verified = await resultOf<Verification>(await book.verify({}));
    expect(verified.checks.filter((c) => !c.sound)).toEqual([]);
  });
});
