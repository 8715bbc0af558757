import { z } from "zod";
import { budgetProcedures } from "./budget.ts";
import { dateSchema, idSchema, minorSchema, query } from "./procedure.ts";

export const statementNameSchema = z.enum([
  "journal",
  "ledger",
  "balance",
  "party-balance",
  "aged-balance",
  "balance-sheet",
  "income-statement",
  "management-balances",
]);
export type StatementName = z.infer<typeof statementNameSchema>;

/** What a statement shows: any period, and what narrows or compares it. */
export const statementAskedSchema = z.object({
  name: statementNameSchema,
  fromOn: dateSchema,
  toOn: dateSchema,
  language: z.enum(["fr", "en"]).default("fr"),
  /** Journals and general ledger. */
  journal: z.string().optional(),
  /** Accounts that begin so. */
  account: z.string().regex(/^\d*$/).optional(),
  /** Party and aged balances. */
  partyKind: z.enum(["customer", "supplier"]).default("customer"),
  /** Balance sheet, income statement, management balances. */
  compareWith: z.enum(["none", "previous", "budget"]).default("previous"),
});
export type StatementAsked = z.output<typeof statementAskedSchema>;

export const statementColumnSchema = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(["text", "date", "money", "percent"]),
  /** Share of the sheet's width. */
  share: z.number(),
});
export type StatementColumn = z.infer<typeof statementColumnSchema>;

/** An account behind a figure of a layout, with what it brings. */
export const statementPartSchema = z.object({
  account: z.string(),
  label: z.string(),
  partyId: idSchema.nullable(),
  minor: minorSchema,
});
export type StatementPart = z.infer<typeof statementPartSchema>;

export const statementRowSchema = z.object({
  id: z.string(),
  kind: z.enum(["heading", "line", "subtotal", "total", "memo"]),
  /** By column: text, ISO date, cents, or basis points; null where there is nothing. */
  cells: z.array(z.union([z.string(), z.number(), z.null()])),
  entryId: idSchema.optional(),
  bankLineId: idSchema.optional(),
  account: z.string().optional(),
  partyId: idSchema.optional(),
  parts: z.array(statementPartSchema).optional(),
});
export type StatementRow = z.infer<typeof statementRowSchema>;

export const statementSchema = z.object({
  title: z.string(),
  company: z.string(),
  /** The period and what narrows the statement, one sentence each. */
  filter: z.array(z.string()),
  columns: z.array(statementColumnSchema),
  rows: z.array(statementRowSchema),
  next: z.string().optional(),
});
export type Statement = z.infer<typeof statementSchema>;

/** A bank account on a day. */
export const bankStatementAskedSchema = z.object({
  bankAccountId: idSchema,
  onDate: dateSchema,
  language: z.enum(["fr", "en"]).default("fr"),
});
export type BankStatementAsked = z.output<typeof bankStatementAskedSchema>;

const pageAsked = {
  limit: z.number().int().min(1).max(2000).default(500),
  after: z.string().optional(),
};

/** Statements of the books over any period, on screen and as files, and the budget beside them. */
export const statementsContract = {
  get: query({
    fr: "Établit un état : journaux, grand livre, balances, bilan, résultat, SIG.",
    en: "Draws a statement: journals, ledger, balances, balance sheet, income, margins.",
  })
    .input(statementAskedSchema.extend(pageAsked))
    .output(statementSchema),
  export: query({
    fr: "Écrit un état en PDF, XLSX ou CSV, avec son filtre en tête.",
    en: "Writes a statement as PDF, XLSX or CSV, its filter at the head.",
  })
    .input(statementAskedSchema.extend({ format: z.enum(["pdf", "xlsx", "csv"]) }))
    .output(z.object({ file: z.file(), rows: z.number().int() })),
  getBank: query({
    fr: "Établit l'état de rapprochement d'un compte bancaire à une date.",
    en: "Draws the reconciliation statement of a bank account on a day.",
  })
    .input(bankStatementAskedSchema.extend(pageAsked))
    .output(statementSchema),
  exportBank: query({
    fr: "Écrit l'état de rapprochement en PDF, XLSX ou CSV.",
    en: "Writes the reconciliation statement as PDF, XLSX or CSV.",
  })
    .input(bankStatementAskedSchema.extend({ format: z.enum(["pdf", "xlsx", "csv"]) }))
    .output(z.object({ file: z.file(), rows: z.number().int() })),
  vatReturn: query({
    fr: "Écrit une déclaration de TVA en PDF, ou en données CSV ou JSON.",
    en: "Writes a VAT return as PDF, or as CSV or JSON data.",
  })
    .input(
      z.object({
        endsOn: dateSchema.optional(),
        language: z.enum(["fr", "en"]).default("fr"),
        format: z.enum(["pdf", "csv", "json"]),
      }),
    )
    .output(z.object({ file: z.file() })),
  ...budgetProcedures,
};
