import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Forecast } from "#contract/treasury.ts";
import { formatCount, formatDay, formatMoney } from "#renderer/format.ts";
import { BalanceCurve } from "#renderer/ui/BalanceCurve.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import styles from "./HomeScreen.module.css";
import { curvePoints } from "./read-forecast.ts";

interface ForecastFigureProps {
  query: UseQueryResult<Forecast>;
  height: number;
}

/** The forecast's curve with its sentence and its measured reliability. */
export function ForecastFigure({ query, height }: ForecastFigureProps) {
  const w = useWords(treasuryWords);
  if (query.data !== undefined) return <Curve forecast={query.data} height={height} />;
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <section
      className={styles.skeleton}
      style={{ height: height + 56 }}
      aria-busy="true"
      aria-label={w.loading}
    />
  );
}

function Curve({ forecast, height }: { forecast: Forecast; height: number }) {
  const w = useWords(treasuryWords);
  const language = useLanguage();
  const points = useMemo(() => curvePoints(forecast), [forecast]);
  const { asOn, lowest, reliability } = forecast;
  const day = (on: string) => formatDay(on, language, "0000");
  return (
    <>
      <BalanceCurve
        label={w.curve(day(asOn), formatMoney(lowest.balanceMinor, language), day(lowest.on))}
        points={points}
        todayOn={asOn}
        floorMinor={forecast.floorMinor}
        height={height}
      />
      <p className={styles.dim}>
        {w.reliability(
          reliability.grade,
          formatCount(reliability.observations, language),
          formatCount(reliability.periodDays, language),
        )}
      </p>
    </>
  );
}
