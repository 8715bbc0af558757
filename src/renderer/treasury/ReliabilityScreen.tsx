import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ProgressEvent } from "#contract/procedure.ts";
import type { ForecastGradesFound } from "#contract/treasury-reliability.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import {
  formatCount,
  formatDate,
  formatDecimal,
  formatMoney,
  formatShare,
} from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { runStream } from "#renderer/run-stream.ts";
import { BarChart } from "#renderer/ui/charts/BarChart.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { ProgressBar } from "#renderer/ui/ProgressBar.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { reliabilityWords } from "#renderer/words/reliability.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { MethodTable, PastForecasts } from "./ReliabilityTables.tsx";
import { Lead } from "./results/Lead.tsx";
import styles from "./results/Results.module.css";
import { TreasuryViews } from "./TreasuryViews.tsx";

type W = Words<typeof reliabilityWords>;

/** What the forecast was worth on the company's own past, beside naive ways to foretell. */
export function ReliabilityScreen(_: ScreenProps) {
  const w = useWords(reliabilityWords);
  const { data } = useQuery({
    queryKey: ["treasury", "reliability"],
    queryFn: ({ signal }) => office.treasury.reliability({}, { signal }),
  });
  const { run, progress, error, isRunning, stop } = useMeasure(w.measuring);
  return (
    <>
      <PageHead
        title={w.title}
        period={data?.asOn ? w.measuredOn(formatDate(data.asOn)) : undefined}
      >
        <TreasuryViews current="reliability" />
        <Button variant="default" disabled={isRunning} onClick={run}>
          {w.measure}
        </Button>
      </PageHead>
      <div className={styles.page}>
        {isRunning && (
          <ProgressBar
            label={w.measuring}
            done={progress?.done ?? 0}
            total={progress?.total}
            onCancel={stop}
          />
        )}
        {error !== null && <ProblemNotice error={error} onRetry={run} />}
        {data?.grades === null && !isRunning && (
          <EmptyState sentence={w.never} action={{ label: w.measure, run }} />
        )}
        {data?.grades && <Grades grades={data.grades} />}
      </div>
    </>
  );
}

/** The measure as a running work with its progress and its cancel. */
function useMeasure(label: string) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<ProgressEvent>();
  const [stopper, setStopper] = useState<AbortController>();
  const measure = useMutation({
    mutationFn: (stop: AbortController) =>
      runStream(label, (signal) => office.treasury.gradeForecast({}, { signal }), {
        stop,
        onProgress: setProgress,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ["treasury"] }),
  });
  const run = () => {
    const stop = new AbortController();
    setStopper(stop);
    setProgress(undefined);
    measure.mutate(stop);
  };
  const isStopped = stopper?.signal.aborted === true;
  return {
    run,
    progress,
    error: isStopped ? null : measure.error,
    isRunning: measure.isPending,
    stop: () => stopper?.abort(),
  };
}

function Grades({ grades }: { grades: ForecastGradesFound }) {
  const w = useWords(reliabilityWords);
  const language = useLanguage();
  const rows = useMemo(
    () =>
      grades.methods.flatMap((one) => {
        const share = one.weekly.d30;
        if (share === null) return [];
        const tone = one.method === "forecast" ? ("accent" as const) : ("muted" as const);
        return [
          { key: one.method, label: w[one.method], value: Math.round(share * 1_000) * 10, tone },
        ];
      }),
    [grades, w],
  );
  const table = useMemo(
    () => ({
      columns: [
        { label: w.method, kind: "text" as const },
        { label: w.weekly("30"), kind: "percent" as const },
      ],
      rows: rows.map((row) => [row.label, row.value]),
    }),
    [rows, w],
  );
  const [said = "", ...notes] = sentencesOf(grades, w, language);
  return (
    <>
      <Lead said={said} notes={notes} />
      <div className={styles.wide}>
        <BarChart
          {...{ title: w.chart, fileName: "forecast-reliability", table, rows }}
          kind="percent"
          empty={w.never}
        />
      </div>
      <MethodTable grades={grades} />
      <PastForecasts points={grades.points} />
    </>
  );
}

function sentencesOf(grades: ForecastGradesFound, w: W, language: Language): string[] {
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined ? w.unknown : formatShare(share, language, 0);
  const factor = (value: number) => formatDecimal(value, language, 2);
  const { coverage, factors, firstOn, lastOn, lowest, methods, origins } = grades;
  const weekly = (method: string) => methods.find((one) => one.method === method)?.weekly.d30;
  const { d30, d60, d90 } = coverage.widened;
  return [
    ...(grades.isEnough ? [] : [w.tooLittle(formatCount(origins, language))]),
    ...(origins === 0 ? [] : [w.better(percent(weekly("forecast")), percent(weekly("flat")))]),
    ...(firstOn === null || lastOn === null
      ? []
      : [w.basis(formatCount(origins, language), formatDate(firstOn), formatDate(lastOn))]),
    ...(origins === 0
      ? []
      : [
          `${w.held(percent(d30), percent(d60), percent(d90))} ` +
            w.widened(factor(factors.d30), factor(factors.d60), factor(factors.d90)),
        ]),
    ...(lowest.errorMinor === null
      ? []
      : [
          w.lowest(
            formatMoney(lowest.errorMinor, language),
            formatCount(lowest.errorDays ?? 0, language),
          ),
        ]),
  ];
}
