import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSample } from "./sample/build-sample.ts";
import { SAMPLE_SEED } from "./sample/company.ts";

/**
 * Rebuilds the sample company, or compares it with what the generator makes.
 * Usage: `node scripts/sample.ts [--check] [--out DIR] [--seed N]`
 */
const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    out: { type: "string" },
    seed: { type: "string" },
  },
});
const folder = resolve(values.out ?? join(import.meta.dirname, "..", "resources", "sample"));
const seed = values.seed === undefined ? SAMPLE_SEED : Number(values.seed);
const files = await buildSample(seed);
if (values.check) check();
else write();

function write(): void {
  // Files that the generator no longer makes must not linger; nothing else is removed.
  for (const path of present()) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${files.size} files, ${total} bytes, in ${folder}`);
}

function check(): void {
  const wrong = differences();
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
  else console.log(`${files.size} files are as the generator makes them`);
}

function differences(): string[] {
  const extra = present().filter((path) => !files.has(path));
  const changed = [...files].filter(([path, bytes]) => {
    try {
      return !Buffer.from(bytes).equals(readFileSync(join(folder, path)));
    } catch {
      return true;
    }
  });
  return [...extra.map((path) => `extra: ${path}`), ...changed.map(([path]) => `differs: ${path}`)];
}

function present(): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => relative(folder, join(folder, path)).replaceAll("\\", "/"));
  } catch {
    return [];
  }
}
