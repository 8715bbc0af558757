import type { ReadingContext } from "./bill-reading.ts";
import type { DocumentReading } from "./read-document.ts";
import type { ReadingProgress } from "./reading-progress.ts";

/** What a reading worker is asked. */
export interface ReadingRequest {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly context: Omit<ReadingContext, "fileName">;
}

/** A refusal as it crosses threads: a message keeps no class. */
export interface PlainRefusal {
  readonly code: string;
  readonly facts: object;
}

/** What a reading worker answers: progress any number of times, then one of the others. */
export type ReadingAnswer =
  | { readonly id: number; readonly progress: ReadingProgress }
  | { readonly id: number; readonly result: DocumentReading }
  | { readonly id: number; readonly refusal: PlainRefusal }
  | { readonly id: number; readonly fault: string };
