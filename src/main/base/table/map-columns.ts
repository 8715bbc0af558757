import { type Refusal, refuse } from "#main/base/refusal.ts";
import type { DecimalMark } from "./column-decimal.ts";
import { normaliseHeader } from "./normalise-header.ts";
import type { Table } from "./read-table.ts";

/** A field that an import wants, and the names under which files carry it. */
export interface FieldSpec {
  field: string;
  /** The name shown to a person who must map it. */
  title: string;
  /** French and English names, any spelling; the first ones win. */
  names: readonly string[];
  required?: boolean;
}

/** A person's choice: field → header as written in the file; `""` leaves a field out. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** How a person says to read a table, when the file does not say it. */
export interface TableOptions {
  mapping?: ColumnMapping;
  /** The mark before the cents, where the file proves none. */
  decimal?: DecimalMark;
}

/** Which column holds each field, and the same as headers to show and to remember. */
export interface MappedColumns {
  index: ReadonlyMap<string, number>;
  mapping: Record<string, string>;
}

/** A header may say a little more than the name: `Montant (EUROS)`, not a whole sentence. */
const MAX_EXTRA_WORDS = 2;

/**
 * Finds the column of each field. An explicit mapping wins; then exact names over all fields;
 * then names whose words are all in the header, fewest further words first. A column serves one
 * field only.
 * @returns a refusal listing the headers when a required field has none, or a chosen header is
 * not in the file
 */
export function mapColumns(
  table: Pick<Table, "file" | "headers" | "headerLine">,
  fields: readonly FieldSpec[],
  choice: ColumnMapping = {},
): Refusal | MappedColumns {
  const index = new Map<string, number>();
  const chosen = byField(fields, choice);
  const refusal = takeChosen({ table, fields, chosen, index });
  if (refusal) return refusal;
  const open = fields.filter((f) => chosen[f.field] === undefined);
  takeByName(open, table.headers.map(normaliseHeader), index);
  const missing = fields.filter((f) => f.required && !index.has(f.field)).map((f) => f.title);
  if (missing.length > 0) {
    const { file, headers, headerLine: line } = table;
    return refuse("files.missing-columns", { file, line, missing, headers });
  }
  const named = [...index].map(([field, i]) => [field, table.headers[i] ?? ""] as const);
  return { index, mapping: Object.fromEntries(named) };
}

/** All names of some fields, normalised: what tells a header line from the lines above it. */
export function knownNames(fields: readonly FieldSpec[], chosen: ColumnMapping = {}): Set<string> {
  const names = fields.flatMap((f) => f.names).concat(Object.values(chosen));
  return new Set(names.map(normaliseHeader));
}

/** A person answers a refusal by the title that it shows; a program by the field itself. */
function byField(fields: readonly FieldSpec[], choice: ColumnMapping): ColumnMapping {
  const fieldOf = new Map(fields.map((f) => [f.title, f.field]));
  const named = Object.entries(choice).map(([name, header]) => [fieldOf.get(name) ?? name, header]);
  return Object.fromEntries(named);
}

function takeChosen(given: {
  table: Pick<Table, "file" | "headers" | "headerLine">;
  fields: readonly FieldSpec[];
  chosen: ColumnMapping;
  index: Map<string, number>;
}): Refusal | undefined {
  const { headers, file } = given.table;
  const plain = headers.map(normaliseHeader);
  for (const { field, title } of given.fields) {
    const header = given.chosen[field];
    if (header === undefined || header === "") continue;
    const exact = headers.indexOf(header.trim());
    const at = exact >= 0 ? exact : plain.indexOf(normaliseHeader(header));
    if (at < 0) return refuse("files.unknown-header", { file, field: title, header, headers });
    given.index.set(field, at);
  }
  return undefined;
}

interface Candidate {
  field: string;
  column: number;
  extra: number;
  rank: number;
}

function takeByName(
  fields: readonly FieldSpec[],
  headers: readonly string[],
  index: Map<string, number>,
): void {
  const taken = new Set(index.values());
  const candidates = fields.flatMap((spec) => candidatesOf(spec, headers));
  candidates.sort((a, b) => a.extra - b.extra || a.rank - b.rank || a.column - b.column);
  for (const { field, column } of candidates) {
    if (index.has(field) || taken.has(column)) continue;
    index.set(field, column);
    taken.add(column);
  }
}

function candidatesOf(spec: FieldSpec, headers: readonly string[]): Candidate[] {
  const names = spec.names.map((n) => normaliseHeader(n).split(" "));
  return headers.flatMap((header, column) => {
    const words = header.split(" ");
    return names.flatMap((name, rank) => {
      const extra = words.length - name.length;
      const fits = header !== "" && extra <= MAX_EXTRA_WORDS && hasAll(words, name);
      return fits ? [{ field: spec.field, column, extra, rank }] : [];
    });
  });
}

function hasAll(words: readonly string[], name: readonly string[]): boolean {
  return name.every((w) => words.includes(w));
}
