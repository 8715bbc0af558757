import { openAsBlob } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { Field } from "./field.ts";

type Json = Record<string, unknown>;

const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".ofx": "application/x-ofx",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".txt": "text/plain",
  ".xml": "application/xml",
  ".yaml": "application/yaml",
  ".yml": "application/yaml",
};

/** The fields given as a JSON object, in a file or on standard input (`-`). */
export async function readJsonInput(source: string, stdin: Readable): Promise<Json | Refusal> {
  const file = source === "-" ? "stdin" : source;
  try {
    const read = source === "-" ? await text(stdin) : await readFile(source, "utf8");
    const value: unknown = JSON.parse(read.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
    return refuse("terminal.bad-json", { file, reason: "{ … }" });
  } catch (fault) {
    if (fault instanceof SyntaxError) {
      return refuse("terminal.bad-json", { file, reason: fault.message });
    }
    return unreadable(file, fault);
  }
}

/**
 * Reads the files that an input names by their paths; `isStreamed` leaves them on the disk, to be
 * read as they are used, which only this thread can do.
 */
export async function readFilesOf(
  input: Json,
  fields: readonly Field[],
  isStreamed: boolean,
): Promise<Json | Refusal> {
  const read = { ...input };
  for (const { kind, path } of fields) {
    const name = path[0] ?? "";
    const given = read[name];
    if (kind !== "file" || path.length !== 1 || typeof given !== "string") continue;
    const file = await readOne(given, isStreamed);
    if (isRefusal(file)) return file;
    read[name] = file;
  }
  return read;
}

async function readOne(path: string, isStreamed: boolean): Promise<File | Refusal> {
  try {
    const type = TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
    if (!isStreamed) return new File([await readFile(path)], basename(path), { type });
    if ((await stat(path)).isDirectory()) {
      return refuse("terminal.unreadable", { file: path, reason: "EISDIR" });
    }
    return new File([await openAsBlob(path)], basename(path), { type });
  } catch (fault) {
    return unreadable(path, fault);
  }
}

function unreadable(file: string, fault: unknown): Refusal {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : String(fault);
  return refuse("terminal.unreadable", { file, reason: code });
}
