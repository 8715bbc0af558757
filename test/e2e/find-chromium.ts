import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type LaunchOptions } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * How to start a Chromium, tried in this order: the one of `$CHROMIUM`, the system's, the one
 * that Playwright downloaded, and the one that npm brings as a tarball, unpacked once.
 */
export function findChromium(root: string): LaunchOptions {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== "") return { executablePath: named };
  const installed = SYSTEM.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed };
  if (existsSync(chromium.executablePath())) return {};
  const packed = join(root, "node_modules", "@sparticuz", "chromium");
  if (existsSync(join(packed, "bin", "chromium.br"))) {
    return unpackedChromium(packed, join(root, "node_modules", ".cache", "chromium"));
  }
  throw new Error("No Chromium: set CHROMIUM, or run `npx playwright install chromium`.");
}

/**
 * Unpacks the tarball's Chromium with the libraries and fonts that a bare machine lacks. Its own
 * `executablePath()` gives the libraries on AWS only, and its own arguments switch off the web's
 * security, which these tests are about.
 */
export function unpackedChromium(packed: string, folder: string): LaunchOptions {
  const executablePath = join(folder, "chromium");
  if (!existsSync(executablePath)) unpack(join(packed, "bin"), folder);
  return {
    executablePath,
    args: ["--headless=shell", "--no-sandbox", "--no-zygote", "--disable-gpu"],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(folder, "lib"),
      // Without a font every text has no height, and nothing is ever "visible".
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  };
}

function unpack(bin: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ["al2023", "fonts", "swiftshader"]) {
    const input = brotliDecompressSync(readFileSync(join(bin, `${name}.tar.br`)));
    execFileSync("tar", ["-xf", "-", "-C", folder], { input });
  }
  const fonts = `<fontconfig><dir>${join(folder, "fonts")}</dir></fontconfig>`;
  const cache = `<cachedir>${join(folder, "font-cache")}</cachedir>`;
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?>${fonts.replace("</fontconfig>", `${cache}</fontconfig>`)}\n`,
  );
  // Last, in one rename: the program's presence says that all the rest is there.
  const part = join(folder, "chromium.part");
  writeFileSync(part, brotliDecompressSync(readFileSync(join(bin, "chromium.br"))));
  chmodSync(part, 0o755);
  renameSync(part, join(folder, "chromium"));
}
