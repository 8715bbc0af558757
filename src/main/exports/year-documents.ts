import type { ReadHandle } from "#main/store/handle.ts";

/** A document behind a posted entry, with the path that it takes in an archive. */
export interface YearDocument {
  number: number;
  path: string;
  bytes: Uint8Array;
}

/** The documents behind a year's entries, in the order of their numbers: bills and attachments. */
export function yearDocuments(read: ReadHandle, fiscalYearId: number): YearDocument[] {
  const rows = read
    .reading(
      "SELECT e.number, d.id, d.file_name AS name, d.bytes FROM (" +
        "SELECT document_id, entry_id FROM bill WHERE document_id IS NOT NULL UNION " +
        "SELECT document_id, entry_id FROM entry_document WHERE entry_id IS NOT NULL) l " +
        "JOIN document d ON d.id = l.document_id JOIN entry e ON e.id = l.entry_id " +
        "WHERE e.fiscal_year_id = ? ORDER BY e.number, d.id",
    )
    .all(fiscalYearId) as { number: number; id: number; name: string; bytes: Uint8Array }[];
  const taken = new Set<string>();
  return rows.map(({ number, id, name, bytes }) => {
    const plain = `documents/${number}-${safeName(name)}`;
    const path = taken.has(plain) ? `documents/${number}-${id}-${safeName(name)}` : plain;
    taken.add(path);
    return { number, path, bytes };
  });
}

/** A received name that can lead nowhere: no folder, no control character. */
function safeName(name: string): string {
  return name.replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, "_").replace(/^\.+/, "_");
}
