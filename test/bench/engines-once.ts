import { isRefusal } from "#main/base/refusal.ts";
import { ReadableBook } from "#main/store/book.ts";
import { openDatabase } from "#main/store/open-database.ts";
import { engineRuns } from "./engine-runs.ts";

/** Runs an engine on a book so many times in a process of its own; prints one JSON line. */
const [file = "", keyHex = "", asOn = "", name = "", repeats = "1"] = process.argv.slice(2);
const run = engineRuns[name];
const database = openDatabase({ file, key: Buffer.from(keyHex, "hex"), readonly: true });
if (run === undefined || isRefusal(database)) throw new Error(`cannot run ${name} on ${file}`);
const book = new ReadableBook("", database);
const ms: number[] = [];
for (let i = 0; i < Number(repeats); i++) {
  const began = process.cpuUsage();
  book.snapshot((read) => run(read, asOn));
  const { user, system } = process.cpuUsage(began);
  ms.push((user + system) / 1000);
}
const peakMb = process.resourceUsage().maxRSS / 1024;
book.close();
console.log(JSON.stringify({ ms, peakMb }));
