import { useCallback } from "react";
import { formatMoney, formatRate, formatShortMoney } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { Box, ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { type HeatLine, heatStep, heatTotals } from "./heat.ts";
import { cutText, textWidth } from "./labels.ts";

const ROW_PX = 26;

/** A column of a heat table; late ones take the alert colour. */
export interface HeatBucket {
  key: string;
  label: string;
  isLate?: boolean | undefined;
}

interface HeatRowProps extends ChartFacts {
  buckets: readonly HeatBucket[];
  lines: readonly HeatLine[];
}

/** Amounts by bucket and line, darker where there is more; sums on the right and at the foot. */
export function HeatRow({ buckets, lines, ...facts }: HeatRowProps) {
  const language = useLanguage();
  const draw = useCallback(
    (width: number) => drawHeat(lines, { width, language, buckets }),
    [lines, buckets, language],
  );
  const height = facts.height ?? (lines.length + 2) * ROW_PX;
  return <ChartFrame {...facts} height={height} isEmpty={lines.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  language: Language;
  buckets: readonly HeatBucket[];
}

interface Cell {
  key: string;
  line: HeatLine;
  bucket: HeatBucket;
  amountMinor: number;
  step: number;
  box: Box;
}

function drawHeat(lines: readonly HeatLine[], { width, language, buckets }: Setting): ChartDrawing {
  const w = pickWords(chartWords, language);
  const longest = Math.max(...lines.map((line) => textWidth(line.label)), textWidth(w.total));
  const names = Math.min(longest + 12, width * 0.34);
  const cellWidth = (width - names) / (buckets.length + 1);
  const columnOf = (b: number) => names + b * cellWidth;
  const cells = cellsOf(lines, buckets, { columnOf, cellWidth });
  const totals = heatTotals(lines, buckets.length);
  const foot = (lines.length + 1) * ROW_PX;
  const heads = [...buckets.map((bucket) => bucket.label), w.total];
  const sums = [...totals.byBucket, totals.wholeMinor];
  const shapes = (
    <>
      {heads.map((label, b) => (
        <Told key={label} x={columnOf(b) + cellWidth} y={0} text={cutText(label, cellWidth - 12)} />
      ))}
      {cells.map((cell) => (
        <CellShape key={cell.key} cell={cell} language={language} />
      ))}
      {lines.map((line, i) => (
        <g key={line.key}>
          <text className={styles.said} x={0} y={(i + 1) * ROW_PX + 17}>
            {cutText(line.label, names - 8)}
          </text>
          <Told
            x={width}
            y={(i + 1) * ROW_PX}
            text={formatShortMoney(totals.byLine[i] ?? 0, language)}
            look={styles.head}
          />
        </g>
      ))}
      <line className={styles.zero} x1={0} x2={width} y1={foot + 0.5} y2={foot + 0.5} />
      <text className={styles.head} x={0} y={foot + 17}>
        {w.total}
      </text>
      {sums.map((minor, b) => (
        <Told
          key={heads[b]}
          x={columnOf(b) + cellWidth}
          y={foot}
          text={formatShortMoney(minor, language)}
          look={styles.head}
        />
      ))}
    </>
  );
  return { shapes, marks: cells.map((cell) => markOf(cell, totals.wholeMinor, language)) };
}

function cellsOf(
  lines: readonly HeatLine[],
  buckets: readonly HeatBucket[],
  { columnOf, cellWidth }: { columnOf: (b: number) => number; cellWidth: number },
): Cell[] {
  const largest = Math.max(...lines.flatMap((line) => line.amountsMinor), 0);
  return lines.flatMap((line, i) =>
    buckets.map((bucket, b) => {
      const amountMinor = line.amountsMinor[b] ?? 0;
      const box = { x: columnOf(b), y: (i + 1) * ROW_PX, width: cellWidth, height: ROW_PX };
      const key = `${line.key} ${bucket.key}`;
      return { key, line, bucket, amountMinor, step: heatStep(amountMinor, largest), box };
    }),
  );
}

function markOf(
  { key, line, bucket, amountMinor, box }: Cell,
  wholeMinor: number,
  language: Language,
) {
  const share = wholeMinor === 0 ? 0 : Math.round((amountMinor / wholeMinor) * 10_000);
  const told = `${formatMoney(amountMinor, language)} · ${formatRate(share, language)}`;
  return { key, box, name: `${line.label} · ${bucket.label}`, value: told, open: line.open };
}

function CellShape({ cell, language }: { cell: Cell; language: Language }) {
  const { box, step, amountMinor, bucket } = cell;
  return (
    <>
      <rect
        className={bucket.isLate ? styles.heatLate : styles.heat}
        fillOpacity={step * 0.075}
        x={box.x + 1}
        y={box.y + 1}
        width={box.width - 2}
        height={box.height - 2}
      />
      <Told
        x={box.x + box.width}
        y={box.y}
        text={amountMinor === 0 ? "–" : formatShortMoney(amountMinor, language)}
        look={amountMinor === 0 ? undefined : styles.said}
      />
    </>
  );
}

/** A text that ends at the right of its cell. */
function Told(props: { x: number; y: number; text: string; look?: string | undefined }) {
  return (
    <text className={props.look} x={props.x - 8} y={props.y + 17} textAnchor="end">
      {props.text}
    </text>
  );
}
