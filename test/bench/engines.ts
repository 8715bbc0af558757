import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fillSample, SAMPLE_PASSPHRASE } from "#main/book/sample-company.ts";
import { officeClient } from "#main/doors/office-client.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { keyFileSchema, unwrapBookKey } from "#main/security/key-slots.ts";
import { KEY } from "../core/core-book.ts";
import { engineRuns } from "./engine-runs.ts";
import { ENGINES_BOOK_ENDS_ON, enginesBook } from "./engines-book.ts";
import { type BenchRow, median } from "./rows.ts";

const SAMPLE_ENDS_ON = "2026-12-31";
const MOST_SECONDS = { sample: 3, large: 20 };
const REPEATS = { sample: 5, large: 3 };

interface Bench {
  name: string;
  file: string;
  key: Uint8Array;
  asOn: string;
  repeats: number;
  mostSeconds: number;
}

/**
 * Every engine of the treasury with its reads, on the sample company and on a book of 50,000
 * invoices and 200,000 bank lines: CPU time, each in a process of its own, so that what it takes
 * at most is its own.
 */
export async function benchEngines(): Promise<BenchRow[]> {
  return [...(await onSample()), ...(await onLarge())];
}

async function onSample(): Promise<BenchRow[]> {
  const root = mkdtempSync(join(tmpdir(), "ecritoire-engines-"));
  const folder = join(root, "book");
  try {
    const office = startOffice(new URL("../../src/main/office.ts", import.meta.url));
    const steps = fillSample(officeClient(office), { folder, documents: 0 });
    while ((await steps.next()).done !== true);
    await office.stop();
    const keys = keyFileSchema.parse(JSON.parse(readFileSync(join(folder, "keys.json"), "utf8")));
    const opened = unwrapBookKey(keys, { passphrase: SAMPLE_PASSPHRASE });
    if (opened === undefined) throw new Error("the sample's own passphrase opens it");
    return measure({
      ...{ name: "sample", file: join(folder, "book.db"), key: opened.key, asOn: SAMPLE_ENDS_ON },
      ...{ repeats: REPEATS.sample, mostSeconds: MOST_SECONDS.sample },
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function onLarge(): Promise<BenchRow[]> {
  const core = await enginesBook();
  try {
    return measure({
      ...{ name: "50,000 invoices", file: core.file, key: KEY, asOn: ENGINES_BOOK_ENDS_ON },
      ...{ repeats: REPEATS.large, mostSeconds: MOST_SECONDS.large },
    });
  } finally {
    core.remove();
  }
}

function measure(bench: Bench): BenchRow[] {
  const { file, key, asOn, repeats, mostSeconds } = bench;
  const script = fileURLToPath(new URL("engines-once.ts", import.meta.url));
  const engines = Object.keys(engineRuns).map((name) => {
    const asked = [script, file, Buffer.from(key).toString("hex"), asOn, name, String(repeats)];
    const told = JSON.parse(execFileSync(process.execPath, asked, { encoding: "utf8" })) as {
      ms: number[];
      peakMb: number;
    };
    return { name, ms: median(told.ms), firstMs: told.ms[0] ?? Number.NaN, peakMb: told.peakMb };
  });
  const sum = (of: (one: (typeof engines)[number]) => number) =>
    engines.reduce((total, one) => total + of(one), 0) / 1000;
  const [first, warm] = [sum((one) => one.firstMs), sum((one) => one.ms)];
  const target = { target: `< ${mostSeconds} s`, met: warm < mostSeconds };
  return [
    ...engines.flatMap(({ name, ms, peakMb }) => [
      { name: `${bench.name}: ${name}`, value: ms, unit: "ms of CPU" },
      { name: "… process at its highest", value: peakMb, unit: "MB" },
    ]),
    { name: `${bench.name}: all engines`, value: warm, unit: "s of CPU", ...target },
    { name: "… each for the first time", value: first, unit: "s of CPU" },
  ];
}
