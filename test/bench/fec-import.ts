import { isRefusal } from "#main/base/refusal.ts";
import { writeFec } from "#main/exports/fec-write.ts";
import { ledgerEntries } from "#main/exports/ledger-entries.ts";
import { takeOverFec } from "#main/exports/taking-over/take-over-fec.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";
import { draftsOf, postAll } from "./ledger-book.ts";
import type { BenchRow } from "./rows.ts";

const LINES_PER_ENTRY = 3;

/** A year of another package taken over into an empty book: read, mapped, posted, lettered. */
export async function benchFecImport(sizes: readonly number[]): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const lines of sizes) {
    const bytes = await fileOf(lines);
    const core = await coreBook({ years: [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }] });
    const from = performance.now();
    const report = await takeOver(core, bytes);
    const seconds = (performance.now() - from) / 1000;
    core.remove();
    const size = report.lines.toLocaleString("en");
    rows.push({ name: `FEC import, ${size} lines`, value: lines / seconds, unit: "lines/s" });
  }
  return rows;
}

async function fileOf(lines: number): Promise<Uint8Array> {
  const core = await coreBook();
  await postAll(core, draftsOf(core.customerId, Math.ceil(lines / LINES_PER_ENTRY)));
  const options = { separator: "\t", charset: "utf-8" } as const;
  const chunks = [...writeFec(ledgerEntries(core.book.read, 2), options)];
  core.remove();
  return Buffer.concat(chunks);
}

async function takeOver(core: CoreBook, bytes: Uint8Array) {
  const file = { name: "732829320FEC20261231.txt", bytes };
  const work = takeOverFec(core.act, { file, unbalanced: "leave-out" });
  const done = await core.book.transact(core.act, work);
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.facts)}`);
  return done;
}
