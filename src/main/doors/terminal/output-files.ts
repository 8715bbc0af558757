import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";

/** Where a produced file went, in place of its content. */
export interface WrittenFile {
  file: string;
  bytes: number;
  type: string;
}

/**
 * Writes the files that a result holds and puts their places in it. When one of them exists and
 * replacing was not asked for, none is written; each appears whole or not at all.
 */
export async function writeFilesOf(
  result: unknown,
  to: { folder: string; force: boolean },
): Promise<{ result: unknown; files: readonly string[] } | Refusal> {
  const files = blobsOf(result).map((blob) => placeOf(blob, to.folder));
  const taken = to.force ? undefined : files.find((file) => existsSync(file));
  if (taken !== undefined) return refuse("terminal.output-exists", { file: taken });
  for (const blob of blobsOf(result)) {
    const refused = await writeOne(blob, placeOf(blob, to.folder));
    if (isRefusal(refused)) return refused;
  }
  return { result: withPlaces(result, to.folder), files };
}

async function writeOne(blob: Blob, file: string): Promise<Refusal | undefined> {
  const part = `${file}.part`;
  try {
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(part, blob.stream());
    await rename(part, file);
    return undefined;
  } catch (fault) {
    await rm(part, { force: true }).catch(() => undefined);
    if (!(fault instanceof Error) || !("code" in fault)) throw fault;
    return refuse("terminal.unwritable", { file, reason: String(fault.code) });
  }
}

/** The name comes from the office, yet never leads out of the folder that was asked for. */
function placeOf(blob: Blob, folder: string): string {
  return join(folder, blob instanceof File ? basename(blob.name) : "output");
}

function blobsOf(value: unknown): Blob[] {
  if (value instanceof Blob) return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(blobsOf);
}

function withPlaces(value: unknown, folder: string): unknown {
  if (value instanceof Blob) {
    const place: WrittenFile = {
      file: placeOf(value, folder),
      bytes: value.size,
      type: value.type,
    };
    return place;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withPlaces(item, folder));
  const pairs = Object.entries(value).map(([name, part]) => [name, withPlaces(part, folder)]);
  return Object.fromEntries(pairs);
}
