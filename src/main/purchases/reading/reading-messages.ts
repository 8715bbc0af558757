import type { ReadingContext } from "./bill-reading.ts";
import type { DocumentReading } from "./read-document.ts";

/** What a reading worker is asked. */
export interface ReadingRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly context: Omit<ReadingContext, "fileName">;
}

/** A refusal as it crosses threads: a message keeps no class. */
export interface PlainRefusal {
  readonly code: string;
  readonly facts: object;
}

/** What a reading worker answers in the end. */
export type ReadingAnswer =
  | { readonly document: DocumentReading }
  | { readonly refusal: PlainRefusal };
