import type { VatRow } from "./read-vat-row.ts";
import { type RefusedRow, refuseRow } from "./refused-row.ts";
import type { VatDocument, VatLine } from "./vat-document.ts";

/** A row that was read, or refused but naming its document, in file order. */
export interface GroupedRow {
  line: number;
  /** What makes rows one document: its number, and for bills the supplier too. */
  key: string;
  number: string;
  /** The cells as text: two equal rows are one row written twice. */
  cells: string;
  reading: VatRow | RefusedRow;
}

/** Fields that all rows of a document share, with their header to name in a refusal. */
const SHARED = [
  "kind",
  "issuedOn",
  "dueOn",
  "partyCode",
  "partyName",
  "iban",
  "account",
  "vatTreatment",
  "currency",
] as const;

/**
 * Puts the rows of each document together: one row per VAT rate, anywhere in the file. A row
 * repeated word for word is left out and listed. When any other row of a document is refused, or
 * contradicts the first, the whole document is refused: half an invoice is never imported.
 * @param column header of a field, to name it in a refusal
 */
export function groupVatRows(
  rows: readonly GroupedRow[],
  column: (field: string) => string,
): { documents: VatDocument[]; refused: RefusedRow[] } {
  const documents: VatDocument[] = [];
  const refused: RefusedRow[] = [];
  for (const group of Map.groupBy(rows, (r) => r.key).values()) {
    const { kept, repeated } = withoutRepeats(group);
    refused.push(...repeated);
    const outcome = documentOf(kept, column);
    if (Array.isArray(outcome)) refused.push(...outcome);
    else documents.push(outcome);
  }
  refused.sort((a, b) => a.line - b.line);
  return { documents, refused };
}

function withoutRepeats(group: readonly GroupedRow[]) {
  const firstLines = new Map<string, number>();
  const kept: GroupedRow[] = [];
  const repeated: RefusedRow[] = [];
  for (const row of group) {
    const firstLine = firstLines.get(row.cells);
    if (firstLine === undefined) {
      firstLines.set(row.cells, row.line);
      kept.push(row);
    } else {
      const { line, number } = row;
      repeated.push(refuseRow("files.duplicate-row", { line, number, firstLine }));
    }
  }
  return { kept, repeated };
}

function documentOf(
  group: readonly GroupedRow[],
  column: (field: string) => string,
): VatDocument | RefusedRow[] {
  const good: VatRow[] = [];
  const bad: RefusedRow[] = [];
  for (const { reading } of group) {
    if ("code" in reading) bad.push(reading);
    else good.push(reading);
  }
  const [first, ...others] = good;
  if (first) for (const row of others) bad.push(...conflict(first, row, column));
  const document = first && bad.length === 0 ? addUp(first, good) : undefined;
  if (document && !hasItsSign(document)) {
    const { line, kind, grossMinor } = document;
    bad.push(refuseRow("files.wrong-sign", { line, kind, grossMinor }));
  }
  return document && bad.length === 0 ? document : withTheRest(group, bad);
}

function conflict(first: VatRow, row: VatRow, column: (field: string) => string): RefusedRow[] {
  const field = SHARED.find((f) => first[f] !== row[f]);
  if (field === undefined) return [];
  const { line, number } = row;
  const told = { line, number, column: column(field), firstLine: first.line };
  return [refuseRow("files.group-conflict", told)];
}

/** The refused rows, and the good ones that are refused because of the first of them. */
function withTheRest(group: readonly GroupedRow[], bad: readonly RefusedRow[]): RefusedRow[] {
  const badLines = new Set(bad.map((b) => b.line));
  const badLine = bad[0]?.line ?? 0;
  const rest = group.filter((r) => !badLines.has(r.line));
  return [
    ...bad,
    ...rest.map(({ line, number }) => refuseRow("files.group-refused", { line, number, badLine })),
  ];
}

function addUp(first: VatRow, rows: readonly VatRow[]): VatDocument {
  const { vatLine: _, ...shared } = first;
  const byRate = new Map<number, VatLine>();
  const totals = { netMinor: 0, vatMinor: 0, grossMinor: 0 };
  for (const { vatLine } of rows) {
    const line = byRate.get(vatLine.rateBps) ?? { ...vatLine, netMinor: 0, vatMinor: 0 };
    line.netMinor += vatLine.netMinor;
    line.vatMinor += vatLine.vatMinor;
    byRate.set(vatLine.rateBps, line);
    totals.netMinor += vatLine.netMinor;
    totals.vatMinor += vatLine.vatMinor;
  }
  totals.grossMinor = totals.netMinor + totals.vatMinor;
  return { ...shared, ...totals, vatLines: [...byRate.values()] };
}

function hasItsSign({ kind, grossMinor }: VatDocument): boolean {
  return kind === "invoice" ? grossMinor >= 0 : grossMinor <= 0;
}
