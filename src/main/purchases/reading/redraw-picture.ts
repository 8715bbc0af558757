import PDFDocument from "pdfkit";
import { renderPage } from "./page-pictures.ts";
import type { Picture } from "./recogniser.ts";

/**
 * Draws a picture anew at a given width, larger and smoother (the recogniser loses commas and minus
 * signs that are one or two dots wide), and upright when a telephone noted that it was held
 * sideways. The picture is put on a PDF page of its own proportions, drawn by PDFium.
 * @param widthPx the width wanted; without it the picture is left as it is
 */
export async function redrawPicture(picture: Picture, widthPx?: number): Promise<Picture> {
  if (widthPx === undefined) return picture;
  const size = { width: picture.widthPx, height: picture.heightPx };
  const pdf = await pageOf(picture.bytes, size).catch(() => undefined);
  // A rare variant of the format; the recogniser gets it as it is, and judges.
  if (!pdf) return picture;
  const drawn = await renderPage(pdf, 1, (72 * widthPx) / picture.widthPx);
  const { page } = picture;
  return { page, bytes: drawn.png, widthPx: drawn.widthPx, heightPx: drawn.heightPx };
}

async function pageOf(
  bytes: Uint8Array,
  size: { width: number; height: number },
): Promise<Uint8Array> {
  const page = new PDFDocument({ size: [size.width, size.height], margin: 0 });
  const parts: Uint8Array[] = [];
  page.on("data", (part: Uint8Array) => parts.push(part));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    page.on("end", () => resolve(Buffer.concat(parts)));
    page.on("error", reject);
  });
  page.image(Buffer.from(bytes), 0, 0, size);
  page.end();
  return done;
}
