import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { longStatement, newBook, PASSPHRASE, temporaryFolder } from "./test-book.ts";

const folder = temporaryFolder();
const cli = join(import.meta.dirname, "..", "..", "src", "main", "cli.ts");
afterAll(() => folder.remove());

function started(...argv: string[]): ChildProcess {
  const env = { ...process.env, ECRITOIRE_PASSPHRASE: PASSPHRASE, LC_ALL: "fr_FR.UTF-8" };
  return spawn(process.execPath, [cli, ...argv], { env, stdio: ["pipe", "pipe", "pipe"] });
}

async function ended(child: ChildProcess, stdin = "") {
  child.stdin?.end(stdin);
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { code: await code, stdout, stderr };
}

test("the process keeps its streams and exit codes apart, and bears a reader that leaves", async () => {
  const help = await ended(started("--help"));
  expect([help.code, help.stderr]).toEqual([0, ""]);
  const book = join(folder.path, "Atelier");
  const { folder: _folder, passphrase: _passphrase, ...rest } = newBook("");
  const create = started("book", "create", "--book", book, "--input", "-", "--json");
  const created = await ended(create, JSON.stringify(rest));
  expect([created.code, created.stderr]).toEqual([0, ""]);
  expect(JSON.parse(created.stdout)).toMatchObject({ folder: book });
  const unknown = await ended(started("ledger", "list-yeers"));
  expect([unknown.code, unknown.stdout]).toEqual([2, ""]);
  const list = started("book", "--help");
  list.stdout?.destroy();
  const code = await new Promise((resolve) => list.once("exit", resolve));
  expect(code).toBe(0);
});

test("Ctrl+C stops a long import with 1; the book opens again, unchanged", async () => {
  const book = join(folder.path, "Atelier");
  const file = join(folder.path, "long.csv");
  writeFileSync(file, await longStatement(60_000).text());
  const asked = ["--book", book, "--bank-account-id", "1", "--file", file, "--json"];
  const run = started("banking", "import-statement", ...asked);
  const end = ended(run);
  // The book's lock says that it is open; the import itself begins right after.
  while (!existsSync(join(book, "book.lock")) && run.exitCode === null) await wait(10);
  await wait(200);
  run.kill("SIGINT");
  const stopped = await end;
  expect(stopped.code).toBe(1);
  expect(JSON.parse(stopped.stdout)).toMatchObject({ refused: { code: "office.cancelled" } });
  expect(stopped.stderr).toBe("Arrêté à votre demande ; rien n'a été modifié.\n");
  const accounts = await ended(started("banking", "list-accounts", "--book", book, "--json"));
  expect(JSON.parse(accounts.stdout)).toMatchObject([{ lines: 0 }]);
});
