import { createWorker, OEM, type Page, type Worker } from "tesseract.js";
import { packageFolder } from "./package-folder.ts";
import type { Word } from "./word.ts";

/** A picture to read: an encoded PNG or JPEG. */
export interface Picture {
  readonly page: number;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A running recogniser; it serves several pages, then must be closed. */
export interface Recogniser {
  recognise(picture: Picture): Promise<Word[]>;
  close(): Promise<void>;
}

/** Segmentation mode 3 (whole page): the library's own default, 6, loses tables. */
const PAGE_SEGMENTATION = "3";

/**
 * Starts Tesseract with the French model of the installed package. It reads the model and its
 * engine from disk, writes no cache, and asks the network for nothing.
 * @param onShare told how far the current page is, 0 to 1
 * @throws Error when the engine cannot start or dies while it reads
 */
export async function startRecogniser(onShare?: (share: number) => void): Promise<Recogniser> {
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  const folder = packageFolder("@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz");
  const worker = await createWorker("fra", OEM.LSTM_ONLY, {
    langPath: folder,
    cachePath: folder,
    cacheMethod: "none",
    gzip: true,
    logger: (m) => m.status === "recognizing text" && onShare?.(m.progress),
    errorHandler: (reason) => fail(new Error(`tesseract: ${String(reason)}`)),
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PAGE_SEGMENTATION as never,
    user_defined_dpi: "300",
    // The engine's remarks would otherwise go to the terminal of the person.
    debug_file: "/dev/null",
  });
  return {
    recognise: (picture) => Promise.race([recognise(worker, picture), failed]),
    close: async () => {
      await worker.terminate();
      fail(new Error("tesseract: closed"));
    },
  };
}

async function recognise(worker: Worker, picture: Picture): Promise<Word[]> {
  const { data } = await worker.recognize(Buffer.from(picture.bytes), {}, { blocks: true });
  return wordsOf(data, picture);
}

function wordsOf(data: Page, { page, widthPx, heightPx }: Picture): Word[] {
  const lines = (data.blocks ?? []).flatMap((b) => b.paragraphs.flatMap((p) => p.lines));
  const read = lines.flatMap((line) => line.words).filter((w) => w.text.trim() !== "");
  return read.map(({ text, confidence, bbox }) => ({
    text: text.trim().normalize("NFC"),
    confidence: Math.min(1, Math.max(0, confidence / 100)),
    page,
    x: bbox.x0 / widthPx,
    y: bbox.y0 / heightPx,
    width: (bbox.x1 - bbox.x0) / widthPx,
    height: (bbox.y1 - bbox.y0) / heightPx,
  }));
}
