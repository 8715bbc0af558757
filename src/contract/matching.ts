import { z } from "zod";
import { dateSchema, idSchema, minorSchema } from "./procedure.ts";

export const itemKindSchema = z.enum(["invoice", "bill"]);

export const reasonSchema = z.object({
  signal: z.string(),
  value: z.union([z.string(), z.number()]),
  weight: z.number(),
});

export const allocationSchema = z.object({
  itemKind: itemKindSchema,
  itemId: idSchema,
  amountMinor: minorSchema,
});

export const candidateSchema = z.object({
  allocations: z.array(
    allocationSchema.extend({ reference: z.string(), partyName: z.string(), dueOn: dateSchema }),
  ),
  /** The account that takes the whole line, when it pays no item, and what it settles there. */
  booking: z
    .object({
      account: z.string(),
      accountLabel: z.string(),
      partyId: idSchema.nullable(),
      partyName: z.string().nullable(),
      text: z.string(),
      entryId: idSchema.nullable(),
      otherLineId: idSchema.nullable(),
    })
    .nullable(),
  feeMinor: minorSchema,
  differenceMinor: minorSchema,
  score: z.number(),
  reasons: z.array(reasonSchema),
  /** What this candidate is called when it is accepted or refused. */
  key: z.string(),
});
export type MatchCandidate = z.infer<typeof candidateSchema>;

export const bankLineRowSchema = z.object({
  id: idSchema,
  bankAccountId: idSchema,
  bankAccountName: z.string(),
  bookedOn: dateSchema,
  amountMinor: minorSchema,
  currency: z.string(),
  label: z.string(),
  counterpartyName: z.string().nullable(),
  state: z.enum(["matched", "suggested", "abstained", "unmatched"]),
  madeBy: z.enum(["engine", "person", "rule"]).nullable(),
  matchId: idSchema.nullable(),
  entryId: idSchema.nullable(),
});
export type BankLineRow = z.infer<typeof bankLineRowSchema>;

export const openItemSchema = z.object({
  itemKind: itemKindSchema,
  itemId: idSchema,
  reference: z.string(),
  partyName: z.string(),
  issuedOn: dateSchema,
  dueOn: dateSchema,
  openMinor: minorSchema,
});
export type OpenItemRow = z.infer<typeof openItemSchema>;

/** A bank line that a command could not do, and the refusal. */
export const refusedLineSchema = z.object({
  bankLineId: idSchema,
  label: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

/** What several bank lines came to: done, refused by name, and what to undo them together by. */
export const batchReportSchema = z.object({
  done: z.number().int(),
  refused: z.array(refusedLineSchema),
});

export const matchBatchSchema = z.object({
  batchId: idSchema,
  command: z.string(),
  atMs: z.number().int(),
  person: z.string(),
  made: z.number().int(),
  /** How many of them have not been undone. */
  standing: z.number().int(),
});
export type MatchBatch = z.infer<typeof matchBatchSchema>;

export const matchedSchema = z.object({
  matchId: idSchema,
  entryId: idSchema,
  number: z.number().int(),
});
