import { PAPER, type Paper } from "#main/base/pdf/paper.ts";
import { moneyAxis } from "./money-axis.ts";
import type { ReportFormat } from "./report-format.ts";
import { type Box, REPORT_COLORS } from "./report-sheet.ts";

interface Step {
  label: string;
  minor: number;
}

interface Bridge {
  box: Box;
  opening: Step;
  steps: readonly Step[];
  closing: Step;
  format: ReportFormat;
}

const FILLED = 0.62;

/** From one balance to another: what came in rises, what went out falls. */
export function bridgeBars(paper: Paper, bridge: Bridge): void {
  const { box, opening, steps, closing, format } = bridge;
  let at = opening.minor;
  const bars = [
    { ...opening, from: 0, to: opening.minor, isEnd: true },
    ...steps.map((step) => {
      const from = at;
      at += step.minor;
      return { ...step, from, to: at, isEnd: false };
    }),
    { ...closing, from: 0, to: closing.minor, isEnd: true },
  ];
  const amounts = bars.flatMap(({ from, to }) => [from, to]);
  const { plot, scale } = moneyAxis(paper, { box, amounts, format });
  const pitch = plot.width / bars.length;
  for (const [i, { label, minor, from, to, isEnd }] of bars.entries()) {
    const x = plot.x + i * pitch;
    const top = scale.y(Math.max(from, to));
    const height = Math.max(0.6, scale.y(Math.min(from, to)) - top);
    const moved = minor < 0 ? REPORT_COLORS.alert : REPORT_COLORS.accent;
    const left = x + (pitch * (1 - FILLED)) / 2;
    paper.doc.rect(left, top, pitch * FILLED, height).fill(isEnd ? REPORT_COLORS.grey : moved);
    if (i < bars.length - 1) {
      const y = scale.y(to);
      paper.doc.moveTo(left + pitch * FILLED, y).lineTo(left + pitch, y);
      paper.doc.lineWidth(0.4).stroke(PAPER.quiet);
    }
    const place = { x, width: pitch, center: true };
    const signed = minor > 0 && !isEnd ? `+${format.short(minor)}` : format.short(minor);
    paper.put(signed, { ...place, y: top - 11, size: 7.5, font: "bold" });
    paper.put(label, { ...place, y: plot.y + plot.height + 3, size: 7.5, color: PAPER.quiet });
  }
}
