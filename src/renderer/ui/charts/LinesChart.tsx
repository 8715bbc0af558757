import { useCallback } from "react";
import { formatDay, formatMoney } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { type DayAxis, dayAxis } from "./day-axis.ts";
import { cutText, spreadApart, textWidth } from "./labels.ts";
import { FloorLine, FootTicks, TodayLine, ValueLevels } from "./PlaneAxes.tsx";
import { linePath } from "./paths.ts";
import { layPlane, type Plane, slicesOf } from "./plane.ts";
import { extentOf } from "./scale.ts";
import { axisLabels } from "./value-kind.ts";

const HEIGHT = 280;
const MOST_NAME_SHARE = 0.24;

/** One scenario: its balance by rising day, in cents. */
export interface ScenarioLine {
  key: string;
  label: string;
  points: readonly { on: string; balanceMinor: number }[];
}

interface LinesChartProps extends ChartFacts {
  /** The first is the reference: plain and in the accent; the others differ by their dashes. */
  lines: readonly ScenarioLine[];
  todayOn?: string | undefined;
  floorMinor?: number | undefined;
}

/** Scenarios side by side, told apart by their dashes and their names at the end of each line. */
export function LinesChart({ lines, todayOn, floorMinor, ...facts }: LinesChartProps) {
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => drawLines(lines, { width, height, language, todayOn, floorMinor }),
    [lines, todayOn, floorMinor, height, language],
  );
  const isEmpty = lines.every((line) => line.points.length === 0);
  return <ChartFrame {...facts} height={height} isEmpty={isEmpty} draw={draw} />;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
  todayOn: string | undefined;
  floorMinor: number | undefined;
}

function drawLines(lines: readonly ScenarioLine[], setting: Setting): ChartDrawing {
  const { language, todayOn, floorMinor } = setting;
  const w = pickWords(chartWords, language);
  const all = lines.flatMap((line) => line.points);
  const longest = Math.max(...lines.map((line) => textWidth(line.label)));
  const names = Math.min(longest, setting.width * MOST_NAME_SHARE);
  const plane = layPlane(
    extentOf([0, floorMinor ?? 0, ...all.map((point) => point.balanceMinor)]),
    { ...setting, right: names + 12 },
    (ticks) => axisLabels(ticks, "money", language),
  );
  const { plot, yOf } = plane;
  const onDays = [...new Set(all.map((point) => point.on))].sort();
  const days = dayAxis(onDays[0] ?? "2026-01-01", onDays.at(-1) ?? "2026-01-01", {
    plot,
    language,
  });
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      <FootTicks plot={plot} ticks={days.ticks} />
      <Lines {...{ lines, plane, days }} nameWidth={names} />
      {floorMinor !== undefined && <FloorLine plot={plot} y={yOf(floorMinor)} label={w.floor} />}
      {todayOn !== undefined && <TodayLine plot={plot} x={days.xOf(todayOn)} label={w.today} />}
    </>
  );
  const boxes = slicesOf(onDays.map(days.xOf), plot);
  const balances = lines.map((line) => new Map(line.points.map((p) => [p.on, p.balanceMinor])));
  const marks = onDays.map((on, i) => {
    const told = lines.flatMap((line, l) => {
      const minor = balances[l]?.get(on);
      return minor === undefined ? [] : [w.measure(line.label, formatMoney(minor, language))];
    });
    const first = balances.find((balance) => balance.has(on))?.get(on) ?? 0;
    return {
      key: on,
      box: boxes[i] ?? plot,
      dot: { x: days.xOf(on), y: yOf(first) },
      name: formatDay(on, language, "0000"),
      value: told.join(" · "),
    };
  });
  return { shapes, marks };
}

const DASHES = [undefined, "7 4", "2 3", "9 3 2 3", "12 3", "4 2 1 2 1 2"];

interface LinesProps {
  lines: readonly ScenarioLine[];
  plane: Plane;
  days: DayAxis;
  nameWidth: number;
}

function Lines({ lines, plane: { plot, yOf }, days, nameWidth }: LinesProps) {
  const heights = spreadApart(
    lines.map((line) => yOf(line.points.at(-1)?.balanceMinor ?? 0)),
    { gap: 14, low: plot.y, high: plot.y + plot.height },
  );
  return lines.map((line, i) => {
    const points = line.points.map((point) => ({
      x: days.xOf(point.on),
      y: yOf(point.balanceMinor),
    }));
    return (
      <g key={line.key}>
        <path
          className={i === 0 ? styles.line : styles.lineStrong}
          strokeDasharray={DASHES[i % DASHES.length]}
          d={linePath(points)}
        />
        <text
          className={i === 0 ? styles.head : styles.said}
          x={plot.x + plot.width + 6}
          y={(heights[i] ?? 0) + 4}
        >
          {cutText(line.label, nameWidth)}
        </text>
      </g>
    );
  });
}
