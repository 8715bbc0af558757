import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { runBankCorpus } from "./bank.ts";
import { runFecCorpus } from "./fec.ts";
import { runOcrCorpus } from "./ocr.ts";

/** What a folder of files is checked with, by the folder's name. */
const CHECKS: Record<string, (dir: string) => Promise<CorpusResult> | CorpusResult> = {
  fec: runFecCorpus,
  bank: runBankCorpus,
  ocr: runOcrCorpus,
};

interface CorpusResult {
  passed: number;
  failed: number;
  report: string[];
}

const asked = process.argv[2];
if (asked === undefined || !existsSync(asked)) {
  console.error("Usage: npm run corpus -- DIR   (DIR is, or holds, fec/, bank/, ocr/)");
  process.exit(2);
}
const folder = resolve(asked);
const own = CHECKS[basename(folder)] === undefined ? [] : [folder];
const inner = readdirSync(folder)
  .filter((name) => CHECKS[name] !== undefined)
  .map((name) => join(folder, name));
let passed = 0;
let failed = 0;
for (const dir of own.length > 0 ? own : inner) {
  const result = await CHECKS[basename(dir)]!(dir);
  console.log(`── ${basename(dir)}: ${result.passed} passed, ${result.failed} failed`);
  for (const line of result.report) console.log(`   ${line}`);
  passed += result.passed;
  failed += result.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
