import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isRefusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { checkFec } from "#main/exports/fec-check.ts";
import { fecEntries } from "#main/exports/fec-entries.ts";
import { writeFec } from "#main/exports/fec-write.ts";
import { takeOverFec } from "#main/exports/taking-over/take-over-fec.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";
import { type FileFacts, fileFacts } from "./fec-file-facts.ts";

/** How many files came back with the same balances and letters, and a line for each other. */
interface TakingOverResult {
  passed: number;
  failed: number;
  report: string[];
}

/**
 * Takes every conforming file of a folder over into a book of its own, writes the year's FEC, and
 * compares: the balance of each account, and the amounts of each lettering group. Both sides are
 * read by the naive reader of the test.
 */
export async function runTakingOver(dir: string): Promise<TakingOverResult> {
  const result: TakingOverResult = { passed: 0, failed: 0, report: [] };
  for (const path of await filesOf(dir)) {
    const name = path.split("/").at(-1) ?? path;
    const chunks = createReadStream(path) as AsyncIterable<Uint8Array>;
    const check = await checkFec({ name, chunks, kind: "BIC" });
    if (!check.official.conforming || /\.xml$/i.test(name)) continue;
    const found = await roundTrip({ path, name, isLawful: check.law.conforming });
    if (found === "refused by name") {
      result.passed++;
      result.report.push(
        `${path.slice(dir.length + 1)}: breaks the law, its entry refused by name`,
      );
    } else if (found === undefined) result.passed++;
    else {
      result.failed++;
      result.report.push(`${path.slice(dir.length + 1)}: ${found}`);
    }
  }
  return result;
}

async function filesOf(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  return found
    .filter((f) => f.isFile() && /\.(txt|csv)$/i.test(f.name) && /FEC\d{8}/i.test(f.name))
    .map((f) => join(f.parentPath, f.name))
    .sort();
}

/** A file that breaks the law may have entries that are refused by name: then nothing is compared. */
async function roundTrip(file: {
  path: string;
  name: string;
  isLawful: boolean;
}): Promise<string | undefined> {
  const { path, name } = file;
  const core = await coreBook({ years: [] });
  try {
    const bytes = await readFile(path);
    const work = takeOverFec(core.act, { file: { name, bytes }, unbalanced: "leave-out" });
    const report = await core.book.transact(core.act, work);
    if (isRefusal(report)) return `${report.code} ${JSON.stringify(report.facts)}`;
    const { entries, refused } = report;
    const first = refused[0] === undefined ? "" : `${refused[0].code} line ${refused[0].line}`;
    if (entries.refused > 0 && !file.isLawful && first !== "") return "refused by name";
    if (entries.refused > 0) return `${entries.refused} of ${entries.found} refused (${first})`;
    const broken = bookChecks.find((one) => one.find(core.book.read) !== undefined);
    if (broken !== undefined) return `whole-book check ${broken.name}`;
    const number = new Map(report.accounts.map((a) => [a.from, a.to]));
    return differenceOf(fileFacts(bytes, number), fileFacts(written(core), new Map()));
  } finally {
    core.remove();
  }
}

function written(core: CoreBook): Uint8Array {
  const { id } = core.book.read.reading("SELECT id FROM fiscal_year").get() as { id: number };
  const options = { separator: "\t", charset: "utf-8" } as const;
  return Buffer.concat([...writeFec(fecEntries(core.book.read, id), options)]);
}

function differenceOf(before: FileFacts, after: FileFacts): string | undefined {
  for (const [account, minor] of before.balances) {
    const now = after.balances.get(account) ?? 0;
    if (now !== minor) return `balance of ${account}: ${minor} in the file, ${now} written`;
  }
  const gone = before.groups.find((group, i) => group !== after.groups[i]);
  const isSame = before.groups.length === after.groups.length && gone === undefined;
  if (isSame) return undefined;
  return `${before.groups.length} letters in the file, ${after.groups.length} written (${gone})`;
}
