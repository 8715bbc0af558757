import type { ledgerWords } from "#renderer/words/ledger.ts";
import type { Words } from "#renderer/words/words.ts";

/** The address of what an entry or a forecast flow comes from; undefined when it has no screen. */
export function originAddress(kind: string, id: number): string | undefined {
  switch (kind) {
    case "invoice":
      return `#/sales?invoice=${id}`;
    case "bill":
      return `#/purchases?bill=${id}`;
    case "bank-line":
      return `#/bank?line=${id}`;
    default:
      return undefined;
  }
}

/** What an entry comes from, in words. */
export function originWords(kind: string | null, w: Words<typeof ledgerWords>): string {
  switch (kind) {
    case "invoice":
      return w.invoice;
    case "bill":
      return w.bill;
    case "bank-line":
      return w.bankLine;
    default:
      return w.byHand;
  }
}
