import { useCallback } from "react";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { placeLabels } from "./labels.ts";
import { FootTicks, ValueLevels } from "./PlaneAxes.tsx";
import { layPlane, type Plane } from "./plane.ts";
import { extentOf, linearScale, niceAxis } from "./scale.ts";
import { layDots, type PlacedDot, type ScatterDot } from "./scatter.ts";
import { axisLabels, exactValue, type ValueKind } from "./value-kind.ts";

const HEIGHT = 320;
const TICK_EVERY_PX = 96;

/** A measure of a map: its name and what its values are. */
interface Measure {
  label: string;
  kind: ValueKind;
}

interface ScatterChartProps extends ChartFacts {
  across: Measure;
  up: Measure;
  /** What the surface of a dot says. */
  size: Measure;
  dots: readonly ScatterDot[];
}

/** A map of parties: one measure across, one up, a third as surface; names never overlap. */
export function ScatterChart({ across, up, size, dots, ...facts }: ScatterChartProps) {
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => drawMap(dots, { width, height, language, across, up, size }),
    [dots, across, up, size, height, language],
  );
  return <ChartFrame {...facts} height={height} isEmpty={dots.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
  across: Measure;
  up: Measure;
  size: Measure;
}

function drawMap(dots: readonly ScatterDot[], setting: Setting): ChartDrawing {
  const { language, across, up, size } = setting;
  const plane = layPlane(
    extentOf([0, ...dots.map((dot) => dot.y)]),
    { ...setting, top: 28, foot: 38, right: 24 },
    (ticks) => axisLabels(ticks, up.kind, language),
  );
  const { plot } = plane;
  const axis = niceAxis(...extentOf([0, ...dots.map((dot) => dot.x)]), plot.width / TICK_EVERY_PX);
  const xOf = linearScale([axis.low, axis.high], [plot.x, plot.x + plot.width]);
  const labels = axisLabels(axis.ticks, across.kind, language);
  const ticks = axis.ticks.map((tick, i) => {
    return { key: String(tick), x: xOf(tick), label: labels[i] ?? "" };
  });
  const placed = layDots(dots, { xOf, yOf: plane.yOf });
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      <FootTicks plot={plot} ticks={ticks} />
      <AxisNames plane={plane} across={across.label} up={up.label} />
      <Dots placed={placed} plane={plane} />
    </>
  );
  const w = pickWords(chartWords, language);
  const told = (measure: Measure, value: number) =>
    w.measure(measure.label, exactValue(value, measure.kind, language));
  const marks = placed
    .toSorted((a, b) => a.cx - b.cx)
    .map((dot) => ({
      key: dot.key,
      box: dot.box,
      name: dot.label,
      value: [told(across, dot.x), told(up, dot.y), told(size, dot.size)].join(" · "),
      open: dot.open,
    }));
  return { shapes, marks };
}

function AxisNames({ plane: { plot }, across, up }: { plane: Plane; across: string; up: string }) {
  return (
    <>
      <text className={styles.head} x={0} y={12}>
        {up}
      </text>
      <text
        className={styles.head}
        x={plot.x + plot.width}
        y={plot.y + plot.height + 32}
        textAnchor="end"
      >
        {across}
      </text>
    </>
  );
}

/** Large dots first so that small ones stay in view, then the names that find room. */
function Dots({ placed, plane: { plot } }: { placed: readonly PlacedDot[]; plane: Plane }) {
  const names = placeLabels(
    placed.map(({ label, cx, cy, radius }) => ({ label, x: cx, y: cy, radius })),
    { x: plot.x, y: plot.y - 14, width: plot.width + 24, height: plot.height + 14 },
  );
  return (
    <>
      {placed.map((dot) => (
        <circle
          key={dot.key}
          className={dot.tone === "alert" ? styles.dotAlert : styles.dot}
          cx={dot.cx}
          cy={dot.cy}
          r={dot.radius}
        />
      ))}
      {placed.map((dot, i) => {
        const name = names[i];
        return (
          name !== undefined && (
            <text
              key={dot.key}
              className={dot.tone === "alert" ? styles.saidAlert : styles.said}
              x={name.x}
              y={name.y}
              textAnchor={name.anchor}
            >
              {dot.label}
            </text>
          )
        );
      })}
    </>
  );
}
