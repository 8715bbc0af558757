import { unzipSync } from "fflate";
import { decodeText } from "#main/base/decode-text.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { DroppedFile } from "#main/base/table/read-table.ts";
import { sniffFileKind } from "#main/base/table/sniff-file-kind.ts";
import type { ParsedStatement } from "./parsed-statement.ts";
import { readCamt } from "./read-camt.ts";
import { readCfonb120 } from "./read-cfonb.ts";
import { readMt940 } from "./read-mt940.ts";
import { readOfx } from "./read-ofx.ts";
import { readQif } from "./read-qif.ts";
import { type CsvOptions, readStatementCsv } from "./read-statement-csv.ts";

/** What an archive may hold once unpacked: beyond it the file is a trap or a mistake. */
const UNPACKED_BYTES = 400 * 1024 * 1024;

/**
 * Reads the statements of a file that somebody dropped: CAMT, MT940, CFONB 120, OFX, QIF or CSV, or
 * a ZIP of them, told by content and never by the name. Pure: bytes in, values out. A row that
 * cannot be read is listed in its statement's `refused` while the others go on; a file that cannot
 * be trusted as a whole (cut short, malformed, another format) is one refusal.
 */
export function readStatements(
  file: DroppedFile,
  options: CsvOptions = {},
): Refusal | ParsedStatement[] {
  const { name, bytes } = file;
  const kind = sniffFileKind(bytes);
  const currency = options.account?.currency;
  switch (kind) {
    case "empty":
      return refuse("files.empty", { file: name });
    case "camt.053":
    case "camt.052":
    case "camt.054":
      return readCamt(name, decodeText(bytes).text, kind);
    case "ofx":
      return readOfx(name, decodeText(bytes).text, currency);
    case "mt940":
      return readMt940(name, decodeText(bytes).text);
    case "cfonb120":
      return readCfonb120(name, Buffer.from(bytes).toString("latin1"));
    case "qif":
      return readQif(name, decodeText(bytes).text, currency);
    case "zip":
      return readZip(file, options);
    case "text":
      return readStatementCsv(file, options);
    default:
      return refuse("files.unsupported", { file: name, found: kind });
  }
}

/** The statements of an archive; one file in it that cannot be read refuses it whole. */
function readZip(file: DroppedFile, options: CsvOptions): Refusal | ParsedStatement[] {
  const parts = unzipped(file.bytes);
  if (parts === undefined) return refuse("files.unsupported", { file: file.name, found: "zip" });
  const read: ParsedStatement[] = [];
  for (const [path, bytes] of parts) {
    const part = { name: `${file.name}/${path}`, bytes };
    if (sniffFileKind(bytes) === "zip")
      return refuse("files.unsupported", { file: part.name, found: "zip" });
    const statements = readStatements(part, options);
    if (isRefusal(statements)) return statements;
    read.push(...statements);
  }
  return read.length === 0 ? refuse("files.no-statement", { file: file.name }) : read;
}

/** Files of an archive by path; undefined when it is broken, or a workbook, or too large. */
function unzipped(bytes: Uint8Array): [string, Uint8Array][] | undefined {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return !name.endsWith("/") && !name.startsWith("__MACOSX/") && total <= UNPACKED_BYTES;
      },
    });
    const isWorkbook = files["[Content_Types].xml"] !== undefined;
    return isWorkbook || total > UNPACKED_BYTES ? undefined : Object.entries(files);
  } catch {
    return undefined;
  }
}
