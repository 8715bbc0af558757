// biome-ignore-all lint/a11y/noNoninteractiveTabindex: arrows read the values of the figure.
import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from "react";
import { Kbd } from "#renderer/ui/Kbd.tsx";
import { chartWords } from "#renderer/words/charts.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { ChartDrawing, ChartMark } from "./chart.ts";
import styles from "./charts.module.css";
import { nextMark } from "./next-mark.ts";

interface ChartDrawnProps {
  title: string;
  description?: string | undefined;
  height: number;
  draw: (width: number) => ChartDrawing;
  drawing: RefObject<SVGSVGElement | null>;
}

/** The drawing with its marks: pointer and arrows read them, Enter or a click opens them. */
export function ChartDrawn({ title, description, height, draw, drawing }: ChartDrawnProps) {
  const w = useWords(chartWords);
  const helpId = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [at, setAt] = useState<string>();
  const drawn = useMemo(() => (width > 0 ? draw(width) : undefined), [draw, width]);
  const marks = drawn?.marks ?? [];
  const mark = marks.find((one) => one.key === at);
  const opens = marks.some((one) => one.open !== undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") mark?.open?.();
    else if (event.key === "Escape") setAt(undefined);
    else {
      const next = nextMark(marks, at, event.key);
      if (next === undefined) return;
      event.preventDefault();
      setAt(next);
    }
  };
  return (
    <>
      <div
        ref={ref}
        className={`${styles.body} ${styles.figure}`}
        role="img"
        aria-label={title}
        aria-describedby={helpId}
        tabIndex={0}
        style={{ height }}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setAt(undefined)}
      >
        <svg ref={drawing} className={styles.drawing} width={width} height={height} aria-hidden>
          {drawn?.shapes}
        </svg>
        <svg width={width} height={height} aria-hidden>
          {mark !== undefined && <Active mark={mark} height={height} />}
          {marks.map((one) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the figure has the same by keys.
            <rect
              key={one.key}
              {...one.box}
              className={styles.hit}
              data-opens={one.open !== undefined}
              onPointerEnter={() => setAt(one.key)}
              onClick={one.open}
            />
          ))}
        </svg>
      </div>
      <p id={helpId} className="unseen">
        {description} {opens ? w.keysOpen : w.keys}
      </p>
      <Reading mark={mark} description={description} />
    </>
  );
}

/** The values of the mark being read, told aloud; until then what the chart is about. */
function Reading({
  mark,
  description,
}: {
  mark: ChartMark | undefined;
  description?: string | undefined;
}) {
  const w = useWords(chartWords);
  return (
    <div className={styles.reading}>
      {mark === undefined && <span aria-hidden>{description}</span>}
      <p aria-live="polite">
        {mark !== undefined && (
          <>
            <span>{mark.name}</span>
            <b>{mark.value}</b>
          </>
        )}
      </p>
      {mark?.open !== undefined && (
        <span aria-hidden>
          <Kbd keys="Enter" /> {w.enterOpens}
        </span>
      )}
    </div>
  );
}

/** What is being read: a frame around it, or a dot on an upright line. */
function Active({ mark: { box, dot }, height }: { mark: ChartMark; height: number }) {
  if (dot === undefined) {
    return (
      <rect
        className={styles.active}
        x={box.x + 0.5}
        y={box.y + 0.5}
        width={Math.max(box.width - 1, 1)}
        height={Math.max(box.height - 1, 1)}
        rx={2}
      />
    );
  }
  const foot = Math.min(box.y + box.height, height);
  return (
    <>
      <line className={styles.zero} x1={dot.x} x2={dot.x} y1={box.y} y2={foot} />
      <circle className={styles.activeDot} cx={dot.x} cy={dot.y} r={4} />
    </>
  );
}
