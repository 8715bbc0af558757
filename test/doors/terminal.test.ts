import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ran } from "./terminal-run.ts";
import { capitalEntry, longStatement, newBook, PASSPHRASE, temporaryFolder } from "./test-book.ts";

const folder = temporaryFolder();
const book = join(folder.path, "Atelier.ecritoire");
const env = { ECRITOIRE_PASSPHRASE: PASSPHRASE };

beforeAll(async () => {
  const created = await ran(
    [
      ...["book", "create", "--book", book, "--json"],
      ...["--company.name", "Atelier des Écluses", "--company.siren=732829320"],
      ...["--years.starts-on", "2025-01-01", "--years.ends-on", "2025-12-31"],
      ...["--years.starts-on", "2026-01-01", "--years.ends-on", "2026-12-31"],
      ...["--bank-accounts.name", "Courant", "--bank-accounts.opening-minor", "-500"],
    ],
    { env },
  );
  expect(created).toMatchObject({ code: 0, stderr: "" });
  expect(created.json()).toMatchObject({ folder: book });
});

afterAll(() => folder.remove());

describe("a book", () => {
  test("flags made its years and bank account", async () => {
    const status = await ran(["book", "status", "--book", book, "--json"], { env });
    expect(status.json()).toMatchObject({
      open: true,
      folder: book,
      company: { name: "Atelier des Écluses" },
      years: [{ startsOn: "2025-01-01" }, { startsOn: "2026-01-01" }],
    });
  });

  test("an entry from --input is posted, listed as a table and as JSON", async () => {
    const stdin = JSON.stringify({ entry: capitalEntry });
    const argv = ["ledger", "post-entry", "--book", book, "--input", "-", "--json"];
    const posted = await ran(argv, { env, stdin });
    expect(posted.json()).toEqual({ entryId: 1, number: 1 });
    const table = await ran(["ledger", "list-entries", "--book", book], { env });
    const [head, rule, row] = table.stdout.split("\n");
    expect(head).toMatch(/^id +number +.*totalMinor/);
    expect(rule).toMatch(/^─+ /);
    expect(row).toMatch(/STATUTS +Capital social +1\s000,00/);
    const asked = ["ledger", "list-entries", "--book", book, "--json", "--limit", "1"];
    expect((await ran(asked, { env })).json()).toMatchObject({ rows: [{ pieceRef: "STATUTS" }] });
  });

  test("a refusal is a sentence, and with --json its code, facts and both sentences", async () => {
    const entry = { ...capitalEntry, lines: capitalEntry.lines.slice(0, 1) };
    const stdin = JSON.stringify({ entry });
    const argv = ["ledger", "post-entry", "--book", book, "--input", "-", "--json"];
    const refused = await ran(argv, { env, stdin });
    expect(refused.code).toBe(1);
    const { refused: told } = refused.json() as { refused: Record<string, string> };
    expect(Object.keys(told).sort()).toEqual(["code", "en", "facts", "fr"]);
    expect(refused.stderr).toBe(`${told.fr}\n`);
  });

  test("opens with its passphrase only, and says how to give it", async () => {
    const argv = ["ledger", "list-years", "--book", book, "--json"];
    const wrong = await ran(argv, { env: { ECRITOIRE_PASSPHRASE: "une autre phrase" } });
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.json()).toMatchObject({ refused: { code: "book.wrong-passphrase" } });
    const none = await ran(argv);
    expect(none.json()).toMatchObject({ refused: { code: "book.passphrase-needed" } });
    expect(none.stderr).toContain("ECRITOIRE_PASSPHRASE");
    const opened = await ran(["book", "open", "--book", book, "--json"], { env });
    expect(opened.json()).toMatchObject({ folder: book, person: "owner" });
  });

  test("a second person's passphrase comes from ECRITOIRE_SECRET", async () => {
    const argv = ["book", "add-person", "--book", book, "--person", "camille", "--json"];
    const missing = await ran(argv, { env });
    expect(missing.code).toBe(2);
    const added = await ran(argv, { env: { ...env, ECRITOIRE_SECRET: "une-phrase-de-camille" } });
    expect(added.json()).toEqual({ people: ["owner", "camille"] });
    const opened = await ran(["book", "open", "--book", book, "--json"], {
      env: { ECRITOIRE_PASSPHRASE: "une-phrase-de-camille" },
    });
    expect(opened.json()).toMatchObject({ person: "camille" });
  });
});

describe("a long command", () => {
  const file = join(folder.path, "long.csv");
  const argv = ["banking", "import-statement", "--book", book, "--bank-account-id", "1"];

  beforeAll(async () => writeFileSync(file, await longStatement(15_000).text()));

  test("shows a bar to a person, and Ctrl+C undoes it all", async () => {
    const actions = ["book", "list-actions", "--book", book, "--json"];
    const before = (await ran(actions, { env })).json();
    const stopped = await ran([...argv, "--file", file, "--json"], {
      env,
      watch: (written, stop) => {
        if (written.includes("░")) stop();
      },
    });
    expect(stopped.code).toBe(1);
    expect(stopped.json()).toMatchObject({ refused: { code: "office.cancelled" } });
    expect(stopped.stderr).toMatch(/\[█*░+\] \d+ % \d+\/15000 bank-lines/);
    expect((await ran(actions, { env })).json()).toEqual(before);
  });

  test("answers its report, silent on standard error when nobody watches", async () => {
    const run = await ran([...argv, "--file", file, "--json"], { env });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.json()).toMatchObject({
      fileName: "long.csv",
      found: 15_000,
      added: 15_000,
      refused: [],
    });
  });
});

describe("files", () => {
  const argv = ["exports", "invoices", "--book", book, "--format", "csv", "--json"];
  const output = join(folder.path, "out", "here");

  test("are written where asked, named, and never over another unless forced", async () => {
    const first = await ran([...argv, "--output", output], { env });
    const { file } = first.json() as { file: { file: string; bytes: number } };
    expect(first.stderr).toBe(`Écrit : ${file.file}\n`);
    expect(file.file.startsWith(output)).toBe(true);
    expect(readFileSync(file.file).length).toBe(file.bytes);
    writeFileSync(file.file, "mine");
    const second = await ran([...argv, "--output", output], { env });
    expect(second.json()).toMatchObject({ refused: { code: "terminal.output-exists" } });
    expect(readFileSync(file.file, "utf8")).toBe("mine");
    const forced = await ran([...argv, "--output", output, "--force"], { env });
    expect(forced.code).toBe(0);
    expect(readFileSync(file.file).length).toBe(file.bytes);
    expect(existsSync(`${file.file}.part`)).toBe(false);
  });

  test("that cannot be read or written are refused by name", async () => {
    const check = ["fec", "check", "--json", "--file"];
    const missing = await ran([...check, join(folder.path, "nowhere.txt")]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("nowhere.txt ne se lit pas (ENOENT)");
    writeFileSync(join(folder.path, "plain"), "");
    const blocked = await ran([...argv, "--output", join(folder.path, "plain", "in")], { env });
    expect(blocked.json()).toMatchObject({ refused: { code: "terminal.unwritable" } });
  });

  test("a FEC is checked without any book", async () => {
    const fec = join(folder.path, "123456789FEC20261231.txt");
    writeFileSync(fec, "not a FEC\n");
    const checked = await ran(["fec", "check", fec, "--json"]);
    expect(checked.code).toBe(0);
    expect(checked.json()).toMatchObject({ official: { conforming: false } });
  });

  test("--input that is no JSON object is refused by name and reason", async () => {
    const argvIn = ["ledger", "open-year", "--book", book, "--json", "--input"];
    for (const stdin of ["{", "[1]", ""]) {
      const refused = await ran([...argvIn, "-"], { env, stdin });
      expect(refused.code).toBe(1);
      expect(refused.json()).toMatchObject({ refused: { code: "terminal.bad-json" } });
    }
    const absent = await ran([...argvIn, join(folder.path, "no.json")], { env });
    expect(absent.json()).toMatchObject({ refused: { code: "terminal.unreadable" } });
  });
});

test("book create asks for a passphrase and leaves nothing when it has none", async () => {
  const other = join(folder.path, "Other");
  const input = join(folder.path, "new.json");
  const { folder: _folder, passphrase: _passphrase, ...rest } = newBook("");
  writeFileSync(input, JSON.stringify(rest));
  const refused = await ran(["book", "create", "--book", other, "--input", input]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("passphrase");
  expect(existsSync(other)).toBe(false);
});
