import type Database from "better-sqlite3";
import { coreBook } from "../core/core-book.ts";
import { benchFsyncs } from "./fsyncs.ts";
import { draftsOf, postAll } from "./ledger-book.ts";
import { type BenchRow, median } from "./rows.ts";

const BULK = 10_000;
const SINGLES = 300;
const RUNS = 3;

/** Posting singly and in bulk, against raw inserts of the same rows without any invariant. */
export async function benchPosting(): Promise<BenchRow[]> {
  const bulk: number[] = [];
  const raw: number[] = [];
  const single: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    raw.push(await rawRate());
    const core = await coreBook();
    const drafts = draftsOf(core.customerId, BULK);
    const from = performance.now();
    await postAll(core, drafts);
    bulk.push((BULK / (performance.now() - from)) * 1000);
    const singleFrom = performance.now();
    for (const draft of drafts.slice(0, SINGLES)) await core.post(draft);
    single.push((SINGLES / (performance.now() - singleFrom)) * 1000);
    core.remove();
  }
  const ratio = median(bulk) / median(raw);
  return [
    { name: "raw insert, entries a second", value: median(raw), unit: "entries/s" },
    {
      name: "bulk posting, all invariants on",
      value: median(bulk),
      unit: "entries/s",
      baseline: median(raw),
      ratio,
      target: "≥ 0.50 of raw",
      met: ratio >= 0.5,
    },
    { name: "posting one at a time, durable", value: median(single), unit: "entries/s" },
    ...benchFsyncs(),
  ];
}

/** The same rows by prepared statements into the same tables, triggers dropped. */
async function rawRate(): Promise<number> {
  const core = await coreBook();
  for (const name of ["line_late", "entry_balanced", "entry_numbered"]) {
    core.database.exec(`DROP TRIGGER ${name}`);
  }
  const drafts = draftsOf(core.customerId, BULK);
  const from = performance.now();
  insertRaw(core.database, drafts);
  const rate = (BULK / (performance.now() - from)) * 1000;
  core.remove();
  return rate;
}

function insertRaw(database: Database.Database, drafts: ReturnType<typeof draftsOf>): void {
  const entry = database.prepare(
    "INSERT INTO entry VALUES (?, 2, ?, ?, ?, ?, ?, ?, '2026-06-15', 0, NULL, NULL, NULL, ?)",
  );
  const line = database.prepare(
    "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)",
  );
  const hash = Buffer.alloc(32);
  database.transaction(() => {
    for (const [i, d] of drafts.entries()) {
      const id = i + 1;
      entry.run(id, id, d.journal, d.datedOn, d.pieceRef, d.datedOn, d.label, hash);
      for (const [j, l] of d.lines.entries()) {
        const own = [l.account, l.partyId ?? null, d.label, l.debitMinor, l.creditMinor];
        line.run(id * 65_536 + j + 1, id, j + 1, d.datedOn, ...own);
      }
    }
  })();
}
