import fc from "fast-check";
import { encodePng } from "#main/purchases/reading/encode-png.ts";
import { startRecogniser } from "#main/purchases/reading/recogniser.ts";
import { redrawPicture } from "#main/purchases/reading/redraw-picture.ts";
import { extractBill } from "#main/purchases/reading/extract-bill.ts";
import { rowsOf } from "#main/purchases/reading/text-row.ts";
import { anyBill, OWN } from "./bill-truth.ts";
import { drawBill, LAYOUTS } from "./draw-bill.ts";
import { pixelsOf, scanned } from "./scan-bill.ts";
const rec = await startRecogniser();
const bills = fc.sample(anyBill, { numRuns: 40, seed: 20_260_101 });
const dpi = Number(process.argv[2]), deg = Number(process.argv[3]);
for (const [i, bill] of bills.entries()) {
  const px = scanned(await pixelsOf(await drawBill(bill, LAYOUTS[i % 5]!), dpi), deg);
  const words = await rec.recognise(await redrawPicture({ page: 1, bytes: encodePng(px), widthPx: px.width, heightPx: px.height }, false));
  const r = extractBill(words, OWN);
  const bad: string[] = [];
  for (const k of ["number", "issuedOn", "dueOn", "netMinor", "vatMinor", "grossMinor", "vatLines"] as const) {
    const norm = (v: unknown) => k === "vatLines" ? JSON.stringify((v as any)?.map((l: any) => [l.rateBps, l.netMinor])) : JSON.stringify(v);
    if (norm(r[k]?.value) !== norm(bill[k])) bad.push(`${k} ${JSON.stringify(r[k]?.value)} @${r[k]?.confidence.toFixed(2)} want ${JSON.stringify(bill[k])}`);
  }
  if (bad.length) console.log(`#${i} ${LAYOUTS[i % 5]}`, bad.join("\n    "), "\n" + rowsOf(words).filter((x) => /%|€|otal|due|pay/.test(x.text)).map((x) => "        " + x.text).join("\n"));
}
await rec.close();
