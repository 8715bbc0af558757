import { useCallback } from "react";
import { useLanguage } from "#renderer/words/language.ts";
import { ChartFrame } from "./ChartFrame.tsx";
import type { ChartFacts } from "./chart.ts";
import { drawFan } from "./draw-fan.tsx";
import type { FanDay, FanEvent, KnownBalance } from "./fan.ts";

const HEIGHT = 280;

interface FanChartProps extends ChartFacts {
  /** Known balances by rising day, up to today. */
  past: readonly KnownBalance[];
  /** Days ahead by rising day. */
  forecast: readonly FanDay[];
  todayOn: string;
  floorMinor?: number | undefined;
  events?: readonly FanEvent[] | undefined;
}

const NO_EVENTS: readonly FanEvent[] = [];

/** A balance known up to today, then its median inside the bands it keeps to, with what happens. */
export function FanChart(props: FanChartProps) {
  const { past, forecast, todayOn, floorMinor, events = NO_EVENTS, ...facts } = props;
  const language = useLanguage();
  const height = facts.height ?? HEIGHT;
  const draw = useCallback(
    (width: number) =>
      drawFan({ past, forecast, events, floorMinor, todayOn }, { width, height, language }),
    [past, forecast, events, floorMinor, todayOn, height, language],
  );
  return <ChartFrame {...facts} height={height} isEmpty={forecast.length === 0} draw={draw} />;
}
