import type uPlot from "uplot";
import { fromDayNumber, toDayNumber } from "#contract/date.ts";
import { formatShortMoney, formatShortMonth } from "#renderer/format.ts";
import type { Language } from "#renderer/words/language.ts";
import { monthMarks } from "./curve.ts";

/** What the drawing of a curve depends on. */
export interface CurveLook {
  width: number;
  height: number;
  language: Language;
  todayOn: string;
  floorMinor: number | undefined;
  todayWord: string;
  floorWord: string;
  onPoint: (index: number | undefined) => void;
}

/** Options of the balance curve: past as a line, forecast lighter and dashed inside its band. */
export function curveOptions(look: CurveLook): uPlot.Options {
  return {
    width: look.width,
    height: look.height,
    legend: { show: false },
    cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
    scales: { x: { time: false }, y: { range: (_u, low, high) => rangeOf(low, high, look) } },
    axes: [monthAxis(look.language), moneyAxis(look.language)],
    series: [
      {},
      { points: { show: false } },
      { points: { show: false } },
      { stroke: () => token("--accent"), width: 1.75, points: { show: false } },
      { stroke: () => token("--accent"), width: 1.5, dash: [5, 4], points: { show: false } },
    ],
    bands: [{ series: [2, 1], fill: () => token("--accent-soft") }],
    hooks: {
      drawAxes: [(chart) => drawMarks(chart, look)],
      setCursor: [(chart) => look.onPoint(chart.cursor.idx ?? undefined)],
    },
  };
}

function rangeOf(low: number, high: number, look: CurveLook): [number, number] {
  const bottom = Math.min(low, look.floorMinor ?? low, 0);
  const top = Math.max(high, look.floorMinor ?? high, 0);
  const air = Math.max((top - bottom) * 0.06, 100);
  return [bottom < 0 ? bottom - air : bottom, top + air];
}

function monthAxis(language: Language): uPlot.Axis {
  return {
    ...axisLook(),
    size: 28,
    splits: (chart, _axis, low, high) => monthMarks(low, high, Math.floor(chart.width / 64)),
    values: (_chart, days) =>
      days.map((day) => {
        const date = fromDayNumber(day);
        const month = formatShortMonth(date, language);
        return date.slice(5, 7) === "01" ? `${month} ${date.slice(0, 4)}` : month;
      }),
  };
}

function moneyAxis(language: Language): uPlot.Axis {
  return {
    ...axisLook(),
    size: 68,
    space: 36,
    incrs: [1, 2, 2.5, 5]
      .flatMap((step) => [2, 3, 4, 5, 6, 7, 8, 9, 10].map((p) => step * 10 ** p))
      .sort((a, b) => a - b),
    values: (_chart, amounts) => amounts.map((minor) => formatShortMoney(minor, language)),
  };
}

function axisLook(): uPlot.Axis {
  return {
    stroke: () => token("--text-dim"),
    font: `11px ${token("--font")}`,
    grid: { stroke: () => token("--line"), width: 1 },
    ticks: { show: false },
    gap: 6,
  };
}

/** Today as a thin upright line, the floor as a dashed level in the alert colour. */
function drawMarks(chart: uPlot, look: CurveLook): void {
  const { ctx, bbox } = chart;
  const today = Math.round(chart.valToPos(toDayNumber(look.todayOn), "x", true));
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.font = `${11 * devicePixelRatio}px ${token("--font")}`;
  ctx.fillStyle = token("--text-dim");
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  const gap = 4 * devicePixelRatio;
  if (today >= bbox.left && today <= bbox.left + bbox.width) {
    ctx.strokeStyle = token("--control-line");
    line(ctx, [today, bbox.top], [today, bbox.top + bbox.height]);
    ctx.fillText(look.todayWord, today + gap, bbox.top + 3 * gap);
  }
  if (look.floorMinor !== undefined) {
    const floor = Math.round(chart.valToPos(look.floorMinor, "y", true));
    ctx.strokeStyle = token("--alert");
    ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
    line(ctx, [bbox.left, floor], [bbox.left + bbox.width, floor]);
    // On the right, away from the word of today.
    ctx.textAlign = "right";
    ctx.fillText(look.floorWord, bbox.left + bbox.width - gap, floor - gap);
  }
  ctx.restore();
}

function line(ctx: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}

/** A design token as it stands now, so that a change of scheme is drawn with the new colours. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
