import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { BillReading, ReadingContext } from "./bill-reading.ts";
import { type DocumentKind, documentKind } from "./document-kind.ts";
import { documentText } from "./document-text.ts";
import { extractBill } from "./extract-bill.ts";
import { type ImageSize, imageSize } from "./image-size.ts";
import { isReadableText } from "./is-readable-text.ts";
import { openPagePictures, type PagePicture } from "./page-pictures.ts";
import type { ReadingProgress } from "./reading-progress.ts";
import { recogniseBill } from "./recognise-bill.ts";
import type { Picture } from "./recogniser.ts";
import { redrawPicture } from "./redraw-picture.ts";
import type { Word } from "./word.ts";

/** A dropped file: its name (for messages only) and its bytes. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Who the buyer is, and how to follow or stop the reading. */
export interface ReadingOptions extends Omit<ReadingContext, "fileName"> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

/** A document that was read; it waits for review beside the picture of its page. */
export interface DocumentReading {
  readonly kind: DocumentKind;
  /** Pages of the document, also those that were not read. */
  readonly pages: number;
  readonly source: "text-layer" | "ocr";
  readonly words: readonly Word[];
  readonly reading: BillReading;
  /** First page of a PDF as a PNG; a dropped picture is its own page. */
  readonly pageImage?: PagePicture;
}

/** Resolutions for recognition: Tesseract is trained near 300 dots per inch; then finer. */
const OCR_DPIS = [300, 400];

/** Resolution of the picture beside the form. */
export const SCREEN_DPI = 110;

/** Pages recognised at most: each takes seconds, and a bill's facts are on its first pages. */
const MAX_OCR_PAGES = 6;

/**
 * Reads a supplier bill dropped as PDF, PNG or JPEG: the text layer when it says something, else
 * recognition, offline. Takes 0.1 to 0.3 s for a text layer and about 2 s a page for a scan (twice
 * when the first look leaves a doubt), so it belongs in a worker (reading-pool).
 */
export async function readDocument(
  file: DroppedFile,
  options: ReadingOptions = {},
): Promise<Refusal | DocumentReading> {
  const kind = documentKind(file.name, file.bytes);
  if (isRefusal(kind)) return kind;
  const found =
    kind === "pdf" ? await readPdf(file, options) : await readImage(kind, file, options);
  if (isRefusal(found)) return found;
  if (options.signal?.aborted) return refuse("documents.cancelled", { file: file.name });
  if (found.words.length === 0) return refuse("documents.no-text", { file: file.name });
  const { pages } = found;
  options.onProgress?.({ step: "extraction", page: pages, pages, share: 1 });
  return { kind, ...found };
}

type Found = Omit<DocumentReading, "kind">;

async function readPdf(file: DroppedFile, options: ReadingOptions): Promise<Refusal | Found> {
  options.onProgress?.({ step: "text", page: 1, pages: 1, share: 0 });
  const text = await documentText(file.name, file.bytes, options.signal);
  if (isRefusal(text)) return text;
  const { pages, words } = text;
  const readText = isReadableText(words)
    ? (): Pick<Found, "source" | "words" | "reading"> => {
        const reading = extractBill(words, contextOf(file, options));
        return { source: "text-layer", words, reading };
      }
    : undefined;
  const pictures = await openPagePictures(file.bytes).catch(() => undefined);
  // Two engines may differ on a damaged file; without a picture, only its text can be read.
  if (!pictures && readText) return { pages, ...readText() };
  if (!pictures) return refuse("documents.broken", { file: file.name });
  try {
    const pageImage = await pictures.render(1, SCREEN_DPI);
    if (readText) return { pages, pageImage, ...readText() };
    const last = Math.min(pages, MAX_OCR_PAGES);
    const numbers = Array.from({ length: last }, (_, i) => i + 1);
    const looks = OCR_DPIS.map((dpi) =>
      numbers.map((page) => async () => pictureOf(await pictures.render(page, dpi))),
    );
    const read = await recogniseBill({ ...followed(file, options), looks });
    return isRefusal(read) ? read : { pages, source: "ocr", pageImage, ...read };
  } finally {
    pictures.close();
  }
}

async function readImage(
  kind: "png" | "jpeg",
  file: DroppedFile,
  options: ReadingOptions,
): Promise<Refusal | Found> {
  const { name, bytes } = file;
  const size = imageSize(kind, bytes);
  if (!size) return refuse("documents.broken", { file: name });
  const picture = { page: 1, bytes, widthPx: size.width, heightPx: size.height };
  const looks = widthsOf(size).map((width) => [() => redrawPicture(picture, width)]);
  const read = await recogniseBill({ ...followed(file, options), looks });
  return isRefusal(read) ? read : { pages: 1, source: "ocr", ...read };
}

/** Widths at which a picture is read: as it is when that is good enough, then larger. */
function widthsOf({ width, isTurned }: ImageSize): (number | undefined)[] {
  if (width < SMALL_WIDTH_PX) return [A4_WIDTH_PX, 1.35 * A4_WIDTH_PX];
  const larger = width < 0.9 * A4_WIDTH_PX ? A4_WIDTH_PX : 1.35 * width;
  return [isTurned ? width : undefined, larger];
}

/** Below this width an A4 page has fewer than 180 dots per inch, too few for small print. */
const SMALL_WIDTH_PX = 1500;

/** Width of an A4 page at 300 dots per inch. */
const A4_WIDTH_PX = 2480;

function pictureOf({ page, png, widthPx, heightPx }: PagePicture): Picture {
  return { page, bytes: png, widthPx, heightPx };
}

function followed(file: DroppedFile, options: ReadingOptions) {
  const { signal, onProgress } = options;
  return { name: file.name, context: contextOf(file, options), signal, onProgress };
}

function contextOf(file: DroppedFile, options: ReadingOptions): ReadingContext {
  const { ownSiren, ownVat, ownName } = options;
  return {
    fileName: file.name,
    ...(ownSiren === undefined ? {} : { ownSiren }),
    ...(ownVat === undefined ? {} : { ownVat }),
    ...(ownName === undefined ? {} : { ownName }),
  };
}
