import { dateWords, moneyWords } from "#contract/sentence.ts";
import { decimalText } from "#main/base/money.ts";
import type { ReadHandle } from "#main/store/handle.ts";
import { xmlText } from "./xml-text.ts";
import type { YearDocument } from "./year-documents.ts";

interface IndexRow {
  number: number;
  journal: string;
  datedOn: string;
  pieceRef: string;
  label: string;
  totalMinor: number;
}

/** The entries of a year with their documents, as a page and as a table. */
export function bridgeIndex(
  read: ReadHandle,
  asked: {
    fiscalYearId: number;
    fec: string;
    description: string;
    documents: readonly YearDocument[];
  },
): { html: string; csv: string } {
  const rows = read
    .reading(
      "SELECT e.number, e.journal, e.dated_on AS datedOn, e.piece_ref AS pieceRef, e.label, " +
        "(SELECT sum(debit_minor) FROM line WHERE entry_id = e.id) AS totalMinor " +
        "FROM entry e WHERE e.fiscal_year_id = ? ORDER BY e.number",
    )
    .all(asked.fiscalYearId) as IndexRow[];
  const paths = Map.groupBy(asked.documents, (one) => one.number);
  const withPaths = rows.map((row) => ({
    ...row,
    paths: (paths.get(row.number) ?? []).map((one) => one.path),
  }));
  return { html: page(withPaths, asked), csv: table(withPaths) };
}

type Row = IndexRow & { paths: string[] };

function table(rows: readonly Row[]): string {
  const head = "Numéro;Journal;Date;Pièce;Libellé;Montant;Documents";
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    [
      row.number,
      row.journal,
      dateWords(row.datedOn),
      quoted(row.pieceRef),
      quoted(row.label),
      decimalText(row.totalMinor, ","),
      quoted(row.paths.join(" ")),
    ].join(";"),
  );
  return `${[head, ...lines].join("\r\n")}\r\n`;
}

function page(rows: readonly Row[], files: { fec: string; description: string }): string {
  const link = (path: string) => `<a href="${xmlText(encodeURI(path))}">${xmlText(path)}</a>`;
  const cells = (row: Row) =>
    [row.number, row.journal, dateWords(row.datedOn), row.pieceRef, row.label]
      .map((cell) => `<td>${xmlText(String(cell))}</td>`)
      .join("");
  const body = rows.map(
    (row) =>
      `    <tr>${cells(row)}<td class="n">${moneyWords(row.totalMinor, "fr")}</td>` +
      `<td>${row.paths.map(link).join("<br>")}</td></tr>\n`,
  );
  const heads = ["N°", "Journal", "Date", "Pièce", "Libellé", "Montant", "Documents"];
  return (
    '<!doctype html>\n<html lang="fr">\n<head>\n  <meta charset="utf-8">\n' +
    `  <title>${xmlText(files.fec)}</title>\n  <style>${STYLE}</style>\n</head>\n<body>\n` +
    `  <h1>${xmlText(files.fec)}</h1>\n  <p>${link(files.fec)} · ${link(files.description)} · ` +
    `${link("index.csv")}</p>\n  <table>\n    <tr>` +
    `${heads.map((head) => `<th>${head}</th>`).join("")}</tr>\n${body.join("")}` +
    "  </table>\n</body>\n</html>\n"
  );
}

const STYLE =
  "body{font:14px sans-serif;margin:2rem}table{border-collapse:collapse}" +
  "td,th{padding:.2rem .6rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}" +
  ".n{text-align:right;white-space:nowrap}";
