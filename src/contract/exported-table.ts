import { z } from "zod";

/** What a column holds: text, ISO dates, cents, basis points, days or plain numbers. */
export const exportedKindSchema = z.enum(["text", "date", "money", "percent", "days", "number"]);

/** A small table that is shown on a screen and leaves as a workbook. */
export const exportedTableSchema = z.object({
  columns: z
    .array(z.object({ label: z.string(), kind: exportedKindSchema }))
    .min(1)
    .max(100),
  /** By column; null where there is nothing. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).max(20_000),
});
export type ExportedTable = z.infer<typeof exportedTableSchema>;
export type ExportedKind = z.infer<typeof exportedKindSchema>;
export type ExportedCell = ExportedTable["rows"][number][number];
