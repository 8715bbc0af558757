import type { Asset, AssetCandidate, DepreciationRow } from "#contract/assets.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { depreciation, type YearSpan, yearsOfUse } from "./depreciation.ts";

type StoredAsset = Omit<Asset, "depreciatedMinor" | "netMinor">;
export type AssetDraft = Omit<
  StoredAsset,
  "assetId" | "disposedOn" | "disposalEntryId" | "lineId"
> & {
  lineId?: number | undefined;
};

const COLUMNS =
  "SELECT id AS assetId, label, account, cost_minor AS costMinor, residual_minor AS residualMinor, " +
  "bought_on AS boughtOn, in_service_on AS inServiceOn, method, months, line_id AS lineId, " +
  "disposed_on AS disposedOn, disposal_entry_id AS disposalEntryId FROM asset ";

/** The register, oldest first. */
export function storedAssets(read: ReadHandle): StoredAsset[] {
  return read.reading(`${COLUMNS} ORDER BY bought_on, id`).all() as StoredAsset[];
}

export function storedAsset(read: ReadHandle, assetId: number): StoredAsset | Refusal {
  const row = read.reading(`${COLUMNS} WHERE id = ?`).get(assetId) as StoredAsset | undefined;
  return row ?? refuse("assets.unknown-asset", { assetId });
}

/** The register as it stands on a day, by its schedules. */
export function listAssets(read: ReadHandle, asOn: string): Asset[] {
  const years = fiscalSpans(read);
  return storedAssets(read).map((asset) => {
    const rows = depreciation(
      asset,
      [...yearsOfUse(asset, years)].map((year) => cutAt(year, asOn)),
    );
    const depreciatedMinor = rows.reduce((sum, row) => sum + row.amountMinor, 0);
    const isGone = asset.disposedOn !== null && asset.disposedOn <= asOn;
    const netMinor = isGone ? 0 : asset.costMinor - depreciatedMinor;
    return { ...asset, depreciatedMinor, netMinor };
  });
}

/** A year's part until a day; after it, nothing. */
function cutAt(year: YearSpan, asOn: string): YearSpan {
  if (asOn >= year.endsOn) return year;
  return { startsOn: year.startsOn, endsOn: asOn < year.startsOn ? "0000-01-01" : asOn };
}

export function fiscalSpans(read: ReadHandle): (YearSpan & { id: number })[] {
  return read
    .reading(
      "SELECT id, starts_on AS startsOn, ends_on AS endsOn FROM fiscal_year ORDER BY starts_on",
    )
    .all() as (YearSpan & { id: number })[];
}

/** The whole schedule of an asset with what is booked of each year. */
export function scheduleOf(read: ReadHandle, asset: StoredAsset): DepreciationRow[] {
  const years = fiscalSpans(read);
  const posted = postedByYear(read, asset.assetId);
  return depreciation(asset, yearsOfUse(asset, years)).map((row) => {
    const year = years.find((one) => one.startsOn === row.startsOn);
    return {
      ...row,
      netMinor: asset.costMinor - row.accumulatedMinor,
      postedMinor: year === undefined ? 0 : (posted.get(year.id) ?? 0),
    };
  });
}

export function postedByYear(read: ReadHandle, assetId: number): Map<number, number> {
  const rows = read
    .reading(
      "SELECT fiscal_year_id AS id, sum(amount_minor) AS minor FROM asset_posting " +
        "WHERE asset_id = ? GROUP BY fiscal_year_id",
    )
    .all(assetId) as { id: number; minor: number }[];
  return new Map(rows.map((row) => [row.id, row.minor]));
}

/** Enters an asset; its purchase is in the ledger already, its line may be named. */
export function addAsset(tx: Transaction, asked: AssetDraft): { assetId: number } | Refusal {
  const { boughtOn, inServiceOn, method, months, lineId } = asked;
  if (inServiceOn < boughtOn) return refuse("assets.service-before-purchase", { boughtOn });
  if (asked.residualMinor > asked.costMinor) return refuse("assets.residual-too-large", {});
  if (method !== "none" && months === 0) return refuse("assets.no-length", {});
  if (method === "declining" && (months % 12 !== 0 || months < 36)) {
    return refuse("assets.declining-years", { months });
  }
  if (lineId !== undefined) {
    const known = tx.reading("SELECT 1 FROM asset WHERE line_id = ?").get(lineId);
    if (known !== undefined) return refuse("assets.line-known", { lineId });
  }
  const { lastInsertRowid } = tx
    .writing(
      "INSERT INTO asset (label, account, cost_minor, residual_minor, bought_on, in_service_on, " +
        "method, months, line_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      ...[asked.label, asked.account, asked.costMinor, asked.residualMinor],
      ...[boughtOn, inServiceOn, method, months, lineId ?? null],
    );
  return { assetId: Number(lastInsertRowid) };
}

export function removeAsset(tx: Transaction, assetId: number): Refusal | undefined {
  const asset = storedAsset(tx, assetId);
  if ("code" in asset) return asset;
  const used = tx.reading("SELECT 1 FROM asset_posting WHERE asset_id = ?").get(assetId);
  if (used !== undefined || asset.disposedOn !== null) {
    return refuse("assets.depreciated", { label: asset.label });
  }
  tx.writing("DELETE FROM asset WHERE id = ?").run(assetId);
  return undefined;
}

/** Debit lines on fixed assets that the register does not know and no reversal took back. */
export function assetCandidates(read: ReadHandle): AssetCandidate[] {
  return read
    .reading(
      "SELECT l.id AS lineId, e.id AS entryId, e.number, l.dated_on AS datedOn, l.account, l.label, " +
        "l.debit_minor AS amountMinor FROM line l JOIN entry e ON e.id = l.entry_id " +
        "JOIN journal j ON j.code = e.journal AND j.kind <> 'opening' " +
        "WHERE l.account >= '20' AND l.account < '24' AND l.debit_minor > 0 " +
        "AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_id = e.id) " +
        "AND NOT EXISTS (SELECT 1 FROM asset a WHERE a.line_id = l.id) ORDER BY l.dated_on, l.id LIMIT 500",
    )
    .all() as AssetCandidate[];
}
