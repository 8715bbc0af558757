import fc from "fast-check";
import { isRefusal } from "#main/base/refusal.ts";
import { encodePng } from "#main/purchases/reading/encode-png.ts";
import { readDocument } from "#main/purchases/reading/read-document.ts";
import { anyBill, type BillTruth, OWN } from "../purchases/reading/bill-truth.ts";
import { drawBill, LAYOUTS } from "../purchases/reading/draw-bill.ts";
import { pixelsOf, scanned } from "../purchases/reading/scan-bill.ts";

/** Accuracy and speed over drawn bills of one quality. Shares are 0 to 1. */
export interface OcrBench {
  /** "text layer", or the resolution and slant of the scans. */
  readonly quality: string;
  readonly documents: number;
  readonly secondsEach: number;
  /** Documents whose net, VAT and gross are all exact. */
  readonly totals: number;
  readonly number: number;
  readonly issuedOn: number;
  readonly dueOn: number;
  readonly vatLines: number;
  /** Wrong values given with a confidence above 0.9; the aim is none. */
  readonly overconfident: number;
}

const SCANS = [
  [300, 0],
  [200, 0.5],
  [150, 1],
  [120, 0.3],
  [100, 0],
] as const;

/** Reads drawn bills from their text layer, then as scans of falling quality. */
export async function benchOcr(
  options: { documents?: number; seed?: number; print?: boolean } = {},
): Promise<OcrBench[]> {
  const { documents = 20, seed = 20_260_101, print = true } = options;
  const bills = fc.sample(anyBill, { numRuns: documents, seed });
  const results = [await score("text layer", bills, (pdf) => pdf)];
  for (const [dpi, degrees] of SCANS) {
    const scan = async (pdf: Uint8Array) => encodePng(scanned(await pixelsOf(pdf, dpi), degrees));
    results.push(await score(`${dpi} dpi, ${degrees}°`, bills, scan));
  }
  if (print) console.table(results);
  return results;
}

function layoutOf(i: number) {
  return LAYOUTS[i % LAYOUTS.length] ?? "classic";
}

async function score(
  quality: string,
  bills: readonly BillTruth[],
  scan: (pdf: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<OcrBench> {
  const right = { totals: 0, number: 0, issuedOn: 0, dueOn: 0, vatLines: 0 };
  let overconfident = 0;
  let spentMs = 0;
  for (const [i, bill] of bills.entries()) {
    const bytes = await scan(await drawBill(bill, layoutOf(i)));
    const startedAtMs = performance.now();
    const result = await readDocument({ name: "bill", bytes }, OWN);
    spentMs += performance.now() - startedAtMs;
    if (isRefusal(result)) throw new Error(result.code);
    const { reading } = result;
    const check = (key: keyof BillTruth & keyof typeof reading): boolean => {
      const field = reading[key];
      const isRight = JSON.stringify(field?.value) === JSON.stringify(bill[key]);
      if (!isRight && (field?.confidence ?? 0) > 0.9) overconfident++;
      return isRight;
    };
    const totals = [check("netMinor"), check("vatMinor"), check("grossMinor")];
    if (totals.every(Boolean)) right.totals++;
    for (const key of ["number", "issuedOn", "dueOn"] as const) if (check(key)) right[key]++;
    const printed = JSON.stringify(reading.vatLines.value?.map((l) => [l.rateBps, l.netMinor]));
    const truth = JSON.stringify(bill.vatLines.map((l) => [l.rateBps, l.netMinor]));
    if (printed === truth) right.vatLines++;
    else if (reading.vatLines.confidence > 0.9) overconfident++;
  }
  const share = (n: number) => Math.round((n / bills.length) * 1000) / 1000;
  return {
    quality,
    documents: bills.length,
    secondsEach: Math.round(spentMs / bills.length) / 1000,
    totals: share(right.totals),
    number: share(right.number),
    issuedOn: share(right.issuedOn),
    dueOn: share(right.dueOn),
    vatLines: share(right.vatLines),
    overconfident,
  };
}
