import { eventIterator, oc } from "@orpc/contract";
import { z } from "zod";

/** What every procedure says of itself: which port serves it, and a sentence for its help. */
export interface ProcedureMeta {
  kind: "query" | "command";
  /** Answers while no book is open. */
  closed?: boolean;
  /** Needs neither a book nor an office: the terminal answers it itself, reading files as they come. */
  isLocal?: boolean;
  /** Its `file` may be carried by parts, under an `uploadId`. */
  takesLargeFile?: boolean;
  /** The field that the terminal also takes without its flag: `fec check FILE`. */
  positional?: string;
  fr: string;
  en: string;
}

export const refusedSchema = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

const refused = { REFUSED: { status: 422, data: refusedSchema } } as const;

type Words = Omit<ProcedureMeta, "kind">;

/** A procedure that only reads: served by the reader. */
export function query(words: Words) {
  return oc.$meta<ProcedureMeta>({ kind: "query", ...words }).errors(refused);
}

/** A procedure that writes: served by the writer, one at a time. */
export function command(words: Words) {
  return oc.$meta<ProcedureMeta>({ kind: "command", ...words }).errors(refused);
}

/** How far a long command is. */
export const progressSchema = z.object({
  stage: z.string(),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
});
export type ProgressEvent = z.infer<typeof progressSchema>;

/** Output of a long command: progress while it runs, then its result. */
export function streamOf<S extends z.ZodType>(result: S) {
  return eventIterator(progressSchema, result);
}

export const dateSchema = z.iso.date();
export const minorSchema = z.number().int();
export const idSchema = z.number().int().positive();
export const bpsSchema = z.number().int().min(0).max(10_000);

/** A page asked for by key: what comes after `after`, at most `limit` rows. */
export const pageShape = {
  after: z.string().optional(),
  limit: z.number().int().min(1).max(500).default(100),
};

/** A page of rows; `next` is the key to ask with for the following one. */
export function pageOf<S extends z.ZodType>(row: S) {
  return z.object({
    rows: z.array(row),
    next: z.string().optional(),
    total: z.number().int().optional(),
  });
}

/** A row that an import refused, with its line in the file. */
export const refusedRowSchema = z.object({
  line: z.number().int().nonnegative(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

/** What an import did, or would do when `preview`; `inBook` is counted in the book afterwards. */
export const importReportSchema = z.object({
  kind: z.string(),
  fileName: z.string(),
  preview: z.boolean(),
  found: z.number().int(),
  added: z.number().int(),
  already: z.number().int(),
  refused: z.array(refusedRowSchema),
  mapping: z.record(z.string(), z.string()).optional(),
  /** Of a table whose columns a person may choose: its headers, and the fields to choose for. */
  choices: z
    .object({
      headers: z.array(z.string()),
      fields: z.array(z.object({ field: z.string(), title: z.string() })),
      inverted: z.boolean(),
    })
    .optional(),
  inBook: z.object({ rows: z.number().int(), totalMinor: minorSchema }),
  notes: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** What every import takes: the file, whether only to look, and columns chosen by a person. */
export const importShape = {
  file: z.file(),
  preview: z.boolean().default(false),
  mapping: z.record(z.string(), z.string()).optional(),
};

/** Of what is posted: books on the first open day what belongs to a locked period. */
export const lateShape = { late: z.boolean().default(false) };
