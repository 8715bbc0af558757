import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import { encodePng } from "./encode-png.ts";

/** A page drawn as a picture. */
export interface PagePicture {
  readonly page: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly png: Uint8Array;
}

/** Pictures of one PDF's pages; close it, because PDFium's memory is outside the collector. */
export interface PagePictures {
  readonly pages: number;
  render(page: number, dpi: number): Promise<PagePicture>;
  close(): void;
}

/** A page is never drawn larger than this, whatever its size on paper (a plan, a wrong box). */
const MAX_SIDE_PX = 6000;

/**
 * Opens a PDF for drawing with PDFium, in grey. The compiled engine is read from the installed
 * package.
 * @throws Error when PDFium cannot open the file
 */
export async function openPagePictures(bytes: Uint8Array): Promise<PagePictures> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve("@hyzyla/pdfium/pdfium.wasm")));
  const wasmBinary = new Uint8Array(wasm).buffer;
  const library = await PDFiumLibrary.init({ wasmBinary });
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(bytes);
  } catch (error) {
    library.destroy();
    throw error;
  }
  return {
    pages: document.getPageCount(),
    render: (page, dpi) => draw(document, page, dpi),
    close: () => {
      document.destroy();
      library.destroy();
    },
  };
}

/**
 * Draws one page of a PDF as a grey PNG.
 * @param page 1 for the first
 * @throws Error when PDFium cannot open the file, RangeError when it has no such page
 */
export async function renderPage(
  bytes: Uint8Array,
  page: number,
  dpi: number,
): Promise<PagePicture> {
  const pictures = await openPagePictures(bytes);
  try {
    return await pictures.render(page, dpi);
  } finally {
    pictures.close();
  }
}

async function draw(document: PDFiumDocument, page: number, dpi: number): Promise<PagePicture> {
  if (page < 1 || page > document.getPageCount()) throw new RangeError(`no page ${page}`);
  const sheet = document.getPage(page - 1);
  const { originalWidth, originalHeight } = sheet.getOriginalSize();
  const largest = MAX_SIDE_PX / Math.max(originalWidth, originalHeight, 1);
  const scale = Math.min(dpi / 72, largest);
  const drawn = await sheet.render({ scale, colorSpace: "Gray", render: "bitmap" });
  const { width, height, data } = drawn;
  const png = encodePng({ width, height, channels: 1, pixels: data });
  return { page, widthPx: width, heightPx: height, png };
}
