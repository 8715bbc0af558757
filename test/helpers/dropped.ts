import type { DroppedFile } from "#main/base/table/read-table.ts";

/** A file as dropped, from text in UTF-8 or Windows-1252 (accents of French only). */
export function dropped(
  name: string,
  text: string,
  encoding: "utf-8" | "latin1" = "utf-8",
): DroppedFile {
  return { name, bytes: new Uint8Array(Buffer.from(text, encoding)) };
}
