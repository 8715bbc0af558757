import type { StatementRow } from "#contract/statements.ts";
import { PAPER, Paper } from "#main/base/pdf/paper.ts";
import { PaperTable } from "#main/base/pdf/paper-table.ts";
import type { Report } from "./report.ts";
import { cellWords } from "./report-cell.ts";

/** Columns from which the page lies on its side. */
const WIDE = 7;

/**
 * Draws a statement as a tagged PDF: a title, the filter, one table whose head stands on each page,
 * and page numbers that readers skip. The same report makes the same bytes.
 */
export function reportPdf(report: Report): Promise<Uint8Array> {
  const { title, company, language, madeOn, columns } = report;
  const layout = columns.length > WIDE ? "landscape" : "portrait";
  const paper = new Paper({ title, company, language, madeOn, layout });
  const table = new PaperTable(paper, {
    ...{ x: PAPER.margin, y: drawHead(paper, report), width: paper.room },
    columns: columns.map((column) => ({ ...column, isFigure: isFigure(column) })),
  });
  table.head(true);
  for (const row of report.rows) {
    if (table.y + table.rowHeight > paper.bottom) {
      paper.doc.addPage();
      table.y = PAPER.margin;
      table.head(false);
    }
    const words = columns.map((column, i) => cellWords(column, row.cells[i], language));
    table.row(words, lookOf(row));
  }
  table.end();
  return paper.close();
}

/** The title and the filter; gives where the table begins. */
function drawHead(paper: Paper, { title, company, filter }: Report): number {
  const place = { x: PAPER.margin, width: paper.room };
  let y: number = PAPER.margin;
  paper.said("H1", title, { ...place, y, size: 15, font: "bold" });
  y += 20;
  for (const words of [company, ...filter]) {
    paper.said("P", words, { ...place, y, size: 9, color: PAPER.quiet });
    y += 13;
  }
  return y + 8;
}

function lookOf({ kind }: StatementRow) {
  return {
    isStrong: kind !== "line" && kind !== "memo",
    isHeading: kind === "heading",
    isTotal: kind === "total",
  };
}

function isFigure(column: { type: string }): boolean {
  return column.type === "money" || column.type === "percent";
}
