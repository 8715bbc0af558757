import { parseAmount } from "#contract/amount.ts";
import type { OpenItemRow } from "#contract/matching.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { openItems } from "./open-items.ts";

/** Open items by reference, party or amount; the closest reference first. */
export function searchItems(read: ReadHandle, search: string, limit: number): OpenItemRow[] {
  const wanted = plain(search);
  const amountMinor = parseAmount(search);
  const found = openItems(read).filter(
    (item) =>
      wanted === "" ||
      plain(item.reference).includes(wanted) ||
      plain(item.partyName).includes(wanted) ||
      (amountMinor !== undefined && Math.abs(item.openMinor) === Math.abs(amountMinor)),
  );
  const rank = (item: OpenItemRow) => (plain(item.reference) === wanted ? 0 : 1);
  return found
    .sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, limit)
    .map(({ itemKind, itemId, reference, partyName, issuedOn, dueOn, openMinor }) => ({
      itemKind,
      itemId,
      reference,
      partyName,
      issuedOn,
      dueOn,
      openMinor,
    }));
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
