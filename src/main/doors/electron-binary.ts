import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where Electron's own download puts its program, by system. */
const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "Electron.app/Contents/MacOS/Electron",
  linux: "electron",
  win32: "electron.exe",
};

/**
 * The Electron program of this installation, or nothing. The package itself is never asked: being
 * required is enough for it to download a hundred megabytes.
 * @param root the project's folder
 */
export function electronBinary(root: string): string | undefined {
  const dist =
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, "node_modules", "electron", "dist");
  const program = PROGRAMS[process.platform];
  const path = program === undefined ? undefined : join(dist, program);
  return path !== undefined && existsSync(path) ? path : undefined;
}
