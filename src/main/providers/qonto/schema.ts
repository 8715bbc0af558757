import { z } from "zod";

/**
 * Qonto's replies, business API v2 (docs.qonto.com, "List transactions", "List business
 * accounts"). Fields that we do not use may come, go and change; those that we use may not.
 */

const instant = z.iso.datetime({ offset: true });
const cents = z.int();
const currency = z.string().regex(/^[A-Z]{3}$/);
const text = z.string().nullish();

const counterparty = z
  .object({
    counterparty_account_number: text,
    counterparty_account_number_format: text,
  })
  .nullish();

const meta = z.object({
  current_page: z.int().min(1).nullish(),
  next_page: z.int().min(1).nullish(),
});

export const qontoAccount = z.object({
  id: z.string().min(1),
  iban: z.string(),
  name: text,
  currency,
  balance_cents: cents,
  status: text,
});

export const qontoAccounts = z.object({
  bank_accounts: z.array(qontoAccount),
  meta: meta.nullish(),
});

/** `amount` is a decimal number and is never read: `amount_cents` is exact. */
export const qontoTransaction = z
  .object({
    id: z.string().min(1),
    amount_cents: cents.nonnegative(),
    currency,
    side: z.enum(["credit", "debit"]),
    status: z.enum(["pending", "completed", "declined", "canceled"]),
    label: z.string(),
    clean_counterparty_name: text,
    reference: text,
    settled_at: instant.nullish(),
    emitted_at: instant,
    updated_at: instant,
    income: counterparty,
    transfer: counterparty,
    direct_debit: counterparty,
    direct_debit_collection: counterparty,
    swift_income: counterparty,
  })
  .refine((t) => t.status !== "completed" || typeof t.settled_at === "string", {
    path: ["settled_at"],
  });

export const qontoTransactions = z.object({ transactions: z.array(qontoTransaction), meta });

export type QontoAccount = z.infer<typeof qontoAccount>;
export type QontoAccounts = z.infer<typeof qontoAccounts>;
export type QontoTransaction = z.infer<typeof qontoTransaction>;
export type QontoTransactions = z.infer<typeof qontoTransactions>;
