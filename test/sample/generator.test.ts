import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readBytes, sampleFolder, truth } from "./read-sample.ts";

const script = join(import.meta.dirname, "..", "..", "scripts", "sample.ts");
const folder = mkdtempSync(join(tmpdir(), "ecritoire-sample-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = () =>
  readdirSync(sampleFolder, { recursive: true, encoding: "utf8" })
    .map((path) => join(sampleFolder, path))
    .filter((path) => statSync(path).isFile());

describe("the sample's generator", () => {
  it("makes the shipped files again byte for byte", () => {
    const output = execFileSync(process.execPath, [script, "--check"], { encoding: "utf8" });
    expect(output).toContain(`${files().length} files are as the generator makes them`);
  });

  it("notices one changed byte and one extra file", () => {
    const copy = join(folder, "copy");
    cpSync(sampleFolder, copy, { recursive: true });
    const schedule = join(copy, "schedule.csv");
    const bytes = readFileSync(schedule);
    bytes[bytes.length - 4] = (bytes[bytes.length - 4] ?? 0) ^ 1;
    writeFileSync(schedule, bytes);
    writeFileSync(join(copy, "stray.csv"), "x");
    const run = spawnSync(process.execPath, [script, "--check", "--out", copy], {
      encoding: "utf8",
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("differs: schedule.csv");
    expect(run.stderr).toContain("extra: stray.csv");
  });

  it("makes another company's life from another seed", () => {
    const other = join(folder, "other");
    execFileSync(process.execPath, [script, "--out", other, "--seed", "7"]);
    const bytes = readFileSync(join(other, "invoices-2025.csv"));
    expect(bytes.equals(readBytes("invoices-2025.csv"))).toBe(false);
  });

  it("stays under eight megabytes, each scan under 400 kB", () => {
    const sizes = files().map((path) => statSync(path).size);
    expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(8_000_000);
    for (const { file } of truth.documents) {
      expect(readBytes(file).length).toBeLessThan(400_000);
    }
  });
});
