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
}

/** One payment of the cost. */
export interface CostPayment extends StepPoint {
  open?: (() => void) | undefined;
}

interface StepChartProps extends ChartFacts {
  /** Levels, by rising day. */
  points: readonly StepPoint[];
  /** What was paid, by rising day. */
  payments: readonly CostPayment[];
  steps: readonly CostStep[];
  /** Where the last level is drawn to. */
  toOn: string;
}

/** A cost over time: its payments, and the staircase of its level with each change named. */
export function StepChart({ points, payments, steps, toOn, ...facts }: StepChartProps) {
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => drawSteps({ points, payments, steps }, { width, height, language, toOn }),
    [points, payments, steps, toOn, height, language],
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
  { points, payments, steps }: Pick<StepChartProps, "points" | "payments" | "steps">,
  setting: Setting,
): ChartDrawing {
  const { language } = setting;
  const plane = layPlane(
    extentOf([0, ...[...points, ...payments].map((point) => point.amountMinor)]),
    { ...setting, top: UPRIGHT_TOP_PX, right: 16 },
    (ticks) => axisLabels(ticks, "money", language),
  );
  const { plot, yOf } = plane;
  const days = dayAxis(points[0]?.on ?? setting.toOn, setting.toOn, { plot, language });
  const placed = ({ on, amountMinor }: StepPoint) => ({ x: days.xOf(on), y: yOf(amountMinor) });
  const dots = payments.map(placed);
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
      <path className={styles.line} d={stepPath(points.map(placed), plot.x + plot.width)} />
      {dots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} className={styles.point} cx={x} cy={y} r={2.5} />
      ))}
      <UprightMarks plot={plot} marks={upright} right={plot.x + plot.width + 16} />
    </>
  );
  const boxes = slicesOf(
    dots.map((dot) => dot.x),
    plot,
  );
  const marks = payments.map((payment, i) => {
    const step = steps.find(({ on }) => on === payment.on);
    const amount = formatMoney(payment.amountMinor, language);
    return {
      key: `${payment.on} ${i}`,
      box: boxes[i] ?? plot,
      dot: dots[i] ?? { x: plot.x, y: plot.y },
      name: formatDay(payment.on, language, "0000"),
      value: step === undefined ? amount : `${amount} · ${stepLabel(step, language)}`,
      open: payment.open,
    };
  });
  return { shapes, marks };
}

function stepLabel({ label, changeMinor }: CostStep, language: Language): string {
  return `${label} ${formatMovement(changeMinor, language)}`;
}
