import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { exportFec } from "#main/exports/export-fec.ts";
import { carryLettering } from "#main/ledger/closing/carry-lettering.ts";
import { closeYear } from "#main/ledger/closing/close-year.ts";
import { letterLines } from "#main/ledger/lettering.ts";
import { LINES_PER_ENTRY } from "#main/ledger/model.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { trialBalance } from "#main/ledger/trial-balance.ts";
import type { Transaction } from "#main/store/book.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

/** One seeded sale, perhaps paid in part or in full, in its year or the next. */
interface Sale {
  month: number;
  netMinor: number;
  paidShare: 0 | 1 | 2;
  isPaidNextYear: boolean;
}

const sales = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    netMinor: fc.integer({ min: 1, max: 10 ** 9 }),
    paidShare: fc.constantFrom(0, 1, 2),
    isPaidNextYear: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
) as fc.Arbitrary<Sale[]>;

async function within<T>(core: CoreBook, work: (tx: Transaction) => T): Promise<T> {
  const done = await core.book.transact(core.act, (tx) => ({
    result: work(tx),
    audit: { subject: "test" },
  }));
  if (isRefusal(done)) throw new Error(done.code);
  return done as T;
}

function post(tx: Transaction, core: CoreBook, draft: Parameters<typeof core.post>[0]): number {
  const posted = postEntry(tx, core.act, { draft });
  if (isRefusal(posted)) throw new Error(`${posted.code} ${JSON.stringify(posted.facts)}`);
  return posted.entryId;
}

function sell(tx: Transaction, core: CoreBook, sale: Sale): void {
  const partyId = core.customerId;
  const month = String(sale.month).padStart(2, "0");
  const grossMinor = sale.netMinor;
  const invoiceId = post(tx, core, {
    journal: "VE",
    datedOn: `2025-${month}-15`,
    pieceRef: `FA-${sale.month}`,
    label: "Vente",
    lines: [
      { account: "411000", partyId, debitMinor: grossMinor, creditMinor: 0 },
      { account: "706000", debitMinor: 0, creditMinor: grossMinor },
    ],
  });
  const paidMinor =
    sale.paidShare === 2 ? grossMinor : Math.floor((grossMinor * sale.paidShare) / 2);
  if (paidMinor === 0) return;
  const paymentId = post(tx, core, {
    journal: "OD",
    datedOn: sale.isPaidNextYear ? "2026-02-03" : "2025-12-30",
    pieceRef: "VIR",
    label: "Règlement",
    lines: [
      { account: "471000", debitMinor: paidMinor, creditMinor: 0 },
      { account: "411000", partyId, debitMinor: 0, creditMinor: paidMinor },
    ],
  });
  letterLines(tx, {
    account: "411000",
    partyId,
    lineIds: [invoiceId * LINES_PER_ENTRY + 1, paymentId * LINES_PER_ENTRY + 2],
    letteredOn: "2026-02-04",
  });
}

const POINTS: never[] = [];
const asked = { fiscalYearId: 1, points: POINTS, todayOn: "2026-11-21" };

describe("closing any year", () => {
  it("opens the next with the same balances, the same open lines, and sound letters", async () => {
    await fc.assert(
      fc.asyncProperty(sales, async (made) => {
        const core = await coreBook();
        await within(core, (tx) => {
          for (const sale of made) sell(tx, core, sale);
        });
        const before = trialBalance(core.book.read, { fiscalYearId: 2 });
        expect(before.isOpeningProvisional).toBe(true);
        const closing = trialBalance(core.book.read, { fiscalYearId: 1 });
        const closed = await within(core, (tx) => closeYear(tx, core.act, asked));
        if (isRefusal(closed)) throw new Error(closed.code);
        const after = trialBalance(core.book.read, { fiscalYearId: 2 });
        expect(after).toEqual({ ...before, isOpeningProvisional: false });
        for (const row of closing.rows.filter((r) => /^[1-5]/.test(r.account))) {
          const opened = after.rows.find((r) => r.account === row.account);
          expect(opened?.openingMinor ?? 0).toBe(row.balanceMinor);
        }
        const sum = (prefix: string) =>
          closing.rows
            .filter((r) => r.account.startsWith(prefix))
            .reduce((total, r) => total + r.balanceMinor, 0);
        expect(closed.resultMinor).toBe(-(sum("6") + sum("7")));
        expect(bookChecks.flatMap((check) => check.find(core.book.read) ?? [])).toEqual([]);
        for (const fiscalYearId of [1, 2]) {
          const fec = await exportFec(core.book.read, {
            fiscalYearId,
            checks: bookChecks,
            madeOn: "2026-11-21",
          });
          if (isRefusal(fec)) throw new Error(fec.code);
          const errors = [...fec.check.official.findings, ...fec.check.law.findings].filter(
            (f) => f.severity === "error" && f.rule !== "law.future-date",
          );
          expect(errors.map((f) => `${f.rule} ${f.fr}`)).toEqual([]);
        }
        core.remove();
      }),
      { numRuns: 12 },
    );
  });
});

describe("a closed year", () => {
  let core: CoreBook;
  beforeAll(async () => {
    core = await coreBook();
    await within(core, (tx) => {
      sell(tx, core, { month: 3, netMinor: 10_000, paidShare: 1, isPaidNextYear: true });
    });
  });
  afterAll(() => core.remove());

  it("is refused too early, without its next year, or with an open point", async () => {
    const close = (more: object) =>
      core.book.transact(core.act, (tx) => {
        const done = closeYear(tx, core.act, { ...asked, ...more });
        return isRefusal(done) ? done : { result: done, audit: { subject: "year" } };
      });
    expect(await close({ todayOn: "2025-12-31" })).toMatchObject({ code: "closing.not-over" });
    expect(await close({ fiscalYearId: 2, todayOn: "2027-01-02" })).toMatchObject({
      code: "closing.previous-open",
    });
    expect(await close({ fiscalYearId: 9 })).toMatchObject({ code: "exports.unknown-year" });
    const point = {
      point: "suspense",
      state: "attention",
      count: 1,
      detail: { fr: "471000", en: "471000" },
    } as const;
    const unanswered = { ...point, address: null, answer: null, answeredBy: null };
    expect(await close({ points: [unanswered] })).toMatchObject({ code: "closing.point-open" });
    const points = [{ ...unanswered, answer: "Vu avec la banque." }];
    expect(await close({ points })).toMatchObject({ resultMinor: 10_000, openPartyLines: 1 });
    expect(await close({})).toMatchObject({ code: "closing.already-closed" });
  });

  it("takes nothing more, from the application or from its own connection", async () => {
    const late = {
      journal: "OD",
      datedOn: "2025-12-31",
      pieceRef: "X",
      label: "Trop tard",
      lines: [
        { account: "471000", debitMinor: 5, creditMinor: 0 },
        { account: "706000", debitMinor: 0, creditMinor: 5 },
      ],
    };
    const refused = await core.book.transact(core.act, (tx) => {
      const posted = postEntry(tx, core.act, { draft: late });
      return isRefusal(posted) ? posted : { result: posted, audit: { subject: "x" } };
    });
    expect(refused).toMatchObject({ code: "ledger.closed-period", facts: { month: "2025-12" } });
    const { database } = core;
    expect(() => database.exec("UPDATE period SET state = 'open'")).toThrow("never opens again");
    expect(() => database.exec("DELETE FROM year_closing")).toThrow("never opens again");
    const act = { ...core.act, isLate: true };
    const posted = await core.book.transact(act, (tx) => {
      const done = postEntry(tx, act, { draft: late });
      return isRefusal(done) ? done : { result: done, audit: { subject: "late" } };
    });
    if (isRefusal(posted)) throw new Error(posted.code);
    const entry = database
      .prepare("SELECT dated_on, piece_on, label FROM entry WHERE id = ?")
      .get((posted as { entryId: number }).entryId);
    expect(entry).toEqual({
      dated_on: "2026-01-01",
      piece_on: "2025-12-31",
      label: "Trop tard (date réelle 31/12/2025)",
    });
  });

  it("goes on being lettered in the year after, through its opening line", async () => {
    const rows = core.database
      .prepare(
        "SELECT g.code, l.dated_on FROM lettering g JOIN lettering_line ll " +
          "ON ll.lettering_id = g.id JOIN line l ON l.id = ll.line_id ORDER BY l.dated_on",
      )
      .all();
    expect(rows).toEqual([
      { code: "aa", dated_on: "2026-01-01" },
      { code: "aa", dated_on: "2026-02-03" },
    ]);
    await within(core, (tx) => {
      const rest = post(tx, core, {
        journal: "OD",
        datedOn: "2026-03-01",
        pieceRef: "VIR 2",
        label: "Solde",
        lines: [
          { account: "471000", debitMinor: 5_000, creditMinor: 0 },
          { account: "411000", partyId: core.customerId, debitMinor: 0, creditMinor: 5_000 },
        ],
      });
      const invoiceLine = core.database
        .prepare("SELECT id FROM line WHERE account = '411000' AND dated_on < '2026'")
        .pluck()
        .get() as number;
      const code = letterLines(tx, {
        account: "411000",
        partyId: core.customerId,
        lineIds: [invoiceLine, rest * LINES_PER_ENTRY + 2],
        letteredOn: "2026-03-01",
      });
      expect(code).toBe("AA");
    });
    expect(bookChecks.flatMap((check) => check.find(core.book.read) ?? [])).toEqual([]);
  });
});

it("carrying nothing changes nothing", async () => {
  const core = await coreBook();
  await within(core, (tx) => carryLettering(tx, []));
  expect(core.database.prepare("SELECT count(*) FROM lettering").pluck().get()).toBe(0);
  core.remove();
});
