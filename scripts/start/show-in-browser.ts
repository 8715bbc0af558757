import { spawn } from "node:child_process";

/**
 * Opens an address in the person's browser where there is a desktop; silently does nothing
 * elsewhere, or when the system has no way to: the address is printed anyway.
 */
export function showInBrowser(address: string): void {
  const { env, platform } = process;
  const hasDesktop = platform !== "linux" || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
  if (env.CI !== undefined || !hasDesktop) return;
  const [program, ...args] =
    platform === "darwin"
      ? ["open", address]
      : platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler", address]
        : ["xdg-open", address];
  const child = spawn(program ?? "", args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
