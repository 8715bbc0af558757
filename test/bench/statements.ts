import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { longCamt } from "./long-camt.ts";
import { longCsv } from "./long-csv.ts";
import type { BenchRow } from "./rows.ts";

const LINES = 100_000;

/** Statements of 100,000 lines through the office, twice each, with the main thread watched. */
export async function benchStatements(): Promise<BenchRow[]> {
  return [
    ...(await importTwice(new File([longCsv(LINES)], "releve.csv"))),
    ...(await importTwice(new File([longCamt(LINES)], "releve.camt.xml"))),
  ];
}

async function importTwice(file: File): Promise<BenchRow[]> {
  const root = mkdtempSync(join(tmpdir(), "ecritoire-bench-"));
  const office = startOffice(new URL("../../src/main/office.ts", import.meta.url));
  const calls = officeClient(office);
  await calls.book.create({
    folder: join(root, "book"),
    passphrase: "banc de mesure",
    company: { name: "Banc", siren: "732829320" },
    years: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
    bankAccounts: [{ name: "Courant", iban: "FR7630006000011234567890189" }],
  });
  const run = async () => {
    const from = performance.now();
    const events = await calls.banking.importStatement({ file, bankAccountId: 1 });
    for (;;) {
      const event = await events.next();
      if (event.done === true) return { ms: performance.now() - from, added: event.value.added };
    }
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const first = await run();
  delay.disable();
  const again = await run();
  await office.stop();
  rmSync(root, { recursive: true, force: true });
  return rowsOf(file.name, { first, again, delay });
}

interface Timed {
  ms: number;
  added: number;
}

function rowsOf(
  name: string,
  { first, again, delay }: { first: Timed; again: Timed; delay: IntervalHistogram },
): BenchRow[] {
  const stallMs = delay.percentile(99) / 1_000_000;
  const longestMs = delay.max / 1_000_000;
  return [
    {
      name: `${name}: ${first.added} lines imported, duplicates checked`,
      value: first.ms / 1000,
      unit: "s",
      target: "< 6 s",
      met: first.ms < 6000,
    },
    { name: `${name}: second import, added`, value: again.added, unit: "lines" },
    { name: `${name}: second import`, value: again.ms / 1000, unit: "s" },
    { name: `${name}: main thread meanwhile, p99`, value: stallMs, unit: "ms" },
    {
      name: `${name}: main thread meanwhile, longest`,
      value: longestMs,
      unit: "ms",
      target: "< 50 ms",
      met: longestMs < 50,
    },
  ];
}
