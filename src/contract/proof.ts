import { z } from "zod";
import { dateSchema, idSchema, minorSchema } from "./procedure.ts";

/** One difference, with what it opens on. */
export const proofExampleSchema = z.object({
  label: z.string(),
  onDate: dateSchema,
  minor: minorSchema,
  invoiceId: idSchema.optional(),
  billId: idSchema.optional(),
  bankLineId: idSchema.optional(),
  bankAccountId: idSchema.optional(),
  entryId: idSchema.optional(),
  account: z.string().optional(),
});
export type ProofExample = z.infer<typeof proofExampleSchema>;

export const threeWayProofSchema = z.object({
  onDate: dateSchema,
  agrees: z.boolean(),
  /** How many of each were compared. */
  looked: z.object({
    invoices: z.number().int(),
    bills: z.number().int(),
    bankLines: z.number().int(),
    entries: z.number().int(),
  }),
  checks: z.array(
    z.object({
      check: z.string(),
      kind: z.enum(["missing", "double", "amount", "date", "party", "account"]),
      count: z.number().int(),
      /** Sum of the differences without their signs. */
      differenceMinor: minorSchema,
      examples: z.array(proofExampleSchema),
    }),
  ),
  /** Seal of the ledger's last entry, in hexadecimal. */
  ledgerHash: z.string(),
  /** SHA-256 of all the rest as JSON, in hexadecimal. */
  digest: z.string(),
});
export type ThreeWayProof = z.infer<typeof threeWayProofSchema>;

/** A proof as it was kept: its report whole, and the book's signature over it. */
export const keptProofSchema = z.object({
  proofId: idSchema,
  onDate: dateSchema,
  differences: z.number().int(),
  atMs: z.number().int(),
  person: z.string(),
});
export type KeptProof = z.infer<typeof keptProofSchema>;

/** Ed25519 (RFC 8032) over the UTF-8 bytes of `report`, by the key that this book keeps. */
export const signedProofSchema = keptProofSchema.extend({
  report: z.string(),
  /** Base64. */
  signature: z.string(),
  /** SubjectPublicKeyInfo in PEM, as `openssl pkeyutl -verify` reads it. */
  publicKey: z.string(),
});
