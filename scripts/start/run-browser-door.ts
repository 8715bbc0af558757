import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { openBrowserDoor } from "#main/doors/browser.ts";
import { startOffice } from "#main/doors/office-threads.ts";
import { showInBrowser } from "./show-in-browser.ts";

/**
 * Runs the built application in the browser until Ctrl+C. Each printed address lets one browser
 * in, once; Enter prints another, for a browser that was closed.
 * @throws when the port is taken
 */
export async function runBrowserDoor(out: string, port: number): Promise<void> {
  const built = (name: string) => pathToFileURL(join(out, "main", name));
  const office = startOffice(built("office.js"), built("reading-worker.js").href);
  const door = await openBrowserDoor({ office, root: join(out, "renderer"), port });
  const address = door.newAddress();
  console.log(`Écritoire : ${address}`);
  console.log("Ctrl+C arrête, Entrée donne une autre adresse · Ctrl+C stops, Enter: new address");
  showInBrowser(address);
  const lines = process.stdin.isTTY === true ? createInterface(process.stdin) : undefined;
  lines?.on("line", () => console.log(`Écritoire : ${door.newAddress()}`));
  const stopped = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => resolve(0));
    }
    lines?.once("SIGINT", () => resolve(0));
    void office.failed.then((fault) => {
      console.error(fault.stack);
      resolve(3);
    });
  });
  process.exitCode = await stopped;
  lines?.close();
  await door.close();
  await office.stop();
}
