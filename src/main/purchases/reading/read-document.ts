import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { BillReading, ReadingContext } from "./bill-reading.ts";
import { type DocumentKind, documentKind } from "./document-kind.ts";
import { documentText } from "./document-text.ts";
import { extractBill } from "./extract-bill.ts";
import { imageSize } from "./image-size.ts";
import { isReadableText } from "./is-readable-text.ts";
import { openPagePictures, type PagePicture } from "./page-pictures.ts";
import { type Picture, startRecogniser } from "./recogniser.ts";
import { redrawPicture } from "./redraw-picture.ts";
import type { Word } from "./word.ts";

/** A dropped file: its name (for messages only) and its bytes. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How far a reading is; `share` goes from 0 to 1 over the whole document. */
export interface ReadingProgress {
  readonly step: "text" | "picture" | "recognition" | "extraction";
  readonly page: number;
  readonly pages: number;
  readonly share: number;
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

/** Resolution for recognition: Tesseract's models are trained at about 300 dots per inch. */
export const OCR_DPI = 300;

/** Resolution of the picture beside the form. */
export const SCREEN_DPI = 110;

/** Pages recognised at most: each takes seconds, and a bill's facts are on its first pages. */
export const MAX_OCR_PAGES = 6;

/**
 * Reads a supplier bill dropped as PDF, PNG or JPEG: the text layer when it says something, else
 * recognition, offline. Takes 0.1 to 0.3 s for a text layer and about 3 s a page for a scan, so it
 * belongs in a worker (reading-pool).
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
  tell(options, { step: "extraction", page: found.pages, pages: found.pages, share: 1 });
  const { ownSiren, ownVat, ownName } = options;
  const context: ReadingContext = {
    fileName: file.name,
    ...(ownSiren === undefined ? {} : { ownSiren }),
    ...(ownVat === undefined ? {} : { ownVat }),
    ...(ownName === undefined ? {} : { ownName }),
  };
  return { kind, ...found, reading: extractBill(found.words, context) };
}

type Found = Omit<DocumentReading, "kind" | "reading">;

async function readPdf(file: DroppedFile, options: ReadingOptions): Promise<Refusal | Found> {
  tell(options, { step: "text", page: 1, pages: 1, share: 0 });
  const text = await documentText(file.name, file.bytes, options.signal);
  if (isRefusal(text)) return text;
  const { pages, words } = text;
  const isReadable = isReadableText(words);
  const pictures = await openPagePictures(file.bytes).catch(() => undefined);
  // Two engines may differ on a damaged file; without a picture, only its text can be read.
  if (!pictures && isReadable) return { pages, source: "text-layer", words };
  if (!pictures) return refuse("documents.broken", { file: file.name });
  try {
    const pageImage = await pictures.render(1, SCREEN_DPI);
    if (isReadable) return { pages, source: "text-layer", words, pageImage };
    const last = Math.min(pages, MAX_OCR_PAGES);
    const numbers = Array.from({ length: last }, (_, i) => i + 1);
    const sheets = numbers.map((page) => async (): Promise<Picture> => {
      tell(options, { step: "picture", page, pages: last, share: (page - 1) / last });
      const { png, widthPx, heightPx } = await pictures.render(page, OCR_DPI);
      return { page, bytes: png, widthPx, heightPx };
    });
    const read = await recognise(file.name, sheets, options);
    return isRefusal(read) ? read : { pages, source: "ocr", words: read, pageImage };
  } finally {
    pictures.close();
  }
}

async function readImage(
  kind: "png" | "jpeg",
  { name, bytes }: DroppedFile,
  options: ReadingOptions,
): Promise<Refusal | Found> {
  const size = imageSize(kind, bytes);
  if (!size) return refuse("documents.broken", { file: name });
  const picture = { page: 1, bytes, widthPx: size.width, heightPx: size.height };
  const words = await recognise(name, [() => redrawPicture(picture, size.isTurned)], options);
  return isRefusal(words) ? words : { pages: 1, source: "ocr", words };
}

/** Recognises the pages one after the other with one engine; a cancel stops it at once. */
async function recognise(
  name: string,
  sheets: readonly (() => Promise<Picture>)[],
  options: ReadingOptions,
): Promise<Refusal | Word[]> {
  const pages = sheets.length;
  let page = 1;
  const recogniser = await startRecogniser((share) => {
    tell(options, { step: "recognition", page, pages, share: (page - 1 + share) / pages });
  });
  const stop = () => void recogniser.close();
  options.signal?.addEventListener("abort", stop);
  try {
    const words: Word[] = [];
    for (const sheet of sheets) {
      if (options.signal?.aborted) break;
      words.push(...(await recogniser.recognise(await sheet())));
      page++;
    }
    return options.signal?.aborted ? refuse("documents.cancelled", { file: name }) : words;
  } catch (error) {
    if (options.signal?.aborted) return refuse("documents.cancelled", { file: name });
    // The engine names what it cannot decode; anything else is a fault of ours.
    if (isUndecodable(error)) return refuse("documents.broken", { file: name });
    throw error;
  } finally {
    options.signal?.removeEventListener("abort", stop);
    await recogniser.close();
  }
}

function isUndecodable(error: unknown): boolean {
  return error instanceof Error && /attempting to read image|pix|image/i.test(error.message);
}

function tell({ onProgress }: ReadingOptions, progress: ReadingProgress): void {
  onProgress?.(progress);
}
