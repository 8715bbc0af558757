import "./base/require-node.ts";
import { fileURLToPath } from "node:url";
import { openElectronDoor } from "./doors/electron/electron-door.ts";

/**
 * The Electron entry, run from its built place, `out/main/index.js`. It must not wait at its top
 * level: Electron is ready only once this module is evaluated.
 */
openElectronDoor(fileURLToPath(new URL("..", import.meta.url))).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exit(3);
});
