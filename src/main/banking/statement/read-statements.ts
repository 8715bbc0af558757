import { decodeText } from "#main/base/decode-text.ts";
import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { DroppedFile } from "#main/base/table/read-table.ts";
import { sniffFileKind } from "#main/base/table/sniff-file-kind.ts";
import type { ParsedStatement } from "./parsed-statement.ts";
import { readCamt } from "./read-camt.ts";
import { readOfx } from "./read-ofx.ts";
import { type CsvOptions, readStatementCsv } from "./read-statement-csv.ts";

/**
 * Reads the statements of a file that somebody dropped: CAMT.053, OFX or CSV, told by content and
 * never by the name. Pure: bytes in, values out. A row that cannot be read is listed in its
 * statement's `refused` while the others go on; a file that cannot be trusted as a whole (cut
 * short, malformed, another format) is one refusal.
 */
export function readStatements(
  file: DroppedFile,
  options: CsvOptions = {},
): Refusal | ParsedStatement[] {
  const kind = sniffFileKind(file.bytes);
  switch (kind) {
    case "empty":
      return refuse("files.empty", { file: file.name });
    case "camt.053":
      return readCamt(file.name, decodeText(file.bytes).text);
    case "ofx":
      return readOfx(file.name, decodeText(file.bytes).text, options.account?.currency);
    case "text":
      return readStatementCsv(file, options);
    default:
      return refuse("files.unsupported", { file: file.name, found: kind });
  }
}
