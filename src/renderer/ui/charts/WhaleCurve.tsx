import { useCallback } from "react";
import { formatCount, formatMoney, formatShortMoney } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { FootTicks, ValueLevels } from "./PlaneAxes.tsx";
import { bandPath, linePath } from "./paths.ts";
import { layPlane, type Plane, slicesOf } from "./plane.ts";
import { extentOf, linearScale, niceAxis } from "./scale.ts";
import { axisLabels } from "./value-kind.ts";
import { type WhalePoint, type WhaleRow, whalePeak, whalePoints } from "./whale.ts";

const HEIGHT = 260;
const RANK_EVERY_PX = 80;

interface WhaleCurveProps extends ChartFacts {
  /** In any order: the curve sorts them. */
  rows: readonly WhaleRow[];
}

/** What all bring together, from the best to the worst: where it peaks and what is lost after. */
export function WhaleCurve({ rows, ...facts }: WhaleCurveProps) {
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => drawWhale(whalePoints(rows), { width, height, language }),
    [rows, height, language],
  );
  return <ChartFrame {...facts} height={height} isEmpty={rows.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
}

function drawWhale(points: readonly WhalePoint[], setting: Setting): ChartDrawing {
  const { language } = setting;
  const w = pickWords(chartWords, language);
  const plane = layPlane(
    extentOf([0, ...points.map((point) => point.cumulativeMinor)]),
    { ...setting, top: 24, right: 16 },
    (ticks) => axisLabels(ticks, "money", language),
  );
  const { plot, yOf } = plane;
  const xOf = linearScale([0, points.length], [plot.x, plot.x + plot.width]);
  const ranks = niceAxis(0, points.length, plot.width / RANK_EVERY_PX)
    .ticks.filter((rank) => Number.isInteger(rank) && rank <= points.length)
    .map((rank) => ({ key: String(rank), x: xOf(rank), label: formatCount(rank, language) }));
  const dots = points.map((point) => ({ x: xOf(point.rank), y: yOf(point.cumulativeMinor) }));
  const line = [{ x: plot.x, y: yOf(0) }, ...dots];
  const zero = line.map(({ x }) => ({ x, y: yOf(0) }));
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      <FootTicks plot={plot} ticks={ranks} />
      <path className={styles.band} d={bandPath(line, zero)} />
      <path className={styles.line} d={linePath(line)} />
      <Peak points={points} plane={plane} {...{ xOf, language }} />
    </>
  );
  const slices = slicesOf(
    dots.map((dot) => dot.x),
    plot,
  );
  const marks = points.map((point, i) => ({
    key: point.key,
    box: slices[i] ?? plot,
    dot: dots[i] ?? { x: plot.x, y: plot.y },
    name: point.label,
    value: `${formatMoney(point.amountMinor, language)}, ${w.cumulative(
      formatMoney(point.cumulativeMinor, language),
      formatCount(point.rank, language),
    )}`,
    open: point.open,
  }));
  return { shapes, marks };
}

interface PeakProps {
  points: readonly WhalePoint[];
  plane: Plane;
  xOf: (rank: number) => number;
  language: Language;
}

/** The top of the curve, and the total where it ends lower. */
function Peak({ points, plane: { plot, yOf }, xOf, language }: PeakProps) {
  const w = pickWords(chartWords, language);
  const peak = whalePeak(points);
  const end = points.at(-1);
  if (peak === undefined || end === undefined) return null;
  const isLower = end.cumulativeMinor < peak.cumulativeMinor;
  const isRight = xOf(peak.rank) > plot.x + plot.width * 0.8;
  return (
    <>
      <circle className={styles.point} cx={xOf(peak.rank)} cy={yOf(peak.cumulativeMinor)} r={3.5} />
      <text
        className={styles.said}
        x={xOf(peak.rank)}
        y={yOf(peak.cumulativeMinor) - 9}
        textAnchor={isRight ? "end" : "middle"}
      >
        {isLower
          ? w.peak(formatShortMoney(peak.cumulativeMinor, language))
          : formatShortMoney(peak.cumulativeMinor, language)}
      </text>
      {isLower && (
        <text
          className={styles.saidAlert}
          x={xOf(end.rank)}
          y={yOf(end.cumulativeMinor) + 16}
          textAnchor="end"
        >
          {`${w.total} ${formatShortMoney(end.cumulativeMinor, language)}`}
        </text>
      )}
    </>
  );
}
