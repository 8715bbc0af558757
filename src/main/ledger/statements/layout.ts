import { readFileSync } from "node:fs";
import { z } from "zod";
import { resourcePath } from "#main/base/resource-path.ts";

const wordsSchema = z.object({ fr: z.string(), en: z.string() });
const prefixes = z.array(z.string()).default([]);

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(["heading", "line", "subtotal", "total", "memo"]),
  ...wordsSchema.shape,
  /** Its name in years opened before 2025. */
  before: wordsSchema.optional(),
  /** Accounts that stand here whatever their side; on that side only; or taken off (28, 29…). */
  any: prefixes,
  debit: prefixes,
  credit: prefixes,
  less: prefixes,
  /** Rows added up; `-id` is taken away. */
  sum: prefixes,
  /** Takes the year's result. */
  result: z.boolean().default(false),
});
export type LayoutRow = z.infer<typeof rowSchema>;

const layoutSchema = z.object({ rows: z.array(rowSchema) });

const known = new Map<string, LayoutRow[]>();

/** The rows of a layout, as `resources/statements` keeps it. */
export function layoutOf(name: string): LayoutRow[] {
  const rows =
    known.get(name) ??
    layoutSchema.parse(JSON.parse(readFileSync(resourcePath("statements", `${name}.json`), "utf8")))
      .rows;
  known.set(name, rows);
  return rows;
}

/** ANC regulation 2022-06 gives new layouts to fiscal years opened from 1 January 2025. */
export function eraOf(yearStartsOn: string): "2025" | "before" {
  return yearStartsOn >= "2025-01-01" ? "2025" : "before";
}

/** Where an account stands: the row, and whether it is taken off there. */
export interface Place {
  row: LayoutRow;
  isLess: boolean;
}

/** Finds the row of an account with a balance (debit positive): the longest prefix wins. */
export class Placer {
  readonly #rules: { prefix: string; side: "any" | "debit" | "credit"; place: Place }[];

  constructor(rows: readonly LayoutRow[]) {
    this.#rules = rows.flatMap((row) => [
      ...row.any.map((prefix) => ({ prefix, side: "any" as const, place: { row, isLess: false } })),
      ...row.less.map((prefix) => ({ prefix, side: "any" as const, place: { row, isLess: true } })),
      ...row.debit.map((prefix) => ({
        prefix,
        side: "debit" as const,
        place: { row, isLess: false },
      })),
      ...row.credit.map((prefix) => ({
        prefix,
        side: "credit" as const,
        place: { row, isLess: false },
      })),
    ]);
    this.#rules.sort((a, b) => b.prefix.length - a.prefix.length);
  }

  /** @param minor debit positive; its side decides between rows for debtors and for creditors */
  place(account: string, minor: number): Place | undefined {
    const side = minor >= 0 ? "debit" : "credit";
    return this.#rules.find(
      (rule) => account.startsWith(rule.prefix) && (rule.side === "any" || rule.side === side),
    )?.place;
  }

  /** The row of an account of income or expense, whatever its side. */
  placeOfResult(account: string): Place | undefined {
    return this.#rules.find((rule) => account.startsWith(rule.prefix))?.place;
  }
}
