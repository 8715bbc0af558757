import { PAPER, type Paper } from "#main/base/pdf/paper.ts";
import type { ReportFormat } from "./report-format.ts";
import { type MoneyScale, moneyScale } from "./report-scale.ts";
import type { Box } from "./report-sheet.ts";

const LABEL = 44;
const FOOT = 13;

/** Draws the grid of an upright axis of euros; gives the room left and its scale. */
export function moneyAxis(
  paper: Paper,
  { box, amounts, format }: { box: Box; amounts: readonly number[]; format: ReportFormat },
): { plot: Box; scale: MoneyScale } {
  const plot = {
    ...{ x: box.x + LABEL, width: box.width - LABEL - 4 },
    ...{ y: box.y + 4, height: box.height - FOOT - 4 },
  };
  const scale = moneyScale(amounts, plot);
  for (const minor of scale.steps) {
    const y = scale.y(minor);
    paper.doc.moveTo(plot.x, y).lineTo(plot.x + plot.width, y);
    paper.doc.lineWidth(minor === 0 ? 0.8 : 0.3).stroke(minor === 0 ? PAPER.quiet : PAPER.rule);
    const label = { x: box.x, y: y - 4.5, width: LABEL - 6, size: 7, color: PAPER.quiet };
    paper.put(format.short(minor), { ...label, right: true });
  }
  return { plot, scale };
}
