import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isRefusal } from "#main/base/refusal.ts";
import { getProof, keepProof } from "#main/reconciliation/proof/kept-proof.ts";
import { type CoreBook, coreBook } from "../core/core-book.ts";

let core: CoreBook;
let folder: string;
afterEach(() => {
  core.remove();
  rmSync(folder, { recursive: true, force: true });
});

const document = readFileSync(join(import.meta.dirname, "../../docs/proof.md"), "utf8");
const openssl = (() => {
  try {
    return execFileSync("openssl", ["version"], { encoding: "utf8" });
  } catch {
    return undefined;
  }
})();
const why = openssl === undefined ? " (skipped: openssl is not installed)" : "";

test.skipIf(openssl === undefined)(
  `the commands of docs/proof.md check a kept proof${why}`,
  async () => {
    core = await coreBook();
    folder = mkdtempSync(join(tmpdir(), "ecritoire-proof-"));
    const kept = await keepProof(core.book, core.act, "2026-03-31");
    if (isRefusal(kept)) throw new Error(kept.code);
    const signed = getProof(core.book.read, kept.proofId);
    const name = "controle-2026-03-31.json";
    const commands = /```sh\n([\s\S]*?)```/.exec(document)?.[1] ?? "";
    expect(commands).toContain(name);
    const check = () => execFileSync("sh", ["-ec", commands], { cwd: folder, encoding: "utf8" });
    writeFileSync(join(folder, name), JSON.stringify(signed));
    expect(check()).toContain("Signature Verified Successfully");
    const report = JSON.stringify(signed).replace("2026-03-31", "2026-03-30");
    writeFileSync(join(folder, name), report);
    expect(check).toThrow();
  },
);
