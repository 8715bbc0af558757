import { dirname, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of a file inside an installed package, with its closing separator: where the engines
 * find their fonts, character maps and models on this machine, without any network.
 * @param file a module path that resolves, such as `pdfjs-dist/package.json`
 */
export function packageFolder(file: string): string {
  return dirname(fileURLToPath(import.meta.resolve(file))) + sep;
}
