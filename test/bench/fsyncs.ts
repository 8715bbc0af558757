import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./rows.ts";

/** Few enough that the log is not yet copied into the book (a checkpoint, at 1,000 pages). */
const FEW = 40;
const MANY = 400;
const child = join(import.meta.dirname, "post-entries.ts");

/** How often the disk is told to keep what was written, for each posting; counted by strace. */
export function benchFsyncs(): BenchRow[] {
  if (spawnSync("strace", ["-V"]).status !== 0) {
    console.log("fsyncs are not counted: strace is not installed (apt-get install strace).");
    return [];
  }
  const none = count(0);
  const each = (count(FEW) - none) / FEW;
  const withCheckpoints = (count(MANY) - none) / MANY;
  return [
    { name: "fsyncs a posting", value: each, unit: "calls", target: "1", met: each === 1 },
    { name: "fsyncs a posting, checkpoints included", value: withCheckpoints, unit: "calls" },
  ];
}

/** The calls of a process that opens a new book and posts a number of entries one at a time. */
function count(postings: number): number {
  const folder = mkdtempSync(join(tmpdir(), "ecritoire-fsyncs-"));
  const log = join(folder, "calls");
  const watched = ["-f", "-e", "trace=fsync,fdatasync", "-o", log];
  execFileSync("strace", [...watched, process.execPath, child, String(postings)]);
  const calls = readFileSync(log, "utf8").match(/\bf(data)?sync\(/g) ?? [];
  rmSync(folder, { recursive: true, force: true });
  return calls.length;
}
