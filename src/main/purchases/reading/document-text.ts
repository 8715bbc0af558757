import { type Refusal, refuse } from "#main/base/refusal.ts";
import { packageFolder } from "./package-folder.ts";
import type { Word } from "./word.ts";
import { type TextRun, wordsOfRuns } from "./words-of-runs.ts";

/** Size of a page on paper, in points (1/72 inch), after its rotation. */
export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** The text layer of a PDF. */
export interface DocumentText {
  /** Of the whole document, also past the pages read. */
  readonly pages: number;
  /** Of the pages read. */
  readonly sizes: readonly PageSize[];
  readonly words: readonly Word[];
}

/** A bill's facts are on its first and last pages; a catalogue dropped by mistake is not read. */
export const MAX_TEXT_PAGES = 30;

/**
 * Reads the text layer of a PDF with the position of each word. Fonts, character maps and decoders
 * come from the installed package: nothing is fetched.
 */
export async function documentText(
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<DocumentText | Refusal> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = import.meta.resolve(
    "pdfjs-dist/legacy/build/pdf.worker.mjs",
  );
  // pdfjs takes over the bytes it is given, hence the copy.
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes), ...localOptions(), verbosity: 0 });
  try {
    const document = await task.promise;
    const sizes: PageSize[] = [];
    const words: Word[] = [];
    for (let page = 1; page <= Math.min(document.numPages, MAX_TEXT_PAGES); page++) {
      if (signal?.aborted) return refuse("documents.cancelled", { file: name });
      const sheet = await document.getPage(page);
      const view = sheet.getViewport({ scale: 1 });
      const content = await sheet.getTextContent();
      const runs = content.items.flatMap((item) =>
        "str" in item ? [runOf(item, pdfjs.Util.transform(view.transform, item.transform))] : [],
      );
      sizes.push({ widthPt: view.width, heightPt: view.height });
      words.push(...wordsOfRuns(runs, { page, width: view.width, height: view.height }));
    }
    return { pages: document.numPages, sizes, words };
  } catch (error) {
    return refusalOf(name, error);
  } finally {
    await task.destroy();
  }
}

function localOptions() {
  const folder = packageFolder("pdfjs-dist/package.json");
  return {
    standardFontDataUrl: `${folder}standard_fonts/`,
    cMapUrl: `${folder}cmaps/`,
    wasmUrl: `${folder}wasm/`,
    iccUrl: `${folder}iccs/`,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
  };
}

function runOf(item: { str: string; width: number }, transform: number[]): TextRun {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  return { text: item.str, x, baseline: y, size, width: item.width, upright: isUpright(a, b) };
}

/** Text written along the margin would cross every row of the page; it is left out. */
function isUpright(a: number, b: number): boolean {
  return a > 0 && Math.abs(b) < 0.1 * a;
}

/** Only what a file can be guilty of becomes a refusal; the rest is a fault of ours. */
function refusalOf(name: string, error: unknown): Refusal {
  const kind = error instanceof Error ? error.name : "";
  if (kind === "PasswordException") return refuse("documents.password", { file: name });
  const guilty = ["InvalidPDFException", "FormatError", "XRefParseException", "XRefEntryException"];
  const unreadable = [...guilty, "MissingPDFException", "UnknownErrorException"];
  if (unreadable.includes(kind)) return refuse("documents.broken", { file: name });
  throw error;
}
