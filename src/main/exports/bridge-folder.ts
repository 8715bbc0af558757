import { isRefusal, type Refusal } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { bridgeIndex } from "./bridge-index.ts";
import { exportFec, type FecAsked, type FecExport } from "./export-fec.ts";
import { yearDocuments } from "./year-documents.ts";
import { type ArchiveFiles, zipArchive } from "./zip-archive.ts";

/**
 * What another package or firm takes a year over from: its FEC with the description, the documents
 * behind the entries, and an index that a person reads and a program too; one ZIP, not encrypted.
 */
export async function bridgeFolder(
  read: ReadHandle,
  asked: FecAsked,
): Promise<{ file: File; documents: number; check: FecExport["check"] } | Refusal> {
  const exported = await exportFec(read, asked);
  if (isRefusal(exported)) return exported;
  const { fec, description, check } = exported;
  const documents = yearDocuments(read, asked.fiscalYearId);
  const index = bridgeIndex(read, {
    ...asked,
    fec: fec.name,
    description: description.name,
    documents,
  });
  const files: ArchiveFiles = {
    "index.html": Buffer.from(index.html),
    "index.csv": Buffer.from(`\ufeff${index.csv}`),
    [fec.name]: await bytesOf(fec),
    [description.name]: await bytesOf(description),
    ...Object.fromEntries(documents.map((one) => [one.path, one.bytes])),
  };
  const name = `${fec.name.replace(/\.txt$/, "")}.zip`;
  const zip = zipArchive(files) as Uint8Array<ArrayBuffer>;
  return {
    file: new File([zip], name, { type: "application/zip" }),
    documents: documents.length,
    check,
  };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
