import { z } from "zod";
import { idSchema } from "./procedure.ts";

/** What a column of an entry file may hold. */
export const entryFieldSchema = z.enum([
  "journalCode",
  "journalLabel",
  "number",
  "dateOn",
  "account",
  "accountLabel",
  "partyCode",
  "partyLabel",
  "accountOrParty",
  "pieceRef",
  "pieceOn",
  "label",
  "debitMinor",
  "creditMinor",
  "amountMinor",
  "signedMinor",
  "side",
  "dueOn",
  "letter",
  "letteredOn",
  "validatedOn",
  "currency",
  "currencyAmountMinor",
]);
export type EntryField = z.infer<typeof entryFieldSchema>;

/** A CSV of entries as one accountant's package reads it. */
export const exportProfileSchema = z.object({
  name: z.string().trim().min(1),
  separator: z.enum([";", ",", "\t", "|"]).default(";"),
  decimal: z.enum([",", "."]).default(","),
  dateFormat: z.enum(["DD/MM/YYYY", "DDMMYYYY", "DDMMYY", "YYYY-MM-DD", "YYYYMMDD"]),
  charset: z.enum(["utf-8", "utf-8-bom", "windows-1252"]).default("utf-8-bom"),
  hasHeader: z.boolean().default(true),
  columns: z.array(z.object({ title: z.string(), field: entryFieldSchema })).min(1),
});
export type ExportProfile = z.infer<typeof exportProfileSchema>;

export const keptProfileSchema = exportProfileSchema.extend({ id: idSchema });
