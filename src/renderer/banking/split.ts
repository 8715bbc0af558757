import type { OpenItemRow } from "#contract/matching.ts";

/** A part of a bank line: of an open item, or on an account. Amounts as the bank shows them. */
export type Part =
  | {
      kind: "item";
      itemKind: OpenItemRow["itemKind"];
      itemId: number;
      name: string;
      amountMinor: number;
    }
  | { kind: "account"; account: string; party?: string; name: string; amountMinor: number };

/** What the parts leave of the line. */
export function leftOf(lineMinor: number, parts: readonly Part[]): number {
  return parts.reduce((left, part) => left - part.amountMinor, lineMinor);
}

/** As much of an item as the line still has room for; an item of the other sign is taken whole. */
export function itemPart(item: OpenItemRow, leftMinor: number): Part {
  const { itemKind, itemId, reference, openMinor } = item;
  const isSameSide = Math.sign(openMinor) === Math.sign(leftMinor);
  const isPart = isSameSide && Math.abs(openMinor) > Math.abs(leftMinor);
  const amountMinor = isPart ? leftMinor : openMinor;
  return { kind: "item", itemKind, itemId, name: reference, amountMinor };
}

/** The parts as the office takes them. */
export function asAsked(parts: readonly Part[]) {
  const allocations = [];
  const booked = [];
  for (const part of parts) {
    if (part.kind === "item") {
      const { itemKind, itemId, amountMinor } = part;
      allocations.push({ itemKind, itemId, amountMinor });
    } else {
      const { account, amountMinor, party } = part;
      booked.push({ account, amountMinor, ...(party === undefined ? {} : { party }) });
    }
  }
  return { allocations, parts: booked };
}
