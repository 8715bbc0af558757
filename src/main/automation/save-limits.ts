import type { Limits } from "#contract/limits.ts";
import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { Act, Transaction } from "#main/store/book.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { adoptRules } from "./adopt-rules.ts";
import { editLimits } from "./edit-limits.ts";
import { rulesInForce, rulesSource } from "./rules-in-force.ts";

/** The thresholds in force; null where the file says nothing. */
export function getLimits(read: ReadHandle): Limits {
  const { limits, drafts } = rulesInForce(read);
  const bps = (share: number | undefined) =>
    share === undefined ? null : Math.round(share * 10_000);
  return {
    approvalMinor: limits.approvalMinor ?? null,
    floorMinor: limits.floorMinor ?? null,
    horizonDays: limits.horizonDays ?? null,
    concentrationBps: bps(limits.concentrationShare),
    creditBps: bps(limits.creditShare),
    lateDays: limits.lateDays ?? null,
    minimumImpactMinor: limits.minimumImpactMinor ?? null,
    draftSalesBps: bps(drafts.salesShare),
    draftPurchasesBps: bps(drafts.purchasesShare),
    draftQuotesBps: bps(drafts.quotesShare),
  };
}

/** Writes thresholds into the file in force and adopts it, unless the file is then refused. */
export function saveLimits(
  tx: Transaction,
  act: Act,
  changes: { [K in keyof Limits]?: Limits[K] | undefined },
): Limits | Refusal {
  const told = Object.entries(changes).filter(([, value]) => value !== undefined);
  const source = editLimits(rulesSource(tx), Object.fromEntries(told) as Partial<Limits>);
  if (source.trim() === "") return getLimits(tx);
  const adopted = adoptRules(tx, act, source);
  return isRefusal(adopted) ? adopted : getLimits(tx);
}
