import { spawnSync } from "node:child_process";
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "#contract/date.ts";
import { carryFile } from "#contract/large-file.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { resultOf } from "../main-job/sample-office.ts";
import { longCamt } from "./long-camt.ts";
import type { BenchRow } from "./rows.ts";

const SIZES_MB = [20, 200];
const LINES_PER_MB = 2640;

/** Memory and time of large CAMT files through a whole office, each in a process of its own. */
export function benchLargeStatement(): BenchRow[] {
  const peaks = SIZES_MB.map((mb) => {
    const run = spawnSync(process.execPath, [import.meta.filename, String(mb)], {
      encoding: "utf8",
    });
    return JSON.parse(run.stdout) as { peakMb: number; seconds: number };
  });
  const rows = peaks.flatMap(({ peakMb, seconds }, i): BenchRow[] => [
    { name: `CAMT of ${SIZES_MB[i]} MB imported, peak memory`, value: peakMb, unit: "MB" },
    { name: `CAMT of ${SIZES_MB[i]} MB imported`, value: seconds, unit: "s" },
  ]);
  const growth = (peaks[1]?.peakMb ?? 0) / (peaks[0]?.peakMb ?? 1);
  const told = { name: "memory of ten times the file", value: growth, unit: "x" };
  return [...rows, { ...told, target: "< 2", met: growth < 2 }];
}

/** The statement in order of days, as banks give it. */
function camtOf(mb: number): string {
  const rows = longCamt(mb * LINES_PER_MB).split("\n");
  const dated = rows.map((row, i) => {
    if (!row.startsWith("<Ntry")) return row;
    const on = addDays("2026-01-01", Math.floor((i * 365) / rows.length));
    return row.replaceAll(/<Dt>[^<]*</g, `<Dt>${on}<`);
  });
  return dated.join("\n");
}

async function importOne(mb: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ecritoire-large-"));
  const path = join(folder, "releve.xml");
  // Written by another process, so that making the file is not counted.
  spawnSync(process.execPath, [import.meta.filename, String(mb), path]);
  const office = startOffice(new URL("../../src/main/office.ts", import.meta.url));
  const calls = officeClient(office);
  await calls.book.create({
    folder: join(folder, "book"),
    passphrase: "banc de mesure",
    company: { name: "Banc", siren: "732829320" },
    years: [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }],
    bankAccounts: [{ name: "Courant" }],
  });
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage().rss / 1e6);
  }, 50);
  const startedAtMs = performance.now();
  const carried = await carryFile(new File([await openAsBlob(path)], "releve.xml"), calls.banking);
  await resultOf(await calls.banking.importStatement({ ...carried, bankAccountId: 1 }));
  const seconds = (performance.now() - startedAtMs) / 1000;
  clearInterval(timer);
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
  console.log(JSON.stringify({ peakMb, seconds }));
}

if (import.meta.main) {
  const [mb, path] = [Number(process.argv[2]), process.argv[3]];
  if (path === undefined) await importOne(mb);
  else writeFileSync(path, camtOf(mb));
}
