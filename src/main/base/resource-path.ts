import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The path of a shipped resource, the same from source, when built and when packaged. */
export function resourcePath(...parts: string[]): string {
  return join(resourcesFolder(), ...parts);
}

let found: string | undefined;

function resourcesFolder(): string {
  if (found !== undefined) return found;
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const folder = join(at, "resources");
    if (existsSync(join(folder, "chart"))) {
      found = folder;
      return folder;
    }
    if (dirname(at) === at) throw new Error("the application's resources are missing");
  }
}
