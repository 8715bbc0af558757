import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { migrate, migrations, newestVersion, versionOf } from "#main/store/migrate.ts";
import { openDatabase } from "#main/store/open-database.ts";
import { KEY, NOW_MS } from "./core-book.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ecritoire-migrate-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A row that each version can hold, and how to read it back. */
const ROW = "INSERT INTO journal (code, label, kind) VALUES ('OD', 'Divers', 'general')";

function open(file: string) {
  const database = openDatabase({ file, key: KEY, create: true });
  if (isRefusal(database)) throw new Error(database.code);
  return database;
}

describe("migrations", () => {
  it.each(migrations.slice(1).map((m, i) => [migrations[i]!.version, m.version]))(
    "from %i to %i keep the rows, after a verified copy",
    (from, to) => {
      const database = open(join(folder, "book.db"));
      migrate(database, { folder, key: KEY, nowMs: NOW_MS, upTo: from });
      database.exec(ROW);
      const done = migrate(database, { folder, key: KEY, nowMs: NOW_MS, upTo: to });
      if (isRefusal(done)) throw new Error(done.code);
      expect(versionOf(database)).toBe(to);
      expect(database.prepare("SELECT label FROM journal").pluck().all()).toEqual(["Divers"]);
      database.close();
      expect(existsSync(done.backup ?? "")).toBe(true);
      for (const clear of ["Divers", "SQLite format", "CREATE TABLE"]) {
        expect(readFileSync(done.backup ?? "").includes(clear)).toBe(false);
      }
      const copy = open(done.backup ?? "");
      expect(versionOf(copy)).toBe(from);
      expect(copy.prepare("SELECT label FROM journal").pluck().all()).toEqual(["Divers"]);
      copy.close();
    },
  );

  it("a step that fails leaves the book as it was", () => {
    const database = open(join(folder, "book.db"));
    migrate(database, { folder, key: KEY, nowMs: NOW_MS, upTo: 10 });
    database.exec("CREATE TABLE draft_entry (id INTEGER)");
    expect(() => migrate(database, { folder, key: KEY, nowMs: NOW_MS })).toThrow("draft_entry");
    expect(versionOf(database)).toBe(10);
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'entry'").all();
    expect(tables).toEqual([]);
    database.close();
  });

  it("a new book goes to the newest version without a copy, and again changes nothing", () => {
    const database = open(join(folder, "book.db"));
    expect(migrate(database, { folder, key: KEY, nowMs: NOW_MS })).toEqual({});
    expect(versionOf(database)).toBe(newestVersion);
    expect(migrate(database, { folder, key: KEY, nowMs: NOW_MS })).toEqual({});
    expect(existsSync(join(folder, "backups"))).toBe(false);
    database.close();
  });
});
