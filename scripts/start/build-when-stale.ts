import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const BUILT = ["main/index.js", "main/office.js", "preload/index.cjs", "renderer/index.html"];
const SOURCES = ["src", "electron.vite.config.ts", "package-lock.json"];

/**
 * Builds `out/` when a part of it is missing or older than a source; says so in one line.
 * @throws with the builder's own words when it fails
 */
export function buildWhenStale(root: string): void {
  const missing = BUILT.find((file) => !existsSync(join(root, "out", file)));
  if (missing === undefined && builtAtMs(root) >= newestSourceMs(root)) return;
  console.log("Construction de l'application… · Building the application…");
  const builder = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const built = spawnSync(process.execPath, [builder, "build"], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`${built.stdout}\n${built.stderr}`);
}

function builtAtMs(root: string): number {
  return Math.min(...BUILT.map((file) => statSync(join(root, "out", file)).mtimeMs));
}

function newestSourceMs(root: string): number {
  const files = SOURCES.flatMap((source) => filesBelow(join(root, source)));
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
}
