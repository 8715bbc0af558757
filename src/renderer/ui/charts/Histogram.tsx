import { useCallback } from "react";
import { formatCount, formatMoney, formatRate } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { FootTicks, ValueLevels } from "./PlaneAxes.tsx";
import { layPlane } from "./plane.ts";
import { extentOf, linearScale, niceAxis } from "./scale.ts";
import { UPRIGHT_TOP_PX, UprightMarks } from "./UprightMarks.tsx";
import { axisLabels } from "./value-kind.ts";

const HEIGHT = 220;
const TICK_EVERY_PX = 90;

/** How many outcomes fall between two amounts: the first is in, the last is not. */
export interface HistogramBin {
  fromMinor: number;
  toMinor: number;
  count: number;
}

/** An amount pointed out over the bars: a quantile, a floor. */
export interface HistogramMark {
  key: string;
  label: string;
  minor: number;
  tone?: "strong" | "alert" | undefined;
}

interface HistogramProps extends ChartFacts {
  /** Side by side, by rising amount. */
  bins: readonly HistogramBin[];
  marks?: readonly HistogramMark[] | undefined;
  /** Bins that lie under it entirely are drawn in the alert colour. */
  floorMinor?: number | undefined;
}

const NO_MARKS: readonly HistogramMark[] = [];

/** How outcomes spread over amounts, with a quantile or a floor marked. */
export function Histogram({ bins, marks = NO_MARKS, floorMinor, ...facts }: HistogramProps) {
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => drawBins(bins, marks, { width, height, language, floorMinor }),
    [bins, marks, floorMinor, height, language],
  );
  return <ChartFrame {...facts} height={height} isEmpty={bins.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
  floorMinor: number | undefined;
}

function drawBins(
  bins: readonly HistogramBin[],
  pointed: readonly HistogramMark[],
  setting: Setting,
): ChartDrawing {
  const { language, floorMinor } = setting;
  const plane = layPlane(
    extentOf([0, ...bins.map((bin) => bin.count)]),
    { ...setting, top: UPRIGHT_TOP_PX, right: 24 },
    (ticks) => axisLabels(ticks, "count", language),
  );
  const { plot, yOf } = plane;
  const ends = [...bins.flatMap((b) => [b.fromMinor, b.toMinor]), ...pointed.map((m) => m.minor)];
  const [low, high] = extentOf(ends);
  const xOf = linearScale([low, high], [plot.x, plot.x + plot.width]);
  const axis = niceAxis(low, high, plot.width / TICK_EVERY_PX).ticks;
  const labels = axisLabels(axis, "money", language);
  const ticks = axis
    .map((tick, i) => ({ key: String(tick), x: xOf(tick), label: labels[i] ?? "", tick }))
    .filter(({ tick }) => tick >= low && tick <= high);
  const boxes = bins.map((bin) => {
    const [left, right] = [xOf(bin.fromMinor), xOf(bin.toMinor)];
    return { ...plot, x: left, width: right - left };
  });
  const isUnder = (bin: HistogramBin) => floorMinor !== undefined && bin.toMinor <= floorMinor;
  const upright = pointed.map(({ key, minor, label, tone = "strong" }) => {
    return { key, x: xOf(minor), label, tone };
  });
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      <FootTicks plot={plot} ticks={ticks} />
      {bins.map((bin, i) => (
        <rect
          key={bin.fromMinor}
          className={isUnder(bin) ? styles.alert : styles.accent}
          x={(boxes[i]?.x ?? 0) + 0.5}
          y={yOf(bin.count)}
          width={Math.max((boxes[i]?.width ?? 0) - 1, 0.5)}
          height={yOf(0) - yOf(bin.count)}
        />
      ))}
      <UprightMarks plot={plot} marks={upright} right={plot.x + plot.width + 24} />
    </>
  );
  const all = bins.reduce((sum, bin) => sum + bin.count, 0);
  const marks = bins.map((bin, i) => {
    const key = String(bin.fromMinor);
    return { key, box: boxes[i] ?? plot, ...readingOf(bin, all, language) };
  });
  return { shapes, marks };
}

function readingOf(bin: HistogramBin, all: number, language: Language) {
  const w = pickWords(chartWords, language);
  const share = Math.round((bin.count / Math.max(all, 1)) * 10_000);
  const told = w.outOf(formatCount(bin.count, language), formatCount(all, language));
  return {
    name: w.interval(formatMoney(bin.fromMinor, language), formatMoney(bin.toMinor, language)),
    value: `${told} · ${formatRate(share, language)}`,
  };
}
