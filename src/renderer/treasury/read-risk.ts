import { queryOptions } from "@tanstack/react-query";
import { go } from "#renderer/app/router.ts";
import { office } from "#renderer/office.ts";

/** Every client's score: read once for the figures, the list and the panel. */
export const riskQuery = queryOptions({
  queryKey: ["treasury", "risk"],
  queryFn: ({ signal }) => office.treasury.risk({}, { signal }),
});

/** What the customers' accounts leave open by age, on the day of the scores. */
export function ageingQuery(asOn: string) {
  return queryOptions({
    queryKey: ["lettering", "aged", "customer", asOn],
    queryFn: ({ signal }) => office.lettering.agedBalance({ kind: "customer", asOn }, { signal }),
  });
}

/** Goes to the invoices that a client has not paid. */
export function goToInvoicesOf(partyName: string): void {
  go(`/sales?state=open&search=${encodeURIComponent(partyName)}`);
}
