import { useCallback } from "react";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { barsHeight, layBars } from "./bar-layout.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { ChartDrawing, ChartFacts, ChartTone } from "./chart.ts";
import styles from "./charts.module.css";
import { cutText, textWidth } from "./labels.ts";
import { axisLabels, exactValue, type ValueKind } from "./value-kind.ts";

/** One row of a ranking: cents, days or basis points, as `kind` of the chart says. */
export interface BarRow {
  key: string;
  label: string;
  value: number;
  /** The interval drawn as a whisker, both ends or none. */
  low?: number | undefined;
  high?: number | undefined;
  tone?: Exclude<ChartTone, "hollow"> | undefined;
  open?: (() => void) | undefined;
}

interface BarChartProps extends ChartFacts {
  kind: ValueKind;
  /** In the order they are drawn, from the top. */
  rows: readonly BarRow[];
}

/** A ranking as horizontal bars from zero, negative ones to the left. */
export function BarChart({ rows, kind, ...facts }: BarChartProps) {
  const language = useLanguage();
  const draw = useCallback(
    (width: number) => drawBars(rows, { width, kind, language }),
    [rows, kind, language],
  );
  const height = facts.height ?? barsHeight(rows.length);
  return <ChartFrame {...facts} height={height} isEmpty={rows.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  kind: ValueKind;
  language: Language;
}

function drawBars(rows: readonly BarRow[], { width, kind, language }: Setting): ChartDrawing {
  const w = pickWords(chartWords, language);
  const told = rows.map((row) => exactValue(row.value, kind, language));
  const valueWidth = Math.max(...told.map(textWidth), 0);
  const { plot, axis, xOf, bars } = layBars(rows, { width, valueWidth });
  const ticks = axisLabels(axis.ticks, kind, language);
  const shapes = (
    <>
      {axis.ticks.map((tick, i) => (
        <g key={tick}>
          <line
            className={tick === 0 ? styles.zero : styles.grid}
            x1={xOf(tick)}
            x2={xOf(tick)}
            y1={0}
            y2={plot.height}
          />
          <text x={xOf(tick)} y={plot.height + 15} textAnchor="middle">
            {ticks[i]}
          </text>
        </g>
      ))}
      {rows.map((row, i) => (
        <BarShape
          key={row.key}
          row={row}
          place={bars[i]}
          told={told[i] ?? ""}
          nameWidth={plot.x - 12}
          right={width - 6}
        />
      ))}
    </>
  );
  const marks = rows.map((row, i) => {
    const range =
      row.low === undefined || row.high === undefined
        ? ""
        : `, ${w.interval(exactValue(row.low, kind, language), exactValue(row.high, kind, language))}`;
    const box = bars[i]?.row ?? { x: 0, y: 0, width: 0, height: 0 };
    return { key: row.key, box, name: row.label, value: `${told[i]}${range}`, open: row.open };
  });
  return { shapes, marks };
}

interface BarShapeProps {
  row: BarRow;
  place: ReturnType<typeof layBars>["bars"][number] | undefined;
  told: string;
  nameWidth: number;
  right: number;
}

function BarShape({ row, place, told, nameWidth, right }: BarShapeProps) {
  if (place === undefined) return null;
  const { bar, whisker, row: box } = place;
  const base = box.y + box.height / 2 + 4;
  return (
    <>
      <text className={styles.said} x={4} y={base}>
        {cutText(row.label, nameWidth)}
      </text>
      <rect className={styles[row.tone ?? "accent"]} {...bar} />
      {whisker !== undefined && <Whisker {...whisker} />}
      <text className={styles.said} x={right} y={base} textAnchor="end">
        {told}
      </text>
    </>
  );
}

/** An interval over its bar, with a halo so that it is seen on any colour. */
function Whisker({ from, to, y }: { from: number; to: number; y: number }) {
  const path = `M${from} ${y - 4}v8M${from} ${y}H${to}M${to} ${y - 4}v8`;
  return (
    <>
      <path className={styles.halo} d={path} />
      <path className={styles.whisker} d={path} />
    </>
  );
}
