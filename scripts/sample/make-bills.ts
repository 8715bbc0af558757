import { addDays, endOfMonth } from "#contract/date.ts";
import { LAST_DAY } from "./company.ts";
import { grossOf, partOf } from "./make-invoices.ts";
import type { Bill, Supplier, VatPart } from "./model.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";
import { dayOfMonth, isWorkingDay, monthStarts } from "./working-day.ts";

/** The presses: date, net amount in cents. The first is paid by the loan. */
const MACHINES = [
  ["2025-02-06", 11_800_000],
  ["2026-06-09", 4_650_000],
] as const;

/** Purchases that follow the trade, against the list's usual amounts. */
const TRADE_PERCENT = 155;

type BillDraft = { supplier: Supplier; issuedOn: string; netMinor: number };

/** All bills of both years in the order of their dates, without the planted duplicate. */
export function makeBills(seed: number, suppliers: readonly Supplier[]): Bill[] {
  const draw = randomStream(seed, "bills");
  const drafts: BillDraft[] = [];
  for (const start of monthStarts(2025, 2026)) {
    for (const supplier of suppliers) drafts.push(...draftsOf(start, supplier, draw));
  }
  const machines = suppliers.at(-1) as Supplier;
  for (const [issuedOn, netMinor] of MACHINES) {
    drafts.push({ supplier: machines, issuedOn, netMinor });
  }
  drafts.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));
  const counts = new Map<string, number>();
  return drafts
    .filter((draft) => draft.issuedOn <= LAST_DAY)
    .map((draft) => billOf(draft, { counts, draw }));
}

function draftsOf(start: string, supplier: Supplier, draw: RandomStream): BillDraft[] {
  const month = Number(start.slice(5, 7));
  if (supplier.cadence === "quarterly" && month % 3 !== 0) return [];
  if (supplier.cadence !== "irregular") {
    const issuedOn = dayOfMonth(start, supplier.account === "6132" ? 1 : draw.int(2, 7));
    const first = start === "2025-01-01" && issuedOn < "2025-01-03" ? "2025-01-03" : issuedOn;
    return [{ supplier, issuedOn: first, netMinor: netOf(supplier, month, draw) }];
  }
  const growth = start < "2026-01-01" ? 62 : 70;
  const hundredths = Math.round((supplier.perMonthPercent * growth) / 100);
  const count = Math.floor(hundredths / 100) + (draw.chance(hundredths % 100) ? 1 : 0);
  return Array.from({ length: count }, () => ({
    supplier,
    issuedOn: drawDay(start, draw),
    netMinor: netOf(supplier, month, draw),
  }));
}

function netOf(supplier: Supplier, month: number, draw: RandomStream): number {
  const spread = supplier.spreadPercent;
  const winter = supplier.label === "Électricité" && (month <= 3 || month >= 11) ? 125 : 100;
  if (spread === 0) return supplier.scaleMinor;
  const trade = supplier.cadence === "irregular" ? TRADE_PERCENT : 100;
  return Math.round(
    (supplier.scaleMinor * draw.bell(100 - spread, 100 + spread) * winter * trade) / 1_000_000,
  );
}

function drawDay(start: string, draw: RandomStream): string {
  const last = Number(endOfMonth(start).slice(8));
  const first = start === "2025-01-01" ? 6 : 1;
  let day = addDays(start, draw.int(first, last) - 1);
  while (!isWorkingDay(day)) day = addDays(start, draw.int(first, last) - 1);
  return day;
}

function billOf(
  draft: BillDraft,
  context: { counts: Map<string, number>; draw: RandomStream },
): Bill {
  const { supplier, issuedOn } = draft;
  const parts = partsOf(draft, context.draw);
  const later = addDays(issuedOn, supplier.termDays);
  return {
    supplier,
    reference: referenceOf(supplier, issuedOn, context.counts),
    type: "Facture",
    issuedOn,
    dueOn: supplier.termDays >= 45 ? endOfMonth(later) : later,
    label: supplier.label,
    regime: supplier.regime,
    parts,
    grossMinor: grossOf(parts),
  };
}

/** In reverse charge the row names the rate to self-assess, and carries no VAT. */
function partsOf({ supplier, netMinor }: BillDraft, draw: RandomStream): VatPart[] {
  const { regime, rateBps, otherRateBps } = supplier;
  if (regime !== "France") return [{ rateBps, netMinor, vatMinor: 0 }];
  if (otherRateBps === 0 || draw.chance(35)) return [partOf(netMinor, rateBps)];
  const other = Math.round((netMinor * draw.int(12, 38)) / 100);
  return [partOf(netMinor - other, rateBps), partOf(other, otherRateBps)];
}

/** The supplier's next number in its own style. */
export function referenceOf(supplier: Supplier, date: string, counts: Map<string, number>): string {
  const start = 100 + Number(supplier.siren.slice(3, 6) || "37") * 3;
  const step = 1 + (Number(supplier.code.slice(1)) % 7);
  const count = (counts.get(supplier.code) ?? start) + step;
  counts.set(supplier.code, count);
  const quarter = String(Math.ceil(Number(date.slice(5, 7)) / 3));
  return supplier.referenceStyle
    .replace("{y}", date.slice(0, 4))
    .replace("{yy}", date.slice(2, 4))
    .replace("{m}", date.slice(5, 7))
    .replace("{q}", quarter)
    .replace(/\{n(\d)\}/, (_, width: string) => String(count).padStart(Number(width), "0"));
}
