import "./base/require-node.ts";
import { fileURLToPath } from "node:url";
import { openElectronDoor } from "./doors/electron/electron-door.ts";

/** The Electron entry, run from its built place: `out/main/index.js` beside `office.js`. */
await openElectronDoor({
  office: new URL("./office.js", import.meta.url),
  out: fileURLToPath(new URL("..", import.meta.url)),
});
