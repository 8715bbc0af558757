import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { addDays } from "#contract/date.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import type { BenchRow } from "./rows.ts";

const LINES = 100_000;

/** A statement of 100,000 lines through the office, twice, with the main thread watched. */
export async function benchStatements(): Promise<BenchRow[]> {
  const root = mkdtempSync(join(tmpdir(), "ecritoire-bench-"));
  const office = startOffice(new URL("../../src/main/office.ts", import.meta.url));
  const calls = officeClient(office);
  await calls.book.create({
    folder: join(root, "book"),
    passphrase: "banc de mesure",
    company: { name: "Banc", siren: "732829320" },
    years: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
    bankAccounts: [{ name: "Courant" }],
  });
  const file = new File([csv()], "releve.csv");
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
  const stallMs = delay.percentile(99) / 1_000_000;
  return [
    {
      name: `statement import, ${first.added} lines, duplicates checked`,
      value: first.ms / 1000,
      unit: "s",
      target: "< 6 s",
      met: first.ms < 6000,
    },
    { name: "second import of the same file, added", value: again.added, unit: "lines" },
    { name: "second import of the same file", value: again.ms / 1000, unit: "s" },
    {
      name: "main thread during the import, p99",
      value: stallMs,
      unit: "ms",
      target: "< 50 ms",
      met: stallMs < 50,
    },
    { name: "main thread during the import, longest", value: delay.max / 1_000_000, unit: "ms" },
  ];
}

function csv(): string {
  const rows = ["Date;Libellé;Montant"];
  for (let i = 0; i < LINES; i++) {
    const on = addDays("2026-01-01", i % 365);
    const day = on.split("-").reverse().join("/");
    rows.push(`${day};VIR SEPA RECU /DE CLIENT ${i % 700} /MOTIF FA-${i};${(i % 9000) + 1},50`);
  }
  return rows.join("\n");
}
