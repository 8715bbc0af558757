import type { AskedAllocation } from "./confirm-match.ts";
import type { Candidate, Reason } from "./matching/model.ts";

/** A candidate as the book keeps it with its bank line. */
export interface StoredCandidate {
  allocations: AskedAllocation[];
  feeMinor: number;
  differenceMinor: number;
  score: number;
  reasons: readonly Reason[];
}

/** The engine's name of an item: `invoice:12`. */
export function itemName(item: { itemKind: string; itemId: number }): string {
  return `${item.itemKind}:${item.itemId}`;
}

/** The item behind an engine's name. */
export function namedItem(name: string): { itemKind: "invoice" | "bill"; itemId: number } {
  const [itemKind, itemId] = name.split(":");
  return { itemKind: itemKind as "invoice" | "bill", itemId: Number(itemId) };
}

/** The same items always give the same key, in whatever order. */
export function itemsKey(allocations: readonly { itemKind: string; itemId: number }[]): string {
  return allocations.map(itemName).sort().join(" ");
}

/** A candidate of the engine, as it is kept. */
export function storedCandidate(candidate: Candidate): StoredCandidate {
  return {
    ...candidate,
    allocations: candidate.allocations.map((a) => ({
      ...namedItem(a.itemId),
      amountMinor: a.amountMinor,
    })),
  };
}
