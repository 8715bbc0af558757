import type { AskedAllocation } from "./confirm-match.ts";
import type { Candidate } from "./matching/model.ts";
import type { MatchReason } from "./post-match.ts";
import type { Booking, Recognition } from "./recognition/recognition.ts";

/** A candidate as the book keeps it with its bank line: items that it pays, or one account. */
export interface StoredCandidate {
  allocations: readonly AskedAllocation[];
  feeMinor: number;
  differenceMinor: number;
  /** Absent in candidates kept before lines could be booked whole. */
  booking?: Booking | null;
  score: number;
  reasons: readonly MatchReason[];
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

/**
 * What a candidate is called from one run to the next, in a refusal and in an answer: its items in
 * whatever order, or its account with what it settles.
 */
export function candidateKey(
  candidate: Pick<StoredCandidate, "allocations" | "booking" | "differenceMinor">,
): string {
  const { allocations, booking, differenceMinor } = candidate;
  if (allocations.length > 0 || !booking) {
    const items = allocations.map(itemName).sort();
    // A part payment and a discount take the same item in two ways.
    return [...items, ...(differenceMinor === 0 ? [] : [`d${differenceMinor}`])].join(" ");
  }
  const { account, partyId, entryId, otherLineId } = booking;
  return `${account}:${partyId ?? ""}:${entryId ?? ""}:${otherLineId ?? ""}`;
}

/** A candidate of the matching engine, as it is kept. */
export function storedCandidate(candidate: Candidate): StoredCandidate {
  return {
    ...candidate,
    booking: null,
    allocations: candidate.allocations.map((a) => ({
      ...namedItem(a.itemId),
      amountMinor: a.amountMinor,
    })),
  };
}

/** What was recognised, as it is kept. */
export function storedRecognition(found: Recognition): StoredCandidate {
  const { allocations, booking, score, reasons } = found;
  return { allocations, booking, score, reasons, feeMinor: 0, differenceMinor: 0 };
}
