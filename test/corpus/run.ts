import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { runBankCorpus } from "./bank.ts";
import { runFecCorpus } from "./fec.ts";
import { runTakingOver } from "./fec-taking-over.ts";
import { runOcrCorpus } from "./ocr.ts";
import { statementFacts } from "./statement-facts.ts";

/** What a folder of files is checked with, by the folder's name. */
const CHECKS: Record<
  string,
  Record<string, (dir: string) => Promise<CorpusResult> | CorpusResult>
> = {
  fec: { "fec, verdicts": runFecCorpus, "fec, taken over and written": runTakingOver },
  bank: { bank: runBankCorpus },
  ocr: { ocr: runOcrCorpus },
};

interface CorpusResult {
  passed: number;
  failed: number;
  report: string[];
}

const asked = process.argv.slice(2).find((word) => !word.startsWith("--"));
if (asked === undefined || !existsSync(asked)) {
  console.error("Usage: npm run corpus -- DIR [--json]   (DIR is, or holds, fec/, bank/, ocr/)");
  process.exit(2);
}
const folder = resolve(asked);
if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify(statementFacts(folder), undefined, 2)}\n`);
  process.exit(0);
}
const own = CHECKS[basename(folder)] === undefined ? [] : [folder];
const inner = readdirSync(folder)
  .filter((name) => CHECKS[name] !== undefined)
  .map((name) => join(folder, name));
let passed = 0;
let failed = 0;
for (const dir of own.length > 0 ? own : inner) {
  for (const [name, check] of Object.entries(CHECKS[basename(dir)]!)) {
    const result = await check(dir);
    console.log(`── ${name}: ${result.passed} passed, ${result.failed} failed`);
    for (const line of result.report) console.log(`   ${line}`);
    passed += result.passed;
    failed += result.failed;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
