import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { chartWords } from "#renderer/words/charts.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { ChartDrawn } from "./ChartDrawn.tsx";
import { ChartExports } from "./ChartExports.tsx";
import { ChartTwin } from "./ChartTwin.tsx";
import type { ChartDrawing, ChartFacts } from "./chart.ts";
import styles from "./charts.module.css";

interface ChartFrameProps extends ChartFacts {
  height: number;
  isEmpty: boolean;
  /** Draws at a width; called again only when the width or the facts change. */
  draw: (width: number) => ChartDrawing;
}

/** What stands around every chart: its sentence, its table under T, its exports, its reading. */
export function ChartFrame({ isEmpty, draw, ...facts }: ChartFrameProps) {
  const w = useWords(chartWords);
  const titleId = useId();
  const drawing = useRef<SVGSVGElement>(null);
  const figure = useRef<HTMLElement>(null);
  const isByKey = useRef(false);
  const [isTable, setIsTable] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  // T replaces what had the keyboard: what comes instead takes it, so that T also goes back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of view moves it.
  useEffect(() => {
    if (isByKey.current) figure.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
    isByKey.current = false;
  }, [isTable]);
  if (isEmpty) return <EmptyState sentence={facts.empty} />;
  return (
    <figure
      ref={figure}
      className={styles.chart}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey)
          return;
        isByKey.current = true;
        setIsTable(!isTable);
      }}
    >
      <figcaption id={titleId} className={styles.title}>
        {facts.title}
      </figcaption>
      <div className={styles.tools}>
        <Button variant="subtle" size="compact-sm" onClick={() => setIsTable(!isTable)}>
          {isTable ? w.showChart : w.showTable}
        </Button>
        <ChartExports
          {...facts}
          isTable={isTable}
          drawing={() => drawing.current}
          onProblem={setProblem}
        />
      </div>
      {isTable ? (
        <div className={styles.body}>
          <ChartTwin label={facts.title} table={facts.table} height={facts.height} />
        </div>
      ) : (
        <ChartDrawn {...facts} draw={draw} drawing={drawing} />
      )}
      {problem !== undefined && (
        <div className={styles.problem}>
          <ProblemNotice error={problem} />
        </div>
      )}
    </figure>
  );
}
