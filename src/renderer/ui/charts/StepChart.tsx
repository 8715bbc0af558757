import { useCallback } from "react";
import { formatDay, formatMoney, formatMovement } from "#renderer/format.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { dayAxis } from "./day-axis.ts";
import { FootTicks, ValueLevels } from "./PlaneAxes.tsx";
import { stepPath } from "./paths.ts";
import { layPlane, slicesOf } from "./plane.ts";
import { extentOf } from "./scale.ts";
import { UPRIGHT_TOP_PX, UprightMarks } from "./UprightMarks.tsx";
import { axisLabels } from "./value-kind.ts";

const HEIGHT = 220;

/** A cost from a day on, until the next point. */
export interface StepPoint {
  on: string;
  amountMinor: number;
}

/** A change of level: a new price, a new contract. */
export interface CostStep {
  key: string;
  on: string;
  label: string;
  changeMinor: number;
  open?: (() => void) | undefined;
}

interface StepChartProps extends ChartFacts {
  /** By rising day. */
  points: readonly StepPoint[];
  steps: readonly CostStep[];
  /** Where the last level is drawn to. */
  toOn: string;
}

/** A cost over time as a staircase, each change of level marked and named. */
export function StepChart({ points, steps, toOn, ...facts }: StepChartProps) {
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => drawSteps(points, steps, { width, height, language, toOn }),
    [points, steps, toOn, height, language],
  );
  return <ChartFrame {...facts} height={height} isEmpty={points.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
  toOn: string;
}

function drawSteps(
  points: readonly StepPoint[],
  steps: readonly CostStep[],
  setting: Setting,
): ChartDrawing {
  const { language } = setting;
  const plane = layPlane(
    extentOf([0, ...points.map((point) => point.amountMinor)]),
    { ...setting, top: UPRIGHT_TOP_PX, right: 16 },
    (ticks) => axisLabels(ticks, "money", language),
  );
  const { plot, yOf } = plane;
  const days = dayAxis(points[0]?.on ?? setting.toOn, setting.toOn, { plot, language });
  const dots = points.map((point) => ({ x: days.xOf(point.on), y: yOf(point.amountMinor) }));
  const upright = steps.map((step) => ({
    key: step.key,
    x: days.xOf(step.on),
    label: stepLabel(step, language),
    isAlertText: step.changeMinor > 0,
  }));
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      <FootTicks plot={plot} ticks={days.ticks} />
      <path className={styles.line} d={stepPath(dots, plot.x + plot.width)} />
      <UprightMarks plot={plot} marks={upright} right={plot.x + plot.width + 16} />
    </>
  );
  const boxes = slicesOf(
    dots.map((dot) => dot.x),
    plot,
  );
  const marks = points.map((point, i) => {
    const until = points[i + 1]?.on;
    const step = steps.find((s) => s.on >= point.on && (until === undefined || s.on < until));
    const amount = formatMoney(point.amountMinor, language);
    return {
      key: point.on,
      box: boxes[i] ?? plot,
      dot: dots[i] ?? { x: plot.x, y: plot.y },
      name: formatDay(point.on, language, "0000"),
      value: step === undefined ? amount : `${amount} · ${stepLabel(step, language)}`,
      open: step?.open,
    };
  });
  return { shapes, marks };
}

function stepLabel({ label, changeMinor }: CostStep, language: Language): string {
  return `${label} ${formatMovement(changeMinor, language)}`;
}
