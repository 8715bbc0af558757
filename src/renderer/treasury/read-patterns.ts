import { queryOptions } from "@tanstack/react-query";
import { go } from "#renderer/app/router.ts";
import { office } from "#renderer/office.ts";

export type Side = "customer" | "supplier";

/** How the parties of one side pay: read once for the figure and for the list. */
export function patternsQuery(side: Side) {
  return queryOptions({
    queryKey: ["treasury", "patterns", side],
    queryFn: ({ signal }) => office.treasury.paymentPatterns({ side }, { signal }),
  });
}

/** Goes to the invoices of a customer, or the bills of a supplier. */
export function openInvoicesOf(partyName: string, side: Side): void {
  const list = side === "customer" ? "/sales" : "/purchases";
  go(`${list}?search=${encodeURIComponent(partyName)}`);
}
