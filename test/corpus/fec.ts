import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkFec, type FecReport } from "#main/exports/fec-check.ts";
import type { FecKind } from "#main/exports/fec-columns.ts";

/** Result of a run over a corpus: how many cases agree, and a line for each that does not. */
export interface FecCorpusResult {
  passed: number;
  failed: number;
  report: string[];
}

/**
 * Checks every case of a folder and compares with the verdicts of the tax office's tool.
 * The folder holds `VERDICTS.txt` (`case | CONFORME`, `NON CONFORME` or `NOT RUN`) and one folder
 * per case with one file. The kind of income chosen in the tool is told by the case's name.
 */
export async function runFecCorpus(dir: string): Promise<FecCorpusResult> {
  const verdicts = await readFile(join(dir, "VERDICTS.txt"), "utf8");
  const result: FecCorpusResult = { passed: 0, failed: 0, report: [] };
  for (const line of verdicts.split("\n")) {
    const [name = "", expected = ""] = line.split("|").map((part) => part.trim());
    if (name === "") continue;
    const report = await checkCase(dir, name);
    const found = verdictOf(report);
    if (found === expected) {
      result.passed++;
      continue;
    }
    result.failed++;
    const why = report.official.findings.map((f) => `${f.rule}: ${f.fr}`).join(" ; ");
    result.report.push(`${name}: expected ${expected}, found ${found} (${why})`);
  }
  return result;
}

async function checkCase(dir: string, name: string): Promise<FecReport> {
  const [file = ""] = await readdir(join(dir, name));
  const chunks = createReadStream(join(dir, name, file)) as AsyncIterable<Uint8Array>;
  return checkFec({ name: file, chunks, kind: kindOf(name) });
}

function kindOf(name: string): FecKind {
  const kinds: readonly FecKind[] = ["BNCT", "BAT", "COM"];
  return kinds.find((kind) => name.split("_").includes(kind)) ?? "BIC";
}

function verdictOf({ official }: FecReport): string {
  if (official.refused) return "NOT RUN";
  return official.conforming ? "CONFORME" : "NON CONFORME";
}
