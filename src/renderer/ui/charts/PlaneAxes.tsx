import type { Box } from "./chart.ts";
import styles from "./charts.module.css";
import type { Plane } from "./plane.ts";

/** The upright axis of a plot: levels with their values, zero a little darker. */
export function ValueLevels({ plane: { plot, ticks } }: { plane: Plane }) {
  return ticks.map(({ value, y, label }) => (
    <g key={value}>
      <line
        className={value === 0 ? styles.zero : styles.grid}
        x1={plot.x}
        x2={plot.x + plot.width}
        y1={y}
        y2={y}
      />
      <text x={plot.x - 8} y={y + 4} textAnchor="end">
        {label}
      </text>
    </g>
  ));
}

interface FootTicksProps {
  plot: Box;
  ticks: readonly { key: string; x: number; label: string }[];
}

/** The labels under a plot, each with a short tick. */
export function FootTicks({ plot, ticks }: FootTicksProps) {
  const foot = plot.y + plot.height;
  return ticks.map(({ key, x, label }) => (
    <g key={key}>
      <line className={styles.zero} x1={x} x2={x} y1={foot} y2={foot + 4} />
      <text x={x} y={foot + 16} textAnchor="middle">
        {label}
      </text>
    </g>
  ));
}

const TODAY_ROOM_PX = 80;
const TODAY_HEIGHT_PX = 20;

interface FloorLineProps {
  plot: Box;
  y: number;
  label: string;
  /** Its name stands right of the plot, where bars would cover it inside. */
  isBeside?: boolean;
}

/** A level that matters, dashed in the alert colour with its name. */
export function FloorLine({ plot, y, label, isBeside = false }: FloorLineProps) {
  const right = plot.x + plot.width;
  // At the foot of the plot, the left is where today has its name.
  const isLow = y > plot.y + plot.height - TODAY_HEIGHT_PX;
  const x = isLow ? right - 4 : plot.x + 4;
  return (
    <>
      <line className={styles.floor} x1={plot.x} x2={right} y1={y} y2={y} />
      <text
        className={styles.saidAlert}
        x={isBeside ? right + 6 : x}
        y={isBeside ? y + 4 : y - 4}
        textAnchor={isLow && !isBeside ? "end" : "start"}
      >
        {label}
      </text>
    </>
  );
}

/** Today as a thin upright line with its name, on the past's side where it has room. */
export function TodayLine({ plot, x, label }: { plot: Box; x: number; label: string }) {
  if (x < plot.x || x > plot.x + plot.width) return null;
  const isLeft = x - plot.x > TODAY_ROOM_PX;
  return (
    <>
      <line className={styles.zero} x1={x} x2={x} y1={plot.y} y2={plot.y + plot.height} />
      <text
        x={isLeft ? x - 4 : x + 4}
        y={plot.y + plot.height - 5}
        textAnchor={isLeft ? "end" : "start"}
      >
        {label}
      </text>
    </>
  );
}
