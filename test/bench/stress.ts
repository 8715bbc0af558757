import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BenchRow, median } from "./rows.ts";
import { benchStressModel } from "./stress-model.ts";

const RUNS = 10_000;
const REPEATS = 9;
const ROUNDS = 3;
const MOST_RATIO = 1;
const MOST_MB = 140;

interface Measured {
  ms: number[];
  /** The process at its highest so far, after each call. */
  peaksMb: number[];
  beforeMb?: number;
  figures: { fan: number[]; soFar: number[]; worst: number; buffer: number; driver: number };
}

/**
 * The stress test in its thread against the same job in NumPy, each in a process of its own, in
 * turns: medians of the repeats after the first, and how far the two agree.
 */
export function benchStress(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), "ecritoire-stress-"));
  try {
    const path = join(folder, "model.json");
    writeFileSync(path, JSON.stringify(benchStressModel()));
    const ours: Measured[] = [];
    const numpy: Measured[] = [];
    const hasNumpy = spawnSync("python3", ["-c", "import numpy"]).status === 0;
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(measured(process.execPath, [beside("stress-once.ts"), path, String(REPEATS)]));
      if (!hasNumpy) continue;
      const asked = [beside("stress_numpy.py"), path, String(RUNS), String(REPEATS)];
      numpy.push(measured("python3", asked));
    }
    return [...oursRows(ours), ...numpyRows(ours, numpy)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(program: string, args: string[]): Measured {
  return JSON.parse(execFileSync(program, args, { encoding: "utf8" })) as Measured;
}

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

const warm = (all: readonly Measured[]) => median(all.flatMap((m) => m.ms.slice(1)));
const highest = (all: readonly Measured[], call: number) =>
  Math.max(...all.map((m) => m.peaksMb.at(call) ?? 0));

function oursRows(ours: readonly Measured[]): BenchRow[] {
  const target = `< ${MOST_MB} MB`;
  const [peak, after] = [highest(ours, 0), highest(ours, -1)];
  const before = median(ours.map((m) => m.beforeMb ?? 0));
  return [
    { name: "stress, first call with the thread's start", value: median(firsts(ours)), unit: "ms" },
    {
      ...{ name: "stress, whole process at its highest", value: peak, unit: "MB" },
      ...{ target, met: peak < MOST_MB },
    },
    {
      ...{ name: `… after ${REPEATS} calls`, value: after, unit: "MB" },
      ...{ target, met: after < MOST_MB },
    },
    { name: "… of which before the first call", value: before, unit: "MB" },
  ];
}

function firsts(all: readonly Measured[]): number[] {
  return all.map((m) => m.ms[0] ?? Number.NaN);
}

function numpyRows(ours: readonly Measured[], numpy: readonly Measured[]): BenchRow[] {
  const name = "stress, 10,000 runs × 365 days, warm thread";
  const value = warm(ours);
  const [a, b] = [ours[0], numpy[0]];
  if (!a || !b) return [{ name: `${name} (NumPy is absent)`, value, unit: "ms" }];
  const baseline = warm(numpy);
  const ratio = value / baseline;
  const target = `≤ ${MOST_RATIO} of NumPy`;
  const width = (b.figures.fan[4] ?? 0) - (b.figures.fan[0] ?? 0);
  const gaps = b.figures.fan.map((v, i) => Math.abs(v - (a.figures.fan[i] ?? 0)) / width);
  return [
    { name, value, unit: "ms", baseline, ratio, target, met: ratio <= MOST_RATIO },
    { name: "… the same in NumPy", value: baseline, unit: "ms" },
    { name: "… NumPy at its highest", value: highest(numpy, 0), unit: "MB" },
    {
      ...{ name: "… widest gap of a last quantile, of the 90 % band", unit: "%" },
      ...{ value: 100 * Math.max(...gaps), target: "< 5 %", met: Math.max(...gaps) < 0.05 },
    },
  ];
}
