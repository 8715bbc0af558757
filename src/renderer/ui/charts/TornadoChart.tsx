import { useCallback } from "react";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { Box, ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { cutText, TEXT_PX, textWidth } from "./labels.ts";
import {
  hatchPath,
  layTornado,
  type PlacedText,
  type TornadoLayout,
  type TornadoPlace,
  type TornadoRow,
  tornadoHeight,
} from "./tornado.ts";
import { axisLabels, exactValue, type ValueKind } from "./value-kind.ts";

interface TornadoChartProps extends ChartFacts {
  /** The measure with every input as it stands. */
  base: { label: string; value: number };
  kind: ValueKind;
  /** In any order: the chart puts the widest on top. */
  rows: readonly TornadoRow[];
}

/** A tornado: what each input, moved alone to both ends of its range, makes of one measure. */
export function TornadoChart({ base, kind, rows, ...facts }: TornadoChartProps) {
  const language = useLanguage();
  const draw = useCallback(
    (width: number) => drawTornado(rows, { width, base, kind, language }),
    [rows, base, kind, language],
  );
  const height = facts.height ?? tornadoHeight(rows.length);
  return <ChartFrame {...facts} height={height} isEmpty={rows.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  base: TornadoChartProps["base"];
  kind: ValueKind;
  language: Language;
}

function drawTornado(rows: readonly TornadoRow[], setting: Setting): ChartDrawing {
  const { width, base, kind, language } = setting;
  const w = pickWords(chartWords, language);
  const layout = layTornado(rows, { width, base: base.value, evenHead: w.even });
  const { plot, places } = layout;
  const hasEven = rows.some((row) => row.even !== null);
  const shapes = (
    <>
      <Keys words={[w.lowEnd, w.highEnd, hasEven ? w.evenRing : ""]} />
      <Levels layout={layout} labels={axisLabels(layout.axis.ticks, kind, language)} />
      {places.map((place) => (
        <RowShape key={place.row.key} place={place} nameWidth={plot.x - 12} right={width - 4} />
      ))}
      <BaseLine
        layout={layout}
        told={w.measure(base.label, exactValue(base.value, kind, language))}
      />
      {places.map(
        ({ row, even }) =>
          even !== undefined && (
            <circle key={row.key} className={styles.point} cx={even.x} cy={even.y} r={4} />
          ),
      )}
      <text className={styles.head} x={width - 4} y={plot.y - 6} textAnchor="end">
        {w.even}
      </text>
    </>
  );
  const marks = places.map(({ row, box }) => {
    const ends = [row.low, row.high].map((end) =>
      w.measure(end.told, exactValue(end.value, kind, language)),
    );
    const even = row.even === null ? [] : [w.evenAt(row.even)];
    const value = [...ends, ...even].join(" · ");
    return { key: row.key, box, name: `${row.label} (${row.typed})`, value, open: row.open };
  });
  return { shapes, marks };
}

/** What hatched, full and ringed mean. */
function Keys({ words: [low, high, even] }: { words: [string, string, string] }) {
  const box = (x: number): Box => ({ x, y: 4, width: 16, height: 10 });
  const highX = 4 + 16 + 6 + textWidth(low) + 14;
  const evenX = highX + 16 + 6 + textWidth(high) + 14;
  return (
    <>
      <LowBar box={box(4)} />
      <text x={26} y={13}>
        {low}
      </text>
      <rect className={styles.accent} {...box(highX)} />
      <text x={highX + 22} y={13}>
        {high}
      </text>
      {even !== "" && (
        <>
          <circle className={styles.point} cx={evenX + 4} cy={9} r={4} />
          <text x={evenX + 14} y={13}>
            {even}
          </text>
        </>
      )}
    </>
  );
}

function Levels({
  layout: { plot, axis, xOf },
  labels,
}: {
  layout: TornadoLayout;
  labels: readonly string[];
}) {
  return axis.ticks.map((tick, i) => (
    <g key={tick}>
      <line
        className={tick === 0 ? styles.zero : styles.grid}
        x1={xOf(tick)}
        x2={xOf(tick)}
        y1={plot.y}
        y2={plot.y + plot.height}
      />
      <text x={xOf(tick)} y={plot.y + plot.height + 15} textAnchor="middle">
        {labels[i]}
      </text>
    </g>
  ));
}

/** The measure as it stands, through all bars, with its value over them. */
function BaseLine({ layout: { plot, baseX }, told }: { layout: TornadoLayout; told: string }) {
  const half = textWidth(told) / 2;
  const x = Math.min(Math.max(baseX, plot.x + half), plot.x + plot.width - half);
  const ends = { x1: baseX, x2: baseX, y1: plot.y - 2, y2: plot.y + plot.height };
  return (
    <>
      <line className={styles.lineStrong} {...ends} />
      <text className={styles.head} x={x} y={plot.y - 6} textAnchor="middle">
        {told}
      </text>
    </>
  );
}

interface RowShapeProps {
  place: TornadoPlace;
  nameWidth: number;
  right: number;
}

function RowShape({ place: { row, box, low, high, labels }, nameWidth, right }: RowShapeProps) {
  const middle = box.y + box.height / 2;
  return (
    <>
      <text className={styles.said} x={4} y={middle - 2}>
        {cutText(row.label, nameWidth)}
      </text>
      <text x={4} y={middle + 11}>
        {cutText(row.typed, nameWidth)}
      </text>
      <LowBar box={low} />
      <rect className={styles.accent} {...high} />
      {labels.map((label, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: always the low end, then the high one.
        <EndLabel key={i} {...label} />
      ))}
      <text className={styles.said} x={right} y={middle + 4} textAnchor="end">
        {row.even ?? "–"}
      </text>
    </>
  );
}

/** On paper of its own, so that a level does not cross it. */
function EndLabel({ x, y, anchor, text }: PlacedText) {
  const width = textWidth(text);
  return (
    <>
      <rect
        className={styles.paper}
        x={anchor === "end" ? x - width : x}
        y={y - TEXT_PX + 1}
        width={width}
        height={TEXT_PX + 2}
      />
      <text className={styles.said} x={x} y={y} textAnchor={anchor}>
        {text}
      </text>
    </>
  );
}

/** The low end is hatched, so that it is told from the high one in grey as well. */
function LowBar({ box }: { box: Box }) {
  return (
    <>
      <rect className={styles.hollow} {...box} />
      <path className={styles.hatch} d={hatchPath(box)} />
    </>
  );
}
