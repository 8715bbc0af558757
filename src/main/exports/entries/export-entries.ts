import type { ExportProfile } from "#contract/entry-export.ts";
import { isRefusal, type Refusal, refuse } from "#main/base/refusal.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { encodeWindows1252 } from "./encode-windows-1252.ts";
import { entriesCsv, wholeProfile } from "./entries-csv.ts";
import { entriesXml } from "./entries-xml.ts";
import { type EntryChoice, type EntryRow, entryRows } from "./entry-row.ts";
import { profileOf } from "./export-profiles.ts";
import { fixedLines, readFixedLayout } from "./fixed-layout.ts";

/** The ways entries leave for another package, beside the FEC. */
export type EntryFormat = "xml" | "csv" | "sage" | "cegid";

const LAYOUTS = { sage: "sage-pnm", cegid: "cegid-tra" } as const;

/** Writes the lines of a year, a journal or a run of days in a package's own layout. */
export function exportEntries(
  read: ReadHandle,
  asked: EntryChoice & { format: EntryFormat; profileId?: number | undefined },
): { file: File; lines: number } | Refusal {
  const year = read
    .reading("SELECT ends_on AS endsOn FROM fiscal_year WHERE id = ?")
    .get(asked.fiscalYearId) as { endsOn: string } | undefined;
  if (year === undefined) {
    return refuse("exports.unknown-year", { fiscalYearId: asked.fiscalYearId });
  }
  const profile = asked.profileId === undefined ? wholeProfile : profileOf(read, asked.profileId);
  if (isRefusal(profile)) return profile;
  const company = read.reading("SELECT name, siren FROM company").get() as Company;
  const counted = new Counter(entryRows(read, asked));
  const { extension, body } = writtenAs(asked.format, { company, profile, rows: counted });
  const name = `${company.siren}-ecritures-${year.endsOn}.${extension}`;
  return { file: new File([body as Uint8Array<ArrayBuffer>], name), lines: counted.lines };
}

interface Company {
  name: string;
  siren: string;
}

function writtenAs(
  format: EntryFormat,
  source: { company: Company; profile: ExportProfile; rows: Iterable<EntryRow> },
): { extension: string; body: Uint8Array } {
  const { company, profile, rows } = source;
  if (format === "xml") {
    return { extension: "xml", body: Buffer.from([...entriesXml(company, rows)].join("")) };
  }
  if (format === "csv") {
    const text = [...entriesCsv(profile, rows)].join("");
    return { extension: "csv", body: encoded(text, profile.charset) };
  }
  const layout = readFixedLayout(LAYOUTS[format]);
  const text = [...fixedLines(layout, company.name, rows)].join("");
  return { extension: layout.extension, body: encodeWindows1252(text) };
}

function encoded(text: string, charset: ExportProfile["charset"]): Uint8Array {
  if (charset === "windows-1252") return encodeWindows1252(text);
  return Buffer.from(charset === "utf-8-bom" ? `\ufeff${text}` : text);
}

/** Rows counted while they are written. */
class Counter implements Iterable<EntryRow> {
  lines = 0;
  readonly #rows: Iterable<EntryRow>;

  constructor(rows: Iterable<EntryRow>) {
    this.#rows = rows;
  }

  *[Symbol.iterator](): Generator<EntryRow, void, void> {
    for (const row of this.#rows) {
      this.lines++;
      yield row;
    }
  }
}
