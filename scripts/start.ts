import "#main/base/require-node.ts";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { electronBinary } from "#main/doors/electron-binary.ts";
import { buildWhenStale } from "./start/build-when-stale.ts";

/**
 * Opens the application: in its window where Electron is installed, else in the browser.
 * Usage: `npm start [-- --browser] [-- --port N]`
 */
const { values } = parseArgs({
  options: {
    browser: { type: "boolean", default: false },
    port: { type: "string", default: "0" },
  },
});
const root = join(import.meta.dirname, "..");
buildWhenStale(root);
const electron = values.browser ? undefined : electronBinary(root);
if (electron === undefined) await openInBrowser();
else openInWindow(electron);

function openInWindow(program: string): void {
  const window = spawn(program, [root], { stdio: "inherit" });
  window.on("exit", (code) => {
    process.exitCode = code ?? 0;
  });
  window.on("error", () => void openInBrowser());
  // Ctrl+C reaches the window's process by itself; this one only waits for it to close its book.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => window.kill("SIGTERM"));
}

async function openInBrowser(): Promise<void> {
  if (!values.browser) {
    console.log(
      "Electron n'est pas installé : ouverture dans le navigateur · " +
        "Electron is not installed: opening in the browser.",
    );
  }
  const { runBrowserDoor } = await import("./start/run-browser-door.ts");
  try {
    await runBrowserDoor(join(root, "out"), Number(values.port));
  } catch (fault) {
    // A port that is taken or is no port at all: the system's own sentence says it best.
    console.error(fault instanceof Error ? fault.message : fault);
    process.exit(3);
  }
}
