import { z } from "zod";
import { categoryEditSchema } from "./budget-category.ts";
import { command, minorSchema, query, refusedRowSchema } from "./procedure.ts";

const amountOfMonth = {
  month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/),
  /** Positive as its accounts usually stand: expenses and income alike. */
  amountMinor: minorSchema,
};

const categoryName = z.string().trim().min(1).max(80);

/** A month's budget of an account, or of a category as a whole; the two add up. */
export const budgetLineSchema = z.union([
  z.strictObject({ account: z.string().regex(/^[67]\d{1,9}$/), ...amountOfMonth }),
  /** A name of `rules.yaml`, or a class of two figures. */
  z.strictObject({ category: categoryName, ...amountOfMonth }),
]);
export type BudgetLine = z.infer<typeof budgetLineSchema>;

/** As kept: rules and accounts may have changed since it was typed. */
const keptLineSchema = z.union([
  z.strictObject({ account: z.string(), ...amountOfMonth }),
  z.strictObject({ category: z.string(), ...amountOfMonth }),
]);

/** The budget by account, category and month. */
export const budgetProcedures = {
  listBudget: query({
    fr: "Liste le budget d'une période, par compte ou catégorie et par mois.",
    en: "Lists the budget of a period, by account or category and month.",
  })
    .input(z.object({ fromMonth: z.string(), toMonth: z.string() }))
    .output(z.array(keptLineSchema)),
  setBudget: command({
    fr: "Fixe des montants du budget ; zéro efface.",
    en: "Sets amounts of the budget; zero clears.",
  })
    .input(z.object({ lines: z.array(budgetLineSchema).min(1).max(20_000) }))
    .output(z.object({ lines: z.number().int() })),
  budgetFromActual: command({
    fr: "Fait le budget d'une année depuis le réel de la précédente, avec une croissance.",
    en: "Makes a year's budget from the actuals of the year before, with a growth.",
  })
    .input(
      z.object({
        year: z.number().int().min(1900).max(2999),
        growthBps: z.number().int().min(-10_000).max(100_000),
        /** One amount an account, or one a category. */
        by: z.enum(["account", "category"]).default("account"),
        /** Only this category's budget is made again; all of them unless told. */
        category: categoryName.optional(),
      }),
    )
    .output(z.object({ lines: z.number().int() })),
  importBudget: command({
    fr: "Lit un budget d'un CSV ou XLSX : compte ou catégorie, et une colonne par mois.",
    en: "Reads a budget from a CSV or XLSX: account or category, and one column a month.",
  })
    .input(z.object({ file: z.file(), preview: z.boolean().default(false) }))
    .output(z.object({ lines: z.number().int(), refused: z.array(refusedRowSchema) })),
  listBudgetCategories: query({
    fr: "Liste les catégories de budget de rules.yaml, et celles qui n'y sont plus.",
    en: "Lists the budget categories of rules.yaml, and those that have left it.",
  })
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          name: z.string(),
          /** None once the category has left the rules. */
          accounts: z.array(z.string()),
          /** The account under which its own amounts stand in statements. */
          account: z.string(),
          isInRules: z.boolean(),
        }),
      ),
    ),
  editBudgetCategory: command({
    fr: "Ajoute, remplace ou ôte une catégorie de budget ; rules.yaml garde ses commentaires.",
    en: "Adds, replaces or removes a budget category; rules.yaml keeps its comments.",
  })
    .input(z.object({ edit: categoryEditSchema }))
    .output(z.object({ categories: z.number().int() })),
};
