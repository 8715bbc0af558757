import { random } from "#main/base/random.ts";
import { isRefusal } from "#main/base/refusal.ts";
import type { EntryDraft } from "#main/ledger/model.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import type { CoreBook } from "../core/core-book.ts";

const REVENUE = ["706000", "706100", "706200", "606", "613", "627", "471000"];
const BATCH = 10_000;

/** Seeded entries of three lines each over 2026, so that every run posts the same rows. */
export function draftsOf(customerId: number, count: number): EntryDraft[] {
  const { next } = random(7);
  return Array.from({ length: count }, (_, i) => {
    const net = 100 + Math.floor(next() * 500_000);
    const vat = Math.round(net / 5);
    const month = String(1 + Math.floor(next() * 12)).padStart(2, "0");
    const day = String(1 + Math.floor(next() * 28)).padStart(2, "0");
    const revenue = REVENUE[Math.floor(next() * REVENUE.length)] ?? "706000";
    return {
      journal: "VE",
      datedOn: `2026-${month}-${day}`,
      pieceRef: `FA-${i}`,
      label: `Vente ${i}`,
      lines: [
        { account: "411000", partyId: customerId, debitMinor: net + vat, creditMinor: 0 },
        { account: revenue, debitMinor: 0, creditMinor: net },
        { account: "445711", debitMinor: 0, creditMinor: vat },
      ],
    };
  });
}

/** Posts entries in SQL transactions of 10,000. */
export async function postAll(core: CoreBook, drafts: readonly EntryDraft[]): Promise<void> {
  for (let from = 0; from < drafts.length; from += BATCH) {
    const done = await core.book.transact(core.act, (tx) => {
      for (const draft of drafts.slice(from, from + BATCH)) {
        const posted = postEntry(tx, core.act, { draft });
        if (isRefusal(posted)) return posted;
      }
      return { result: null, audit: { subject: "bench" } };
    });
    if (isRefusal(done)) throw new Error(done.code);
  }
}
