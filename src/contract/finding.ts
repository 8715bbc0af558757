import { z } from "zod";

/** How far to believe a figure: A (well founded), B (fair), C (mostly assumption). */
export const reliabilitySchema = z.object({
  grade: z.enum(["A", "B", "C"]),
  /** Rows behind the figure, and the days that they span. */
  observations: z.number().int(),
  periodDays: z.number().int(),
});

/** A row of the book that a figure opens down to; several engines name the same kinds. */
export const sourceRefSchema = z.object({
  kind: z.enum([
    ...["invoice", "credit-note", "bill", "bill-credit-note", "bank-line"],
    ...["entry", "party", "account", "schedule"],
  ] as const),
  id: z.string(),
});
export type SourceRef = z.infer<typeof sourceRefSchema>;

/**
 * One figure of an engine: cents, days, months, a share (1 is all), a score (0 to 100) or a count;
 * null where the rows do not tell. Every figure says how far to believe it and opens down.
 */
export const figureSchema = z.object({
  value: z.number().nullable(),
  unit: z.enum(["minor", "days", "months", "share", "score", "count"]),
  reliability: reliabilitySchema,
  refs: z.array(sourceRefSchema),
});
export type Figure = z.infer<typeof figureSchema>;
