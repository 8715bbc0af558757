import { type Refusal, refuse } from "#main/base/refusal.ts";
import { betterReading, isDoubtful } from "./better-reading.ts";
import type { BillReading, ReadingContext } from "./bill-reading.ts";
import { extractBill } from "./extract-bill.ts";
import type { ReadingProgress } from "./reading-progress.ts";
import { type Picture, type Recogniser, startRecogniser } from "./recogniser.ts";
import type { Word } from "./word.ts";

/** The pages of a document at one resolution; each is drawn when its turn comes. */
export type Look = readonly (() => Promise<Picture>)[];

/** What `recogniseBill` needs: the looks in order of preference, and how to follow or stop it. */
export interface RecogniseOptions {
  readonly name: string;
  readonly looks: readonly Look[];
  readonly context: ReadingContext;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
}

/**
 * Recognises the pages of a bill with one engine and reads it. When the first look leaves a doubt
 * (amounts that do not add up, no number), the next look is taken and the surer values are kept.
 * A cancel stops the engine at once.
 */
export async function recogniseBill(
  options: RecogniseOptions,
): Promise<Refusal | { words: Word[]; reading: BillReading }> {
  const { name, signal } = options;
  const progress = progressOf(options);
  const recogniser = await startRecogniser((share) => progress.within(share));
  const stop = () => void recogniser.close();
  signal?.addEventListener("abort", stop);
  try {
    const result = await lookUntilSure(recogniser, options, progress);
    if (!result || signal?.aborted) return refuse("documents.cancelled", { file: name });
    return result;
  } catch (error) {
    if (signal?.aborted) return refuse("documents.cancelled", { file: name });
    // The engine names what it cannot decode; anything else is a fault of ours.
    if (isUndecodable(error)) return refuse("documents.broken", { file: name });
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    await recogniser.close();
  }
}

async function lookUntilSure(
  recogniser: Recogniser,
  { looks, context, signal }: RecogniseOptions,
  progress: ReturnType<typeof progressOf>,
): Promise<{ words: Word[]; reading: BillReading } | undefined> {
  let best: { words: Word[]; reading: BillReading } | undefined;
  for (const look of looks) {
    if (best && (best.words.length === 0 || !isDoubtful(best.reading))) break;
    const words: Word[] = [];
    for (const draw of look) {
      if (signal?.aborted) return undefined;
      progress.next();
      words.push(...(await recogniser.recognise(await draw())));
    }
    const reading = extractBill(words, context);
    // The words stay those of the first look: both look at the same page.
    best = best ? { ...best, reading: betterReading(best.reading, reading) } : { words, reading };
  }
  return best;
}

/** Counts pages over all looks, so that the share only grows. */
function progressOf({ looks, onProgress }: RecogniseOptions) {
  const all = looks.reduce((sum, look) => sum + look.length, 0);
  const pages = looks[0]?.length ?? 1;
  let done = -1;
  const tell = (step: ReadingProgress["step"], share: number) => {
    const page = (Math.max(0, done) % pages) + 1;
    onProgress?.({ step, page, pages, share: Math.max(0, done + share) / Math.max(1, all) });
  };
  return {
    next: () => {
      done++;
      tell("picture", 0);
    },
    within: (share: number) => tell("recognition", share),
  };
}

function isUndecodable(error: unknown): boolean {
  return error instanceof Error && /attempting to read image/i.test(error.message);
}
