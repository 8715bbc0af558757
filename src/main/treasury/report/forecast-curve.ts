import type { Forecast } from "#contract/treasury.ts";
import { PAPER, type Paper } from "#main/base/pdf/paper.ts";
import { moneyAxis } from "./money-axis.ts";
import type { ReportFormat } from "./report-format.ts";
import { type Box, REPORT_COLORS } from "./report-sheet.ts";
import type { ReportWords } from "./report-words.ts";

interface Curve {
  box: Box;
  forecast: Pick<Forecast, "days" | "floorMinor" | "lowest">;
  w: ReportWords;
  format: ReportFormat;
}

const TICK_DAYS = 15;

/** The forecast balance with its band, the floor dashed, and the lowest point. */
export function forecastCurve(paper: Paper, { box, forecast, w, format }: Curve): void {
  const { days, floorMinor, lowest } = forecast;
  const amounts = [...days.flatMap((day) => [day.lowMinor, day.highMinor]), floorMinor];
  const { plot, scale } = moneyAxis(paper, { box, amounts, format });
  const x = (i: number) => plot.x + (plot.width * i) / Math.max(1, days.length - 1);
  const along = (minors: readonly number[]) => minors.map((m, i) => [x(i), scale.y(m)] as Point);
  const high = along(days.map((day) => day.highMinor));
  const low = along(days.map((day) => day.lowMinor));
  drawBand(paper, [...high, ...low.reverse()], REPORT_COLORS.band);
  drawLine(paper, along(days.map((day) => day.balanceMinor)));
  drawFloor(paper, { plot, y: scale.y(floorMinor), label: w.floorLabel });
  dayTicks(paper, { plot, days: days.map((day) => format.day(day.on)) });
  const at = days.findIndex((day) => day.on === lowest.on);
  if (at === -1) return;
  const spot = { x: x(at), y: scale.y(lowest.balanceMinor) };
  paper.doc.circle(spot.x, spot.y, 2.6).fill(REPORT_COLORS.alert);
  const width = 150;
  const isRight = spot.x + width > plot.x + plot.width;
  const words = `${w.lowLabel} ${format.money(lowest.balanceMinor)}, ${format.day(lowest.on)}`;
  const left = isRight ? spot.x - width : spot.x;
  const y = Math.min(
    scale.y(days[at]?.lowMinor ?? lowest.balanceMinor) + 3,
    plot.y + plot.height - 10,
  );
  const label = { x: left, y, width, size: 7.5, font: "bold" as const };
  paper.put(words, { ...label, right: isRight, color: REPORT_COLORS.alert });
}

export type Point = [x: number, y: number];

export function drawBand(paper: Paper, points: readonly Point[], color: string): void {
  if (points.length > 2) paper.doc.polygon(...points.map((p) => [...p])).fill(color);
}

export function drawLine(paper: Paper, points: readonly Point[]): void {
  for (const [i, [x, y]] of points.entries()) {
    if (i === 0) paper.doc.moveTo(x, y);
    else paper.doc.lineTo(x, y);
  }
  paper.doc.lineJoin("round").lineWidth(1.4).stroke(REPORT_COLORS.accent);
}

/** The floor, named at its left end. */
export function drawFloor(
  paper: Paper,
  { plot, y, label }: { plot: Box; y: number; label: string },
): void {
  paper.doc
    .moveTo(plot.x, y)
    .lineTo(plot.x + plot.width, y)
    .lineWidth(0.9)
    .dash(4, { space: 3 });
  paper.doc.stroke(REPORT_COLORS.alert).undash();
  const place = { x: plot.x + 3, y: y - 10, width: 60, size: 7, color: REPORT_COLORS.alert };
  paper.put(label, place);
}

/** A day in every so many under the axis. */
export function dayTicks(
  paper: Paper,
  { plot, days }: { plot: Box; days: readonly string[] },
): void {
  const width = 50;
  for (let i = 0; i < days.length; i += TICK_DAYS) {
    const x = plot.x + (plot.width * i) / Math.max(1, days.length - 1);
    const place = {
      x: x - width / 2,
      y: plot.y + plot.height + 3,
      width,
      size: 7,
      color: PAPER.quiet,
    };
    paper.put(days[i] ?? "", { ...place, center: true });
  }
}
