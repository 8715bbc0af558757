import type { SourceRef } from "#contract/finding.ts";

/** The address of a row that a figure opens down to; a party is found by its name. */
export function sourceAddress({ kind, id }: SourceRef, partyName?: string | null): string {
  switch (kind) {
    case "invoice":
    case "credit-note":
      return `/sales?invoice=${id}`;
    case "bill":
    case "bill-credit-note":
      return `/purchases?bill=${id}`;
    case "bank-line":
      return `/bank?line=${id}`;
    case "account":
      return `/entries/account/${id}`;
    case "entry":
      return `/entries?entry=${id}`;
    case "party":
      return partyName ? `/sales?search=${encodeURIComponent(partyName)}` : "/treasury/patterns";
    case "schedule":
      return "/treasury";
  }
}
