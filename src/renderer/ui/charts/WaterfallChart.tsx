import { useCallback } from "react";
import { formatMoney, formatMovement, formatShortMoney } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { Box, ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";
import { textWidth, wrapText } from "./labels.ts";
import { FloorLine, ValueLevels } from "./PlaneAxes.tsx";
import { bandsOf, layPlane, type Plane } from "./plane.ts";
import { extentOf } from "./scale.ts";
import { axisLabels } from "./value-kind.ts";
import { type BridgeBar, type BridgeStep, bridgeBars } from "./waterfall.ts";

const HEIGHT = 260;
const LINE_PX = 14;
const NAME_LINES = 3;
const WIDEST_BAR_PX = 72;

interface WaterfallChartProps extends ChartFacts {
  opening: { label: string; amountMinor: number; open?: (() => void) | undefined };
  /** Signed movements in the order they are read. */
  steps: readonly BridgeStep[];
  /** The closing amount is computed: it always is the exact sum. */
  closingLabel: string;
  openClosing?: (() => void) | undefined;
  floorMinor?: number | undefined;
}

/** A bridge: what leads from an opening amount to a closing one. Falls are hollow. */
export function WaterfallChart(props: WaterfallChartProps) {
  const { opening, steps, closingLabel, openClosing, floorMinor, ...facts } = props;
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) => {
      const bars = bridgeBars({ opening, steps, closingLabel, openClosing });
      return drawBridge(bars, { width, height, language, floorMinor });
    },
    [opening, steps, closingLabel, openClosing, floorMinor, height, language],
  );
  return <ChartFrame {...facts} height={height} isEmpty={steps.length === 0} draw={draw} />;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
  floorMinor: number | undefined;
}

function drawBridge(bars: readonly BridgeBar[], setting: Setting): ChartDrawing {
  const { language, floorMinor } = setting;
  const foot = NAME_LINES * LINE_PX + 6;
  const extent = extentOf([0, floorMinor ?? 0, ...bars.map((bar) => bar.toMinor)]);
  const floorWord = pickWords(chartWords, language).floor;
  const right = floorMinor === undefined ? 8 : textWidth(floorWord) + 10;
  const plane = layPlane(extent, { ...setting, top: 20, foot, right }, (ticks) =>
    axisLabels(ticks, "money", language),
  );
  const bands = bandsOf(bars.length, plane.plot);
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      {bars.map((bar, i) => (
        <BridgeShape
          key={bar.key}
          {...{ bar, plane, language }}
          band={bands[i] ?? plane.plot}
          isLast={i === bars.length - 1}
        />
      ))}
      {floorMinor !== undefined && (
        <FloorLine plot={plane.plot} y={plane.yOf(floorMinor)} label={floorWord} isBeside />
      )}
    </>
  );
  const marks = bars.map((bar, i) => ({
    key: bar.key,
    box: bands[i] ?? plane.plot,
    name: bar.label,
    value: readingOf(bar, language),
    open: bar.open,
  }));
  return { shapes, marks };
}

function readingOf(bar: BridgeBar, language: Language): string {
  if (bar.kind === "opening" || bar.kind === "closing") return formatMoney(bar.toMinor, language);
  const after = pickWords(chartWords, language).after(formatMoney(bar.toMinor, language));
  return `${formatMovement(bar.amountMinor, language)}, ${after}`;
}

const CLASSES = { opening: "strong", closing: "strong", up: "accent", down: "hollow" } as const;

interface BridgeShapeProps {
  bar: BridgeBar;
  band: Box;
  plane: Plane;
  language: Language;
  isLast: boolean;
}

function BridgeShape({ bar, band, plane: { plot, yOf }, language, isLast }: BridgeShapeProps) {
  const air = Math.max(Math.min(band.width * 0.18, 16), (band.width - WIDEST_BAR_PX) / 2);
  const [top, bottom] = [
    yOf(Math.max(bar.fromMinor, bar.toMinor)),
    yOf(Math.min(bar.fromMinor, bar.toMinor)),
  ];
  const middle = band.x + band.width / 2;
  const isTotal = bar.kind === "opening" || bar.kind === "closing";
  const short = formatShortMoney(bar.amountMinor, language);
  const told = !isTotal && bar.amountMinor > 0 ? `+${short}` : short;
  const level = yOf(bar.toMinor);
  return (
    <>
      {!isLast && (
        <line
          className={styles.link}
          x1={band.x + band.width - air}
          x2={band.x + band.width + air}
          y1={level}
          y2={level}
        />
      )}
      <rect
        className={styles[CLASSES[bar.kind]]}
        x={band.x + air}
        y={top}
        width={band.width - 2 * air}
        height={Math.max(bottom - top, 1)}
      />
      <text
        className={isTotal ? styles.head : styles.said}
        x={middle}
        y={top - 5}
        textAnchor="middle"
      >
        {told}
      </text>
      {wrapText(bar.label, band.width - 6, NAME_LINES).map((line, i) => (
        <text
          key={line}
          className={isTotal ? styles.head : undefined}
          x={middle}
          y={plot.y + plot.height + 16 + i * LINE_PX}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </>
  );
}
