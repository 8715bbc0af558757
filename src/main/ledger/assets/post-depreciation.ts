import { applyRateBps } from "#main/base/money.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import type { LineDraft } from "../model.ts";
import { ensureAccount } from "../open-account.ts";
import { postEntry } from "../post-entry.ts";
import { signedLine } from "../side.ts";
import { collectedVatAccount } from "../vat-accounts.ts";
import { fiscalSpans, postedByYear, scheduleOf, storedAsset, storedAssets } from "./asset-rows.ts";

type Stored = Exclude<ReturnType<typeof storedAsset>, Refusal>;

interface Due {
  asset: Stored;
  amountMinor: number;
}

/** Depreciation accounts: 28 and the asset's own digits (PCG art. 942-28). */
export function depreciationAccount(account: string): string {
  return `28${account.slice(1)}`;
}

/** 68111 for intangible assets, 68112 for tangible ones (PCG art. 946-68). */
function expenseAccount(account: string): string {
  return account.startsWith("20") ? "68111" : "68112";
}

/** What a year still owes of each asset: its schedule less what is booked. */
export function dueDepreciation(read: ReadHandle, fiscalYearId: number): Due[] {
  const year = fiscalSpans(read).find((one) => one.id === fiscalYearId);
  if (year === undefined) return [];
  return storedAssets(read).flatMap((asset) => {
    const row = scheduleOf(read, asset).find((one) => one.startsOn === year.startsOn);
    const amountMinor =
      (row?.amountMinor ?? 0) - (postedByYear(read, asset.assetId).get(year.id) ?? 0);
    return amountMinor === 0 ? [] : [{ asset, amountMinor }];
  });
}

/** Posts a year's depreciation in one entry on its last day. */
export function postDepreciation(
  tx: Transaction,
  act: Act,
  fiscalYearId: number,
):
  | {
      entryId: number | null;
      amountMinor: number;
      assets: { label: string; amountMinor: number }[];
    }
  | Refusal {
  const year = fiscalSpans(tx).find((one) => one.id === fiscalYearId);
  if (year === undefined) return refuse("exports.unknown-year", { fiscalYearId });
  const due = dueDepreciation(tx, fiscalYearId);
  const assets = due.map(({ asset, amountMinor }) => ({ label: asset.label, amountMinor }));
  const amountMinor = due.reduce((sum, one) => sum + one.amountMinor, 0);
  if (due.length === 0) return { entryId: null, amountMinor: 0, assets };
  const lines = depreciationLines(tx, due);
  if (isRefusal(lines)) return lines;
  const name = year.endsOn.slice(0, 4);
  const posted = postEntry(tx, act, {
    draft: {
      ...{ journal: "OD", datedOn: year.endsOn, pieceRef: `AMORT ${name}` },
      label: `Dotations aux amortissements ${name}`,
      lines,
    },
  });
  if (isRefusal(posted)) return posted;
  keep(tx, due, { entryId: posted.entryId, fiscalYearId });
  return { entryId: posted.entryId, amountMinor, assets };
}

function depreciationLines(tx: Transaction, due: readonly Due[]): LineDraft[] | Refusal {
  const expenses = new Map<string, number>();
  const lines: LineDraft[] = [];
  for (const { asset, amountMinor } of due) {
    const account = depreciationAccount(asset.account);
    const opened = ensureAccount(tx, { number: account, label: `Amortissements ${asset.account}` });
    if (isRefusal(opened)) return opened;
    const expense = expenseAccount(asset.account);
    expenses.set(expense, (expenses.get(expense) ?? 0) + amountMinor);
    lines.push(...signedLine(-amountMinor, { account, label: asset.label }));
  }
  const debits = [...expenses].flatMap(([account, minor]) => signedLine(minor, { account }));
  return [...debits, ...lines];
}

function keep(
  tx: Transaction,
  due: readonly Due[],
  of: { entryId: number; fiscalYearId: number },
): void {
  const insert = tx.writing(
    "INSERT INTO asset_posting (asset_id, entry_id, fiscal_year_id, amount_minor) VALUES (?, ?, ?, ?)",
  );
  for (const { asset, amountMinor } of due) {
    insert.run(asset.assetId, of.entryId, of.fiscalYearId, amountMinor);
  }
}

/** Accounts of disposals: 657 and 757 from 2025 on, 675 and 775 before (ANC regulation 2022-06). */
function disposalAccounts(yearStartsOn: string): { value: string; price: string } {
  return yearStartsOn >= "2025-01-01"
    ? { value: "657", price: "757" }
    : { value: "675", price: "775" };
}

/**
 * Disposes of an asset: depreciation up to its day, cost and depreciation cleared with the net
 * value as an expense, the price as income and a receivable (462), all in one entry.
 */
export function disposeAsset(
  tx: Transaction,
  act: Act,
  asked: { assetId: number; disposedOn: string; priceMinor: number; vatRateBps: number },
): { entryId: number; netMinor: number; gainMinor: number } | Refusal {
  const asset = storedAsset(tx, asked.assetId);
  if (isRefusal(asset)) return asset;
  const { disposedOn, priceMinor } = asked;
  const { boughtOn } = asset;
  if (asset.disposedOn !== null) {
    return refuse("assets.already-disposed", { disposedOn: asset.disposedOn });
  }
  if (disposedOn < boughtOn) return refuse("assets.disposed-before-service", { boughtOn });
  const year = fiscalSpans(tx).find(
    (one) => one.startsOn <= disposedOn && disposedOn <= one.endsOn,
  );
  if (year === undefined) return refuse("ledger.no-fiscal-year", { date: disposedOn });
  tx.writing("UPDATE asset SET disposed_on = ? WHERE id = ?").run(disposedOn, asset.assetId);
  const gone = { ...asset, disposedOn };
  const row = scheduleOf(tx, gone).findLast((one) => one.startsOn <= disposedOn);
  const accumulatedMinor = row?.accumulatedMinor ?? 0;
  const lastMinor =
    (row?.startsOn === year.startsOn ? row.amountMinor : 0) -
    (postedByYear(tx, asset.assetId).get(year.id) ?? 0);
  const netMinor = asset.costMinor - accumulatedMinor;
  const lines = disposalLines(tx, gone, { ...asked, netMinor, accumulatedMinor, lastMinor, year });
  if (isRefusal(lines)) return lines;
  const posted = postEntry(tx, act, {
    draft: {
      ...{ journal: "OD", datedOn: disposedOn, pieceRef: `CESSION ${asset.assetId}` },
      label: `Sortie ${asset.label}`,
      lines,
    },
  });
  if (isRefusal(posted)) return posted;
  const { entryId } = posted;
  if (lastMinor !== 0)
    keep(tx, [{ asset, amountMinor: lastMinor }], { entryId, fiscalYearId: year.id });
  tx.writing("UPDATE asset SET disposal_entry_id = ? WHERE id = ?").run(entryId, asset.assetId);
  return { entryId, netMinor, gainMinor: priceMinor - netMinor };
}

function disposalLines(
  tx: Transaction,
  asset: Stored,
  of: {
    netMinor: number;
    accumulatedMinor: number;
    lastMinor: number;
    priceMinor: number;
    vatRateBps: number;
    year: { startsOn: string };
  },
): LineDraft[] | Refusal {
  const { value, price } = disposalAccounts(of.year.startsOn);
  const down = depreciationAccount(asset.account);
  const opened = ensureAccount(tx, { number: down, label: `Amortissements ${asset.account}` });
  if (isRefusal(opened)) return opened;
  const vatMinor = applyRateBps(of.priceMinor, of.vatRateBps);
  return [
    ...signedLine(of.lastMinor, { account: expenseAccount(asset.account) }),
    ...signedLine(-of.lastMinor, { account: down }),
    ...signedLine(of.accumulatedMinor, { account: down }),
    ...signedLine(of.netMinor, { account: value }),
    ...signedLine(-asset.costMinor, { account: asset.account }),
    ...signedLine(of.priceMinor + vatMinor, { account: "462" }),
    ...signedLine(-of.priceMinor, { account: price }),
    ...signedLine(-vatMinor, { account: collectedVatAccount(of.vatRateBps) }),
  ];
}
