import type { Box } from "./chart.ts";
import styles from "./charts.module.css";
import { TEXT_PX, textWidth } from "./labels.ts";
import { packLabels } from "./pack-labels.ts";

const LABEL_ROWS = 2;
const ROW_PX = 15;

/** Room that the names of upright marks take over a plot. */
export const UPRIGHT_TOP_PX = LABEL_ROWS * ROW_PX + 6;

/** Something that stands at one place of the axis: a day's event, a quantile. */
export interface UprightMark {
  key: string;
  x: number;
  label: string;
  /** A dotted line unless told. */
  tone?: "strong" | "alert" | undefined;
  isAlertText?: boolean;
}

interface UprightMarksProps {
  plot: Box;
  marks: readonly UprightMark[];
  /** How far names may reach to the right. */
  right: number;
}

/** Upright lines with their names over the plot; a name without room is read on its mark only. */
export function UprightMarks({ plot, marks, right }: UprightMarksProps) {
  const placed = packLabels(marks, { left: 0, right, rows: LABEL_ROWS });
  return (
    <>
      {marks.map(({ key, x, tone }, i) => {
        const row = placed[i]?.row;
        const top = row === undefined ? plot.y : 4 + row * ROW_PX;
        const ends = { x1: x, x2: x, y1: top, y2: plot.y + plot.height };
        return (
          <g key={key}>
            {tone !== undefined && <line className={styles.halo} {...ends} />}
            <line className={tone === undefined ? styles.link : styles[LINES[tone]]} {...ends} />
          </g>
        );
      })}
      {marks.map((mark, i) => {
        const label = placed[i];
        return label !== undefined && <Name key={mark.key} mark={mark} {...label} />;
      })}
    </>
  );
}

const LINES = { strong: "lineStrong", alert: "lineAlert" } as const;

/** A name on paper of its own, so that a neighbour's line does not cross it. */
function Name({ mark, x, row }: { mark: UprightMark; x: number; row: number }) {
  const isAlert = mark.tone === "alert" || mark.isAlertText === true;
  return (
    <>
      <rect
        className={styles.paper}
        x={x - 2}
        y={2 + row * ROW_PX}
        width={textWidth(mark.label) + 2}
        height={TEXT_PX + 2}
      />
      <text className={isAlert ? styles.saidAlert : styles.said} x={x} y={12 + row * ROW_PX}>
        {mark.label}
      </text>
    </>
  );
}
