import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { clientActionSchema, paymentOutSchema } from "#contract/treasury-actions.ts";
import { office } from "#renderer/office.ts";

export type ClientAction = z.infer<typeof clientActionSchema>;
export type PaymentOut = z.infer<typeof paymentOutSchema>;
export type Actions = Awaited<ReturnType<typeof office.treasury.actions>>;

/** What to do first within so many minutes; the last answer stays while the next is worked out. */
export function useActions(minutes: number) {
  return useQuery({
    queryKey: ["treasury", "actions", minutes],
    queryFn: ({ signal }) => office.treasury.actions({ minutes }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** A figure of an action by its code: `open`, `days-late`, `unpaid-share`, `at-risk`, `effect`. */
export function figureOf(action: ClientAction, code: string): number {
  return action.why.find((one) => one.code === code)?.figure.value ?? 0;
}

/** Rows with their place in the order, which a table shows. */
export function ranked<Row>(rows: readonly Row[]): (Row & { rank: number })[] {
  return rows.map((row, i) => ({ ...row, rank: i + 1 }));
}
