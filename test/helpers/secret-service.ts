import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Why no secret service can run here, for the name of a skipped test; empty when one can. */
export function missingSecretService(): string {
  if (process.platform !== "linux") return " (skipped: the test's secret service is Linux's)";
  const missing = ["dbus-daemon", "dbus-send", "gnome-keyring-daemon"].filter(
    (program) => spawnSync(program, ["--version"]).error !== undefined,
  );
  return missing.length === 0 ? "" : ` (skipped: ${missing.join(" and ")} not installed)`;
}

/**
 * A real secret service for this process: a message bus of its own and an unlocked GNOME keyring
 * in a temporary folder. It must stand before the process asks its keychain for the first time.
 */
export async function startSecretService(): Promise<{ folder: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "ecritoire-keyring-"));
  const bus = spawn("dbus-daemon", ["--session", "--nofork", "--print-address"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = (await firstLine(bus)).trim();
  process.env.DBUS_SESSION_BUS_ADDRESS = address;
  const keyring = spawn(
    "gnome-keyring-daemon",
    ["--foreground", "--unlock", "--components=secrets"],
    {
      stdio: ["pipe", "ignore", "ignore"],
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder },
    },
  );
  keyring.stdin?.end("trousseau d'essai");
  while (!answers()) await wait(50);
  return {
    folder,
    async stop() {
      for (const child of [keyring, bus]) await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a secret service has taken its name on the bus. */
function answers(): boolean {
  const asked = ["org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner"];
  const { stdout } = spawnSync("dbus-send", [
    ...["--session", "--print-reply", `--dest=${asked[0]}`, asked[1]!, asked[2]!],
    "string:org.freedesktop.secrets",
  ]);
  return stdout.toString().includes("true");
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${child.spawnfile} ended early`)));
    child.stdout?.once("data", (text: Buffer) => resolve(text.toString().split("\n")[0] ?? ""));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill();
  });
}

/** What stands in the secret service itself under a name, asked of it without our code. */
export function keptInService(account: string): boolean {
  const search = "org.freedesktop.Secret.Service.SearchItems";
  const { stdout } = spawnSync("dbus-send", [
    ...["--session", "--print-reply", "--dest=org.freedesktop.secrets"],
    ...["/org/freedesktop/secrets", search, `dict:string:string:username,${account}`],
  ]);
  return stdout.toString().includes("object path");
}
