import { z } from "zod";

/** A category that the company budgets by (`budget:` of `rules.yaml`). */
export const namedCategorySchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** Accounts of expenses or income, or their beginnings, all on one side: `613`. */
  accounts: z.array(z.string().trim().min(1).max(20)).min(1),
});
export type NamedCategory = z.infer<typeof namedCategorySchema>;

/** One change of the list of categories; places count from 0. */
export const categoryEditSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("add"), category: namedCategorySchema }),
  z.object({
    kind: z.literal("replace"),
    place: z.number().int().min(0),
    category: namedCategorySchema,
  }),
  z.object({ kind: z.literal("remove"), place: z.number().int().min(0) }),
]);
export type CategoryEdit = z.infer<typeof categoryEditSchema>;

/**
 * The category of an account: the named one with its longest beginning, else the class of two
 * figures, which is a category of its own. Each account has one category and no more.
 */
export function budgetCategoryOf(categories: readonly NamedCategory[], account: string): string {
  let best = { name: account.slice(0, 2), length: 0 };
  for (const { name, accounts } of categories) {
    for (const prefix of accounts) {
      if (prefix.length > best.length && account.startsWith(prefix)) {
        best = { name, length: prefix.length };
      }
    }
  }
  return best.name;
}

/** A name without its accents, case and spaces, to find a category that a person wrote. */
export function categoryKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f\s]/g, "")
    .toLowerCase();
}
