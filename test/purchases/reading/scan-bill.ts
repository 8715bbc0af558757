import { PDFiumLibrary } from "@hyzyla/pdfium";
import type { Bitmap } from "#main/purchases/reading/encode-png.ts";

/** The first page of a PDF as grey pixels. */
export async function pixelsOf(pdf: Uint8Array, dpi: number): Promise<Bitmap> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const page = document.getPage(0);
    const drawn = await page.render({ scale: dpi / 72, colorSpace: "Gray", render: "bitmap" });
    const pixels = new Uint8Array(drawn.data);
    return { width: drawn.width, height: drawn.height, channels: 1, pixels };
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** What a cheap scanner makes of a page: a little askew, greyer, with grain. */
export function scanned(sheet: Bitmap, degrees: number): Bitmap {
  const { width, height } = sheet;
  const pixels = new Uint8Array(width * height);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  let grain = 12_345;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const at = interpolated(
        sheet,
        width / 2 + cos * dx + sin * dy,
        height / 2 - sin * dx + cos * dy,
      );
      grain = (grain * 1_103_515_245 + 12_345) % 2_147_483_648;
      const noise = (grain / 2_147_483_648 - 0.5) * 40;
      pixels[y * width + x] = Math.max(0, Math.min(255, 25 + at * 0.85 + noise));
    }
  }
  return { width, height, channels: 1, pixels };
}

function interpolated({ width, height, pixels }: Bitmap, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const [right, down] = [x - left, y - top];
  const at = (dx: number, dy: number) => pixels[(top + dy) * width + left + dx] ?? 255;
  const above = at(0, 0) * (1 - right) + at(1, 0) * right;
  const below = at(0, 1) * (1 - right) + at(1, 1) * right;
  return above * (1 - down) + below * down;
}
