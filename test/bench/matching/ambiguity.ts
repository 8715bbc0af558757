import type { OpenItem } from "#main/reconciliation/matching/model.ts";
import type { MadeLine } from "./payments.ts";

interface Interval {
  readonly item: OpenItem;
  readonly paidOn: string;
}

/**
 * Tells which lines nobody could decide from what they hold: no number, and either no party, or
 * another item of the same party and amount that was open on that day. Lines that tell their
 * numbers, and sums, are never called ambiguous.
 */
export function findAmbiguous(items: readonly OpenItem[], made: readonly MadeLine[]) {
  const paidOn = new Map<string, string>();
  for (const m of made) {
    for (const id of m.allocations.keys()) {
      if ((paidOn.get(id) ?? "") < m.line.bookedOn) paidOn.set(id, m.line.bookedOn);
    }
  }
  const byKey = new Map<string, Interval[]>();
  const byId = new Map<string, OpenItem>();
  for (const item of items) {
    byId.set(item.id, item);
    const key = `${item.partyId} ${item.openMinor}`;
    const list = byKey.get(key) ?? [];
    list.push({ item, paidOn: paidOn.get(item.id) ?? "9999-12-31" });
    byKey.set(key, list);
  }
  const hasTwin = (id: string, on: string) => {
    const item = byId.get(id);
    const list = byKey.get(`${item?.partyId} ${item?.openMinor}`) ?? [];
    return list.some((o) => o.item.id !== id && o.item.issuedOn <= on && o.paidOn >= on);
  };
  const isAmbiguous = (m: MadeLine) => {
    if (m.class === "noise" || m.class === "return" || m.isTold) return false;
    if (m.class === "transfer") return true;
    if (!m.isPartyTold) return true;
    return [...m.allocations.keys()].some((id) => hasTwin(id, m.line.bookedOn));
  };
  return new Set(made.filter(isAmbiguous));
}
