import { addDays } from "#contract/date.ts";
import { grossOf, partOf } from "./make-invoices.ts";
import type { Bill } from "./model.ts";
import { randomStream } from "./random-stream.ts";

/** How many rows after the first the duplicate was typed. */
const ROWS_LATER = 14;

const CREDITS = 8;

/** Adds suppliers' credit notes and the bill that was typed, and paid, twice. */
export function plantBills(seed: number, bills: readonly Bill[]): Bill[] {
  const draw = randomStream(seed, "planted-bills");
  const planted = [...bills];
  const fit = bills.filter(
    (b) =>
      b.supplier.mode === "VIR" && b.supplier.account.startsWith("60") && b.regime === "France",
  );
  const early = fit.filter((b) => b.issuedOn < "2026-10-01" && b.grossMinor > 30_000);
  const credited = new Set<Bill>();
  while (credited.size < CREDITS) credited.add(draw.pick(early));
  for (const [i, bill] of [...credited].entries()) {
    planted.push(creditOf(bill, { number: i + 1, percent: draw.int(8, 40) }));
  }
  planted.sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));
  const twice = early.find(
    (b) => b.issuedOn > "2025-09-15" && !credited.has(b) && b.grossMinor > 90_000,
  );
  if (twice === undefined) throw new RangeError("no bill fit to be typed twice");
  planted.splice(planted.indexOf(twice) + ROWS_LATER, 0, { ...twice, duplicateOf: twice });
  return planted;
}

function creditOf(bill: Bill, { number, percent }: { number: number; percent: number }): Bill {
  const parts = bill.parts.map((part) =>
    partOf(-Math.round((part.netMinor * percent) / 100), part.rateBps),
  );
  return {
    ...bill,
    type: "Avoir",
    reference: `AV${bill.reference.replace(/^[A-Z]+/, "")}-${number}`,
    issuedOn: addDays(bill.issuedOn, 5),
    label: `Avoir sur ${bill.reference}`,
    parts,
    grossMinor: grossOf(parts),
    creditOf: bill,
  };
}
