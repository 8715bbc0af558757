import { isRefusal } from "#main/base/refusal.ts";
import { letterAutomatically } from "#main/ledger/lettering/letter-automatically.ts";
import { postEntry } from "#main/ledger/post-entry.ts";
import { ensureParty } from "#main/parties/ensure-party.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";
import type { BenchRow } from "./rows.ts";

const PARTIES_PER_LINE = 50;
const TARGET_S = 5;

/** Automatic lettering of open lines by the tens of thousands, half of them with a reference. */
export async function benchLettering(sizes = [10_000, 30_000, 100_000]): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const lines of sizes) {
    const core = await coreBook();
    await fill(core, lines);
    const from = performance.now();
    const done = await core.book.transact(core.act, letterAutomatically(core.act, {}));
    if (isRefusal(done)) throw new Error(done.code);
    const seconds = (performance.now() - from) / 1000;
    core.remove();
    const size = lines.toLocaleString("en");
    rows.push({
      name: `automatic lettering, ${size} open lines`,
      value: seconds,
      unit: "s",
      ...(lines >= 100_000 ? { target: `< ${TARGET_S} s`, met: seconds < TARGET_S } : {}),
    });
    const share = done.lettered / done.looked;
    rows.push({ name: `… of which lettered`, value: share * 100, unit: "%" });
  }
  return rows;
}

async function fill(core: CoreBook, lines: number): Promise<void> {
  const done = await core.book.transact(core.act, (tx) => {
    const parties = Array.from({ length: Math.ceil(lines / PARTIES_PER_LINE) }, (_, i) =>
      ensureParty(tx, { kind: "customer", code: `B${i}`, name: `Client ${i}` }),
    );
    for (let i = 0; i < lines / 2; i++) {
      const partyId = parties[i % parties.length]!;
      const minor = 1000 + ((i * 7919) % 900_000);
      const text = i % 2 === 0 ? `FA-2026-${100_000 + i}` : "Vente";
      const paid = i % 2 === 0 ? `VIR MOTIF FA-2026-${100_000 + i}` : "VIR";
      for (const [journal, label, sign] of [
        ["VE", text, 1],
        ["OD", paid, -1],
      ] as const) {
        const side = { debitMinor: sign > 0 ? minor : 0, creditMinor: sign > 0 ? 0 : minor };
        const other = { debitMinor: side.creditMinor, creditMinor: side.debitMinor };
        const posted = postEntry(tx, core.act, {
          draft: {
            journal,
            datedOn: sign > 0 ? "2026-02-01" : "2026-03-01",
            pieceRef: label,
            label,
            lines: [
              { account: "411000", partyId, ...side },
              { account: "471000", ...other },
            ],
          },
        });
        if (isRefusal(posted)) return posted;
      }
    }
    return { result: null, audit: { subject: "bench" } };
  });
  if (isRefusal(done)) throw new Error(done.code);
}
