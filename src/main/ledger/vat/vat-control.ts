import type { VatControlRow, VatRegime } from "#contract/vat.ts";
import { applyRateBps } from "#main/base/money.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { type EntryPart, entryParts } from "./entry-parts.ts";
import { type VatEntry, vatEntries } from "./vat-entry.ts";

/** Odd entries shown of each rate. */
const SHOWN = 50;

/** Everything at once: the control compares what was booked, whenever it falls due. */
const BOOKED: VatRegime = {
  fromOn: "2000-01-01",
  regime: "ca3-month",
  salesOnDebits: true,
  boughtOnDebits: true,
  coefficientBps: 10_000,
};

/**
 * Theoretical VAT by rate against the VAT booked, over the entries of a span: each base is the
 * sum of the revenue (or, under self-assessment, expense) lines that the rate explains.
 */
export function vatControl(read: ReadHandle, span: { fromOn: string; toOn: string }) {
  const rows = new Map<string, VatControlRow>();
  const untaxed = new Map<string, { account: string; label: string; baseMinor: number }>();
  for (const entry of vatEntries(read, { ...span, all: true })) {
    const parts = entryParts(entry, BOOKED);
    for (const part of parts) {
      if (part.operation.startsWith("deductible")) continue;
      if (part.vatMinor === 0 && part.rateBps === 0) addUntaxed(untaxed, entry, part);
      else addRow(rows, entry, part);
    }
  }
  return {
    rows: [...rows.values()]
      .map((row) => ({ ...row, odd: row.odd.toSorted(byGap).slice(0, SHOWN) }))
      .toSorted((a, b) => (b.rateBps ?? -1) - (a.rateBps ?? -1)),
    untaxed: [...untaxed.values()].toSorted((a, b) => (a.account < b.account ? -1 : 1)),
  };
}

function addUntaxed(
  untaxed: Map<string, { account: string; label: string; baseMinor: number }>,
  entry: VatEntry,
  part: EntryPart,
): void {
  const line = entry.lines.find((one) => one.id === part.lineId);
  const { account } = part;
  const row = untaxed.get(account) ?? {
    account,
    label: line?.accountLabel ?? account,
    baseMinor: 0,
  };
  row.baseMinor += part.baseMinor;
  untaxed.set(account, row);
}

function addRow(rows: Map<string, VatControlRow>, entry: VatEntry, part: EntryPart): void {
  const side = part.operation === "sale" ? "collected" : "self-assessed";
  const { rateBps } = part;
  const key = `${side} ${rateBps}`;
  const row = rows.get(key) ?? {
    ...{ rateBps, side, baseMinor: 0, theoreticalMinor: 0, bookedMinor: 0 },
    ...{ differenceMinor: 0, entries: 0, odd: [] },
  };
  const theoreticalMinor = rateBps === null ? 0 : applyRateBps(part.baseMinor, rateBps);
  row.baseMinor += part.baseMinor;
  row.theoreticalMinor += theoreticalMinor;
  row.bookedMinor += part.vatMinor;
  row.differenceMinor = row.bookedMinor - row.theoreticalMinor;
  row.entries++;
  if (Math.abs(part.vatMinor - theoreticalMinor) > entry.lines.length) {
    row.odd.push({
      entryId: entry.id,
      number: entry.number,
      datedOn: entry.datedOn,
      label: entry.label,
      baseMinor: part.baseMinor,
      bookedMinor: part.vatMinor,
      theoreticalMinor,
    });
  }
  rows.set(key, row);
}

function byGap(a: VatControlRow["odd"][number], b: VatControlRow["odd"][number]): number {
  const gap = (one: VatControlRow["odd"][number]) =>
    Math.abs(one.bookedMinor - one.theoreticalMinor);
  return gap(b) - gap(a);
}
