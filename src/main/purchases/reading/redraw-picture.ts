import PDFDocument from "pdfkit";
import { renderPage } from "./page-pictures.ts";
import type { Picture } from "./recogniser.ts";

/** Below this width, an A4 page has fewer than about 265 dots per inch. */
const SMALL_WIDTH_PX = 2200;

/** Width given to small pictures: an A4 page at 300 dots per inch. */
const ENLARGED_WIDTH_PX = 2480;

/**
 * Draws a picture anew when that helps: larger and smoother when it is small (the recogniser loses
 * commas and minus signs that are one or two dots wide), upright when a telephone noted that it
 * was held sideways. The picture is put on a PDF page of its own proportions, drawn by PDFium.
 * @param isTurned whether the picture carries a note to turn it before showing it
 */
export async function redrawPicture(picture: Picture, isTurned: boolean): Promise<Picture> {
  const { widthPx, heightPx, bytes } = picture;
  const isSmall = widthPx < SMALL_WIDTH_PX;
  if (!isSmall && !isTurned) return picture;
  const pdf = await pageOf(bytes, { width: widthPx, height: heightPx }).catch(() => undefined);
  // A rare variant of the format; the recogniser gets it as it is, and judges.
  if (!pdf) return picture;
  const wanted = isSmall ? ENLARGED_WIDTH_PX : widthPx;
  const drawn = await renderPage(pdf, 1, (72 * wanted) / widthPx);
  return { ...picture, bytes: drawn.png, widthPx: drawn.widthPx, heightPx: drawn.heightPx };
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
