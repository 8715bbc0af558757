import fc from "fast-check";
import { encodePng } from "#main/purchases/reading/encode-png.ts";
import { readDocument } from "#main/purchases/reading/read-document.ts";
import { rowsOf } from "#main/purchases/reading/text-row.ts";
import { anyBill, OWN } from "./bill-truth.ts";
import { drawBill, LAYOUTS } from "./draw-bill.ts";
import { pixelsOf, scanned } from "./scan-bill.ts";
const bills = fc.sample(anyBill, { numRuns: 30, seed: 20_260_101 });
const dpi = Number(process.argv[2]), deg = Number(process.argv[3]);
for (const [i, bill] of bills.entries()) {
  const px = scanned(await pixelsOf(await drawBill(bill, LAYOUTS[i % 5]!), dpi), deg);
  const res = await readDocument({ name: "bill", bytes: encodePng(px) }, OWN) as any;
  const r = res.reading;
  const bad: string[] = [];
  let over = false;
  for (const k of ["number", "issuedOn", "dueOn", "netMinor", "vatMinor", "grossMinor", "vatLines"] as const) {
    const norm = (v: unknown) => k === "vatLines" ? JSON.stringify((v as any)?.map((l: any) => [l.rateBps, l.netMinor])) : JSON.stringify(v);
    if (norm(r[k]?.value) !== norm(bill[k])) { if (r[k]?.confidence > 0.9) over = true; bad.push(`${k} ${JSON.stringify(r[k]?.value)} @${r[k]?.confidence.toFixed(2)} want ${JSON.stringify(bill[k])} ${r[k]?.reasons}`); }
  }
  if (over) console.log(`#${i} ${LAYOUTS[i % 5]} creditNote ${r.creditNote.value} ${bill.creditNote}`, bad.join("\n    "), "\n" + rowsOf(res.words).filter((x) => /%|€|otal|due|pay|oice|ote/.test(x.text)).map((x) => "        " + x.text).join("\n"));
}
