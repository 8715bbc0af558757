import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";

/** A file of the built pages, ready to be sent. */
export interface PageFile {
  bytes: Buffer;
  type: string;
  /** The `Cache-Control`: names of assets change with their content, the index does not. */
  cache: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/**
 * Reads a built page by the path of its address; `/` is the index. Gives nothing for what is not
 * a file below the root or has no known type.
 */
export async function readPageFile(root: string, pathname: string): Promise<PageFile | undefined> {
  const path = decoded(pathname === "/" ? "/index.html" : pathname);
  if (path === undefined || path.includes("\0") || path.includes("\\")) return undefined;
  const file = resolve(root, `.${path}`);
  // With the separator: `startsWith(root)` alone would let a sibling `root-2` through.
  if (!file.startsWith(resolve(root) + sep)) return undefined;
  const type = TYPES[extname(file)];
  if (type === undefined) return undefined;
  try {
    const cache = path.startsWith("/assets/") ? "private, max-age=31536000, immutable" : "no-store";
    return { bytes: await readFile(file), type, cache };
  } catch {
    return undefined;
  }
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
