import { useCallback } from "react";
import { formatMonth, formatShortMonth } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { Box, ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { ValueLevels } from "./PlaneAxes.tsx";
import { bandsOf, layPlane, type Plane } from "./plane.ts";
import { extentOf } from "./scale.ts";
import { axisLabels, exactValue } from "./value-kind.ts";

const HEIGHT = 200;

/** The season of one month: 1 is a usual month, 1.2 a fifth above. */
export interface MonthIndex {
  /** 1 to 12. */
  month: number;
  index: number;
  low?: number | undefined;
  high?: number | undefined;
  open?: (() => void) | undefined;
}

interface IndexChartProps extends ChartFacts {
  months: readonly MonthIndex[];
  /** The month to point out, 1 to 12. */
  currentMonth?: number | undefined;
}

/** Twelve seasonal indices as bars up and down from 1, with their interval. */
export function IndexChart({ months, currentMonth, ...facts }: IndexChartProps) {
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => drawMonths(months, { width, height, language, currentMonth }),
    [months, currentMonth, height, language],
  );
  return <ChartFrame {...facts} height={height} isEmpty={months.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
  currentMonth: number | undefined;
}

function drawMonths(months: readonly MonthIndex[], setting: Setting): ChartDrawing {
  const { language, currentMonth } = setting;
  const all = months.flatMap((one) => [one.index, one.low ?? one.index, one.high ?? one.index]);
  const plane = layPlane(extentOf([1, ...all]), { ...setting, top: 18 }, (ticks) =>
    axisLabels(ticks, "index", language),
  );
  const bands = bandsOf(months.length, plane.plot);
  const usual = plane.yOf(1);
  const right = plane.plot.x + plane.plot.width;
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      {months.map((one, i) => (
        <MonthShape
          key={one.month}
          {...{ one, plane, language }}
          band={bands[i] ?? plane.plot}
          isCurrent={one.month === currentMonth}
        />
      ))}
      <line className={styles.lineStrong} x1={plane.plot.x} x2={right} y1={usual} y2={usual} />
    </>
  );
  const marks = months.map((one, i) => ({
    key: String(one.month),
    box: bands[i] ?? plane.plot,
    name: monthName(one.month, language),
    value: readingOf(one, language),
    open: one.open,
  }));
  return { shapes, marks };
}

function readingOf({ index, low, high }: MonthIndex, language: Language): string {
  const told = exactValue(index, "index", language);
  if (low === undefined || high === undefined) return told;
  const range = pickWords(chartWords, language).interval(
    exactValue(low, "index", language),
    exactValue(high, "index", language),
  );
  return `${told}, ${range}`;
}

/** A civil year stands for any: a season has none. */
function monthName(month: number, language: Language): string {
  return formatMonth(`2026-${String(month).padStart(2, "0")}`, language).replace(" 2026", "");
}

interface MonthShapeProps {
  one: MonthIndex;
  band: Box;
  plane: Plane;
  language: Language;
  isCurrent: boolean;
}

function MonthShape({ one, band, plane: { plot, yOf }, language, isCurrent }: MonthShapeProps) {
  const { index, low, high } = one;
  const middle = band.x + band.width / 2;
  const half = Math.min(band.width * 0.3, 20);
  const [top, bottom] = [yOf(Math.max(index, 1)), yOf(Math.min(index, 1))];
  const isRange = low !== undefined && high !== undefined;
  const path = isRange
    ? `M${middle - 4} ${yOf(high)}h8M${middle} ${yOf(high)}V${yOf(low)}M${middle - 4} ${yOf(low)}h8`
    : "";
  const month = formatShortMonth(`2026-${String(one.month).padStart(2, "0")}`, language);
  return (
    <>
      <rect
        className={index >= 1 ? styles.accent : styles.muted}
        x={middle - half}
        y={top}
        width={2 * half}
        height={bottom - top}
      />
      {isRange && <path className={styles.halo} d={path} />}
      {isRange && <path className={styles.whisker} d={path} />}
      <text
        className={styles.said}
        x={middle}
        y={Math.min(top, yOf(high ?? index)) - 5}
        textAnchor="middle"
      >
        {exactValue(index, "index", language)}
      </text>
      <text
        className={isCurrent ? styles.head : undefined}
        x={middle}
        y={plot.y + plot.height + 16}
        textAnchor="middle"
      >
        {isCurrent ? `▸ ${month}` : month}
      </text>
    </>
  );
}
