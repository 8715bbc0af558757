import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodePng } from "#main/purchases/reading/encode-png.ts";
import { imageSize } from "#main/purchases/reading/image-size.ts";
import { isSoundPng } from "#main/purchases/reading/is-sound-png.ts";
import { renderPage } from "#main/purchases/reading/page-pictures.ts";
import { billOf, SUPPLIERS } from "./bill-truth.ts";
import { drawBill } from "./draw-bill.ts";

/** Undoes filters 0 and 2 of one picture without alpha, as any decoder would. */
function decode(png: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const length = new DataView(png.buffer, png.byteOffset).getUint32(33);
  const raw = inflateSync(png.subarray(41, 41 + length));
  const stride = width * channels;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const above = filter === 2 && y > 0 ? (pixels[(y - 1) * stride + i] ?? 0) : 0;
      pixels[y * stride + i] = (raw[y * (stride + 1) + 1 + i] ?? 0) + above;
    }
  }
  return pixels;
}

const bitmap = fc
  .record({
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
    channels: fc.constantFrom(1 as const, 3 as const, 4 as const),
  })
  .chain((size) => {
    const bytes = size.width * size.height * size.channels;
    return fc
      .uint8Array({ minLength: bytes, maxLength: bytes })
      .map((pixels) => ({ ...size, pixels }));
  });

describe("encodePng", () => {
  it("gives back the same pixels, with right check sums, at any size", () => {
    fc.assert(
      fc.property(bitmap, (picture) => {
        const png = encodePng(picture);
        const { width, height, channels } = picture;
        expect(imageSize("png", png)).toMatchObject({ width, height });
        expect(isSoundPng(png)).toBe(true);
        expect(decode(png, width, height, channels)).toEqual(picture.pixels);
      }),
    );
  });

  it("is found unsound when any one byte after the signature is changed", () => {
    fc.assert(
      fc.property(bitmap, fc.nat(), (picture, at) => {
        const png = Uint8Array.from(encodePng(picture));
        const index = 8 + (at % (png.length - 8));
        png[index] = (png[index] ?? 0) ^ 0x10;
        expect(isSoundPng(png)).toBe(false);
      }),
    );
  });
});

describe("renderPage", () => {
  const bill = billOf({
    supplier: SUPPLIERS[0]!,
    number: "F1",
    issuedOn: "2026-01-02",
    dueOn: "2026-02-01",
    creditNote: false,
    items: [{ words: "Papier", quantity: 1, unitMinor: 1000, rateBps: 2000 }],
  });

  it("draws a page at the resolution asked, and refuses a page that is not there", async () => {
    const pdf = await drawBill(bill, "classic");
    const picture = await renderPage(pdf, 1, 144);
    // A4 is 595.28 by 841.89 points, of which PDFium draws the whole ones.
    expect(picture).toMatchObject({ page: 1, widthPx: 2 * 595, heightPx: 2 * 841 });
    expect(isSoundPng(picture.png)).toBe(true);
    await expect(renderPage(pdf, 2, 72)).rejects.toThrow(RangeError);
  });
});
