import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { random } from "#main/base/random.ts";
import { isRefusal } from "#main/base/refusal.ts";
import { bookChecks } from "#main/book/book-checks.ts";
import { verifyBook } from "#main/book/verify-book.ts";
import { ReadHandle } from "#main/store/handle.ts";
import { openDatabase } from "#main/store/open-database.ts";
import { type CoreBook, coreBook, KEY } from "./core-book.ts";

const KILLS = 50;
const INVOICES_PER_IMPORT = 300;
let core: CoreBook;
beforeAll(async () => {
  core = await coreBook();
  core.book.close();
});
afterAll(() => core.remove());

/** Lets the child work for a while, then kills it without warning. */
async function killedAfter(ms: number, round: number): Promise<void> {
  const program = new URL("./kill-child.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, core.file, String(round)]);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await wait(ms);
  child.kill("SIGKILL");
  await gone;
}

function stateOf() {
  const database = openDatabase({ file: core.file, key: KEY });
  if (isRefusal(database)) throw new Error(database.code);
  const read = new ReadHandle(database);
  const steps = verifyBook(read, bookChecks);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { n } = database.prepare("SELECT count(*) AS n FROM invoice").get() as { n: number };
  const imports = database.prepare("SELECT count(*) AS n FROM import_run").get() as { n: number };
  database.close();
  return { verified: step.value, invoices: n, imports: imports.n };
}

it("killed 50 times while posting and importing, the book holds all or nothing", async () => {
  const draw = random(20_260_315);
  let entries = 0;
  for (let round = 0; round < KILLS; round++) {
    await killedAfter(Math.floor(draw.next() * 400), round);
    const { verified, invoices, imports } = stateOf();
    expect(verified.checks.filter((c) => !c.sound)).toEqual([]);
    expect(verified.chains.map((c) => c.sound)).toEqual([true, true]);
    expect(invoices).toBe(imports * INVOICES_PER_IMPORT);
    expect(verified.entries).toBeGreaterThanOrEqual(entries);
    entries = verified.entries;
  }
  expect(entries).toBeGreaterThan(KILLS);
}, 300_000);
