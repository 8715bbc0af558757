import { z } from "zod";
import { dateSchema, idSchema, minorSchema } from "./procedure.ts";

/** A line as typed so far: any cell may still be empty. Amounts in cents. */
export const typedLineSchema = z.object({
  account: z.string().default(""),
  partyId: idSchema.optional(),
  label: z.string().optional(),
  debitMinor: minorSchema.nonnegative().default(0),
  creditMinor: minorSchema.nonnegative().default(0),
  dueOn: dateSchema.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  currencyMinor: minorSchema.optional(),
});
export type TypedLine = z.output<typeof typedLineSchema>;

/** An entry as typed so far, kept as a draft even when nothing in it can be posted yet. */
export const typedEntrySchema = z.object({
  journal: z.string().default(""),
  datedOn: dateSchema.optional(),
  pieceRef: z.string().default(""),
  pieceOn: dateSchema.optional(),
  label: z.string().default(""),
  /** The day on which the entry is reversed by itself, for prepaid and accrued amounts. */
  reverseOn: dateSchema.optional(),
  lines: z.array(typedLineSchema).max(5000).default([]),
});
export type TypedEntry = z.output<typeof typedEntrySchema>;
