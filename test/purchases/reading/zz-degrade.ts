import fc from "fast-check";
import { encodePng } from "#main/purchases/reading/encode-png.ts";
import { redrawPicture } from "#main/purchases/reading/redraw-picture.ts";
import { extractBill } from "#main/purchases/reading/extract-bill.ts";
import { startRecogniser } from "#main/purchases/reading/recogniser.ts";
import { rowsOf } from "#main/purchases/reading/text-row.ts";
import { anyBill, OWN } from "./bill-truth.ts";
import { drawBill, LAYOUTS } from "./draw-bill.ts";
import { pixelsOf, scanned } from "./scan-bill.ts";

const rec = await startRecogniser();
const bills = fc.sample(anyBill, { numRuns: Number(process.argv[2] ?? 4), seed: 7 });
for (const [dpi, deg] of [
  [200, 0.5],
  [150, 1],
  [120, 0.3],
  [200, 2.5],
  [100, 0],
] as const) {
  const ok: Record<string, number> = {};
  let n = 0;
  let over = 0;
  let sharp = 0;
  for (const [i, bill] of bills.entries()) {
    const layout = LAYOUTS[i % 4]!;
    const px = scanned(await pixelsOf(await drawBill(bill, layout), dpi), deg);
    const pic = { page: 1, bytes: encodePng(px), widthPx: px.width, heightPx: px.height };
    const words = await rec.recognise(await redrawPicture(pic, false));
    const r = extractBill(words, OWN);
    n++;
    sharp += words.reduce((s, w) => s + w.confidence, 0) / words.length;
    const bad: string[] = [];
    const t = (k: string, got: unknown, want: unknown, conf: number) => {
      const e = JSON.stringify(got) === JSON.stringify(want);
      ok[k] = (ok[k] ?? 0) + (e ? 1 : 0);
      if (!e) {
        bad.push(`${k}: ${JSON.stringify(got)} != ${JSON.stringify(want)} @${conf.toFixed(2)}`);
        if (conf > 0.9) over++;
      }
    };
    t("number", r.number.value, bill.number, r.number.confidence);
    t("issuedOn", r.issuedOn.value, bill.issuedOn, r.issuedOn.confidence);
    t("dueOn", r.dueOn?.value, bill.dueOn, r.dueOn?.confidence ?? 0);
    t("net", r.netMinor.value, bill.netMinor, r.netMinor.confidence);
    t("vat", r.vatMinor.value, bill.vatMinor, r.vatMinor.confidence);
    t("gross", r.grossMinor.value, bill.grossMinor, r.grossMinor.confidence);
    t("lines", r.vatLines.value, bill.vatLines, r.vatLines.confidence);
    t("siren", r.supplierSiren?.value, bill.supplier.siren, r.supplierSiren?.confidence ?? 0);
    if (bad.length) {
      console.log(dpi, deg, layout, bad.join(" | "));
      if (process.argv[3])
        console.log(
          rowsOf(words)
            .map((x) => "   " + x.text)
            .join("\n"),
        );
    }
  }
  console.log(
    "DPI",
    dpi,
    "deg",
    deg,
    n,
    "mean sharp",
    (sharp / n).toFixed(2),
    "overconfident wrong",
    over,
    JSON.stringify(ok),
  );
}
await rec.close();
