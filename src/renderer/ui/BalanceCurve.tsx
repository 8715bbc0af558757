// biome-ignore-all lint/a11y/noNoninteractiveTabindex: arrows read the values of the figure.
import { Button, useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { formatDay, formatMoney } from "#renderer/format.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { uiWords } from "#renderer/words/ui.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./BalanceCurve.module.css";
import { CurveTable } from "./CurveTable.tsx";
import { type CurvePoint, curveColumns } from "./curve.ts";
import { curveOptions } from "./curve-options.ts";

interface BalanceCurveProps {
  /** What the curve shows, for those who do not see it: its main sentence. */
  label: string;
  points: readonly CurvePoint[];
  todayOn: string;
  floorMinor?: number | undefined;
  /** Drawing height in CSS pixels; 220 unless told. */
  height?: number;
}

/** Balance over time, past and forecast with its band; arrows read values, T shows a table. */
export function BalanceCurve(props: BalanceCurveProps) {
  const w = useWords(uiWords);
  const [isTable, setIsTable] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: T only complements the button below.
    <div
      className={styles.curve}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === "t" && !event.ctrlKey && !event.metaKey && !event.altKey) {
          setIsTable(!isTable);
        }
      }}
    >
      {isTable ? <CurveTable {...props} /> : <Drawing {...props} />}
      <Button
        className={styles.toggle ?? ""}
        variant="subtle"
        size="compact-sm"
        onClick={() => setIsTable(!isTable)}
      >
        {isTable ? w.showChart : w.showTable}
      </Button>
    </div>
  );
}

function Drawing({ label, points, todayOn, floorMinor, height = 220 }: BalanceCurveProps) {
  const language = useLanguage();
  const w = useWords(uiWords);
  const scheme = useComputedColorScheme("light");
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const host = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | undefined>(undefined);
  const chart = useRef<UPlot>(undefined);
  const columns = useMemo(() => curveColumns(points, todayOn), [points, todayOn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the colours read.
  useEffect(() => {
    if (host.current === null || width === 0) return;
    const marks = { todayWord: w.today, floorWord: w.floor };
    const look = { width, height, language, todayOn, floorMinor, ...marks, onPoint: setAt };
    const drawn = new UPlot(curveOptions(look), columns, host.current);
    chart.current = drawn;
    // A canvas does not wait for a font: the axes are set again once it is there.
    void document.fonts.ready.then(() => drawn.redraw(false, true));
    return () => drawn.destroy();
  }, [width, height, language, todayOn, floorMinor, columns, scheme, w]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = at ?? points.findIndex((point) => point.on >= todayOn);
    const next = Math.min(Math.max(from + step, 0), points.length - 1);
    const left = chart.current?.valToPos(columns[0][next] ?? 0, "x") ?? 0;
    chart.current?.setCursor({ left, top: 0 });
    setAt(next);
  };
  return (
    <>
      <div
        className={styles.figure}
        role="img"
        aria-label={label}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div ref={measured} style={{ height }}>
          <div ref={host} className={styles.canvas} />
        </div>
      </div>
      <Reading point={at === undefined ? undefined : points[at]} />
    </>
  );
}

/** The day under the cursor in exact figures, also told to screen readers. */
function Reading({ point }: { point: CurvePoint | undefined }) {
  const w = useWords(uiWords);
  const language = useLanguage();
  return (
    <p className={styles.reading} aria-live="polite">
      {point !== undefined && (
        <>
          <span>{formatDay(point.on, language, "0000")}</span>
          <b>{formatMoney(point.balanceMinor, language)}</b>
          {point.lowMinor !== undefined && point.highMinor !== undefined && (
            <span>
              {w.low} {formatMoney(point.lowMinor, language)} · {w.high}{" "}
              {formatMoney(point.highMinor, language)}
            </span>
          )}
        </>
      )}
    </p>
  );
}
