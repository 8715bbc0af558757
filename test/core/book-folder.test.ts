import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { createBookFolder, openBookFolder } from "#main/security/book-folder.ts";
import { openDatabase, writeVerifiedCopy } from "#main/store/open-database.ts";
import { coreBook, KEY, sale } from "./core-book.ts";

const PASSPHRASE = "une phrase assez longue";
const NOW_MS = Date.UTC(2026, 5, 15);
let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ecritoire-folder-"));
  folder = join(root, "ACME.ecritoire");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function created() {
  const made = createBookFolder(folder, { person: "moi", passphrase: PASSPHRASE, nowMs: NOW_MS });
  if (isRefusal(made)) throw new Error(made.code);
  made.book.close();
  made.lock.release();
  return made;
}

const bytes = () =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );

function refusedCode(passphrase = PASSPHRASE): string {
  const opened = openBookFolder(folder, { passphrase, nowMs: NOW_MS });
  if (isRefusal(opened)) return opened.code;
  opened.book.close();
  opened.lock.release();
  return "opened";
}

describe("opening a book", () => {
  it("opens with the passphrase and with the recovery key, however it is typed", () => {
    const { recoveryKey } = created();
    expect(refusedCode()).toBe("opened");
    expect(refusedCode(recoveryKey.toLowerCase().replaceAll("-", " "))).toBe("opened");
  });

  it("refuses a wrong passphrase and changes nothing", () => {
    created();
    const before = bytes();
    expect(refusedCode("une autre phrase longue")).toBe("book.wrong-passphrase");
    expect(bytes()).toEqual(before);
  });

  it("refuses a truncated file and changes nothing", () => {
    created();
    const file = join(folder, "book.db");
    truncateSync(file, statSync(file).size - 5000);
    const before = bytes();
    expect(refusedCode()).toBe("book.damaged");
    expect(bytes()).toEqual(before);
  });

  it("refuses a book of a newer version", () => {
    const { key } = created();
    const database = openDatabase({ file: join(folder, "book.db"), key });
    if (isRefusal(database)) throw new Error(database.code);
    database.pragma("user_version = 9990");
    database.close();
    expect(refusedCode()).toBe("book.newer");
  });

  it("refuses a book open here or on another machine; a dead process's lock is taken over", () => {
    created();
    const opened = openBookFolder(folder, { passphrase: PASSPHRASE, nowMs: NOW_MS });
    expect(refusedCode()).toBe("book.locked");
    if (!isRefusal(opened)) {
      opened.book.close();
      opened.lock.release();
    }
    const lock = join(folder, "book.lock");
    const holder = { machine: "un-autre-poste", process: 1, sinceMs: NOW_MS };
    writeFileSync(lock, JSON.stringify(holder));
    const elsewhere = openBookFolder(folder, { passphrase: PASSPHRASE, nowMs: NOW_MS });
    expect(isRefusal(elsewhere) && elsewhere.facts).toMatchObject({ machine: "un-autre-poste" });
    const dead = execFileSync("sh", ["-c", "echo $$"], { encoding: "utf8" });
    const machine = execFileSync("hostname", { encoding: "utf8" }).trim();
    writeFileSync(lock, JSON.stringify({ machine, process: Number(dead), sinceMs: NOW_MS }));
    expect(refusedCode()).toBe("opened");
  });

  it("refuses a folder that holds a book already, or a weak passphrase, and leaves nothing", () => {
    const weak = createBookFolder(folder, { person: "moi", passphrase: "court", nowMs: NOW_MS });
    expect(isRefusal(weak) && weak.code).toBe("book.weak-passphrase");
    expect(readdirSync(root)).toEqual([]);
    created();
    const again = createBookFolder(folder, {
      person: "moi",
      passphrase: PASSPHRASE,
      nowMs: NOW_MS,
    });
    expect(isRefusal(again) && again.code).toBe("book.exists");
  });
});

const canMount = (() => {
  const at = mkdtempSync(join(tmpdir(), "ecritoire-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", at], { stdio: "ignore" });
    execFileSync("umount", [at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
})();

describe.skipIf(!canMount)("on a small file system (skipped without the right to mount)", () => {
  const mounted = (options: string, work: () => void) => {
    mkdirSync(folder, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
    try {
      work();
    } finally {
      execFileSync("umount", ["-l", folder]);
    }
  };

  it("a full disk refuses the creation and leaves nothing", () => {
    mounted("size=200k", () => {
      const full = createBookFolder(folder, {
        person: "moi",
        passphrase: PASSPHRASE,
        nowMs: NOW_MS,
      });
      expect(isRefusal(full) && full.code).toBe("book.disk-full");
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it("a read-only folder refuses the creation", () => {
    mounted("size=1m,ro", () => {
      const made = createBookFolder(folder, {
        person: "moi",
        passphrase: PASSPHRASE,
        nowMs: NOW_MS,
      });
      expect(isRefusal(made) && made.code).toBe("book.read-only");
    });
  });
});

describe("nothing in clear on the disk", () => {
  it("no known name stands in the file, its journal or its copies", async () => {
    const core = await coreBook();
    for (let i = 0; i < 50; i++) await core.post(sale(core.customerId));
    const copy = join(core.folder, "copy.db");
    expect(writeVerifiedCopy(core.database, { file: copy, key: KEY })).toBeUndefined();
    const names = readdirSync(core.folder);
    expect(names).toContain("book.db-wal");
    for (const name of names) {
      const content = readFileSync(join(core.folder, name));
      for (const known of ["Vaugrenard", "732829320", "SQLite format", "entry_balanced"]) {
        expect(content.includes(known), `${name} holds ${known}`).toBe(false);
      }
    }
    core.remove();
  });
});
