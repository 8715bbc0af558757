import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import {
  type AssetDraft,
  addAsset,
  assetCandidates,
  listAssets,
  removeAsset,
} from "#main/ledger/assets/asset-rows.ts";
import { recordProvision, recordStock } from "#main/ledger/assets/inventory.ts";
import {
  accrueLoans,
  addLoan,
  listLoans,
  postLoan,
  removeLoan,
} from "#main/ledger/assets/loans.ts";
import { disposeAsset, postDepreciation } from "#main/ledger/assets/post-depreciation.ts";
import { openAccount } from "#main/ledger/open-account.ts";
import type { Transaction } from "#main/store/book.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

let core: CoreBook;
beforeEach(async () => {
  core = await coreBook();
});
afterEach(() => {
  expect(bookChecks.map((check) => check.find(core.book.read)).filter(Boolean)).toEqual([]);
  core.remove();
});

async function write<T>(work: (tx: Transaction) => T | Refusal) {
  return core.book.transact(core.act, (tx) => {
    const result = work(tx);
    return isRefusal(result) ? result : { result, audit: { subject: "test" } };
  }) as Promise<T | Refusal>;
}

async function sure<T>(work: (tx: Transaction) => T | Refusal): Promise<T> {
  const done = await write(work);
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
  return done;
}

const press: AssetDraft = {
  ...{ label: "Presse", account: "2154", costMinor: 1_200_000, residualMinor: 0 },
  ...{ boughtOn: "2025-04-01", inServiceOn: "2025-04-01", method: "linear", months: 60 },
};

async function buyPress(): Promise<number> {
  const posted = await core.post({
    ...{ journal: "OD", datedOn: "2025-04-01", pieceRef: "F1", label: "Presse" },
    lines: [
      { account: "2154", debitMinor: 1_200_000, creditMinor: 0 },
      { account: "512001", debitMinor: 0, creditMinor: 1_200_000 },
    ],
  });
  if (isRefusal(posted)) throw new Error(posted.code);
  const [found] = assetCandidates(core.book.read);
  const { assetId } = await sure((tx) => addAsset(tx, { ...press, lineId: found!.lineId }));
  return assetId;
}

const yearId = (year: number) =>
  (
    core.book.read
      .reading("SELECT id FROM fiscal_year WHERE starts_on = ?")
      .get(`${year}-01-01`) as { id: number }
  ).id;

function linesOf(entryId: number | null) {
  return core.book.read
    .reading("SELECT account, debit_minor - credit_minor FROM line WHERE entry_id = ? ORDER BY id")
    .raw()
    .all(entryId);
}

describe("fixed assets", () => {
  it("are depreciated once a year, from purchases that the register takes once", async () => {
    await buyPress();
    expect(assetCandidates(core.book.read)).toEqual([]);
    const first = await sure((tx) => postDepreciation(tx, core.act, yearId(2025)));
    expect(linesOf(first.entryId)).toEqual([
      ["68112", 180_000],
      ["28154", -180_000],
    ]);
    const again = await sure((tx) => postDepreciation(tx, core.act, yearId(2025)));
    expect(again).toEqual({ entryId: null, amountMinor: 0, assets: [] });
    expect(listAssets(core.book.read, "2026-12-31")).toMatchObject([
      { depreciatedMinor: 420_000, netMinor: 780_000 },
    ]);
  });

  it("leave through 657 and 757, depreciated to their day, whatever was booked before", async () => {
    const assetId = await buyPress();
    await sure((tx) => postDepreciation(tx, core.act, yearId(2025)));
    const asked = { assetId, disposedOn: "2026-06-30", priceMinor: 1_000_000, vatRateBps: 2000 };
    const gone = await sure((tx) => disposeAsset(tx, core.act, asked));
    expect(gone).toMatchObject({ netMinor: 900_000, gainMinor: 100_000 });
    expect(linesOf(gone.entryId)).toEqual([
      ...[
        ["68112", 120_000],
        ["28154", -120_000],
        ["28154", 300_000],
        ["657", 900_000],
      ],
      ...[
        ["2154", -1_200_000],
        ["462", 1_200_000],
        ["757", -1_000_000],
        ["445711", -200_000],
      ],
    ]);
    expect(await sure((tx) => postDepreciation(tx, core.act, yearId(2026)))).toMatchObject({
      amountMinor: 0,
    });
    const twice = await write((tx) => disposeAsset(tx, core.act, asked));
    expect(isRefusal(twice) && twice.code).toBe("assets.already-disposed");
    const kept = await write((tx) => removeAsset(tx, assetId) ?? {});
    expect(isRefusal(kept) && kept.code).toBe("assets.depreciated");
  });

  it("are refused with a reason when they cannot be right", async () => {
    const wrong: [Partial<AssetDraft>, string][] = [
      [{ inServiceOn: "2025-03-01" }, "assets.service-before-purchase"],
      [{ residualMinor: 2_000_000 }, "assets.residual-too-large"],
      [{ months: 0 }, "assets.no-length"],
      [{ method: "declining", months: 30 }, "assets.declining-years"],
    ];
    for (const [change, code] of wrong) {
      const refused = await write((tx) => addAsset(tx, { ...press, ...change }));
      expect(isRefusal(refused) && refused.code).toBe(code);
    }
    const { assetId } = await sure((tx) => addAsset(tx, press));
    expect(await sure((tx) => removeAsset(tx, assetId) ?? {})).toEqual({});
  });
});

describe("loans", () => {
  it("book interest and insurance of what fell due, once, and accrue at the year's end", async () => {
    const { loanId } = await sure((tx) =>
      addLoan(tx, {
        ...{ label: "Presse", account: "164", principalMinor: 12_000_000, rateBps: 360 },
        ...{ firstOn: "2025-02-05", every: "month", instalments: 60, kind: "annuity" },
        insuranceMinor: 1500,
      }),
    );
    const done = await sure((tx) => postLoan(tx, core.act, { loanId, untilOn: "2025-03-31" }));
    expect(linesOf(done.entryIds[0]!)).toEqual([
      ...[
        ["6611", 36_000],
        ["616", 1500],
        ["164", -37_500],
      ],
    ]);
    expect(done.entryIds).toHaveLength(2);
    expect(
      (await sure((tx) => postLoan(tx, core.act, { loanId, untilOn: "2025-03-31" }))).entryIds,
    ).toEqual([]);
    expect(listLoans(core.book.read, "2025-04-30")).toMatchObject([
      { toPost: 1, nextOn: "2025-05-05" },
    ]);
    const kept = await write((tx) => removeLoan(tx, loanId) ?? {});
    expect(isRefusal(kept) && kept.code).toBe("assets.loan-posted");
    const accrued = await sure((tx) => accrueLoans(tx, core.act, yearId(2025)));
    expect(accrued.amountMinor).toBeGreaterThan(20_000);
    expect(linesOf(accrued.entryId! + 1)).toEqual([
      ["6611", -accrued.amountMinor],
      ["1648", accrued.amountMinor],
    ]);
    expect((await sure((tx) => accrueLoans(tx, core.act, yearId(2025)))).amountMinor).toBe(0);
  });
});

describe("inventory entries", () => {
  it("bring a stock and a provision to their value, both ways, and do nothing when they are there", async () => {
    await sure((tx) => openAccount(tx, { number: "370", label: "Marchandises" }));
    const stock = (valueMinor: number, datedOn: string) =>
      sure((tx) => recordStock(tx, core.act, { account: "370", valueMinor, datedOn }));
    expect(linesOf((await stock(50_000, "2025-12-31")).entryId)).toEqual([
      ["370", 50_000],
      ["6037", -50_000],
    ]);
    expect((await stock(30_000, "2026-12-31")).amountMinor).toBe(-20_000);
    expect((await stock(30_000, "2026-12-31")).entryId).toBeNull();
    const provision = (valueMinor: number) =>
      sure((tx) =>
        recordProvision(tx, core.act, {
          ...{ account: "1511", valueMinor, datedOn: "2026-12-31", label: "Litige" },
        }),
      );
    expect(linesOf((await provision(8000)).entryId)).toEqual([
      ["6815", 8000],
      ["1511", -8000],
    ]);
    expect(linesOf((await provision(3000)).entryId)).toEqual([
      ["7815", -5000],
      ["1511", 5000],
    ]);
  });
});
