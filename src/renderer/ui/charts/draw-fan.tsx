import { formatDay, formatMoney, formatMovement } from "#renderer/format.ts";
import { chartWords } from "#renderer/words/charts.ts";
import type { Language } from "#renderer/words/language.ts";
import { pickWords } from "#renderer/words/words.ts";
import type { ChartDrawing, ChartMark } from "./chart.ts";
import styles from "./charts.module.css";
import { type DayAxis, dayAxis } from "./day-axis.ts";
import { type FanDay, type FanEvent, fanAmounts, fanFromKnown, type KnownBalance } from "./fan.ts";
import { spreadApart, textWidth } from "./labels.ts";
import { FloorLine, FootTicks, TodayLine, ValueLevels } from "./PlaneAxes.tsx";
import { bandPath, linePath } from "./paths.ts";
import { layPlane, type Plane, slicesOf } from "./plane.ts";
import { extentOf } from "./scale.ts";
import { UPRIGHT_TOP_PX, UprightMarks } from "./UprightMarks.tsx";
import { axisLabels } from "./value-kind.ts";

/** What a fan shows. */
interface Fan {
  past: readonly KnownBalance[];
  forecast: readonly FanDay[];
  events: readonly FanEvent[];
  floorMinor: number | undefined;
  todayOn: string;
}

interface Setting {
  width: number;
  height: number;
  language: Language;
}

/** Draws a fan: bands, median and events over days, each day a mark. */
export function drawFan(fan: Fan, setting: Setting): ChartDrawing {
  const { language } = setting;
  const w = pickWords(chartWords, language);
  const ahead = fanFromKnown(fan.past, fan.forecast);
  const extent = extentOf([0, fan.floorMinor ?? 0, ...fanAmounts(fan.past, ahead)]);
  const plane = layPlane(
    extent,
    { ...setting, top: UPRIGHT_TOP_PX, right: textWidth(w.median) + 12 },
    (ticks) => axisLabels(ticks, "money", language),
  );
  const { plot, yOf } = plane;
  const firstOn = fan.past[0]?.on ?? ahead[0]?.on ?? fan.todayOn;
  const days = dayAxis(firstOn, ahead.at(-1)?.on ?? fan.todayOn, { plot, language });
  const known = fan.past.map((day) => ({ x: days.xOf(day.on), y: yOf(day.balanceMinor) }));
  const upright = fan.events.map(({ key, on, label }) => ({ key, x: days.xOf(on), label }));
  const shapes = (
    <>
      <ValueLevels plane={plane} />
      <FootTicks plot={plot} ticks={days.ticks} />
      <UprightMarks plot={plot} marks={upright} right={plot.x + plot.width + 40} />
      <Bands {...{ ahead, plane, days, language }} />
      <path className={styles.line} d={linePath(known)} />
      {fan.floorMinor !== undefined && (
        <FloorLine plot={plot} y={yOf(fan.floorMinor)} label={w.floor} />
      )}
      <TodayLine plot={plot} x={days.xOf(fan.todayOn)} label={w.today} />
    </>
  );
  return { shapes, marks: marksOf(fan, { plane, days, language }) };
}

interface Place {
  plane: Plane;
  days: DayAxis;
  language: Language;
}

function Bands({
  ahead,
  plane: { plot, yOf },
  days,
  language,
}: { ahead: readonly FanDay[] } & Place) {
  const line = (minorOf: (day: FanDay) => number) =>
    ahead.map((day) => ({ x: days.xOf(day.on), y: yOf(minorOf(day)) }));
  const last = ahead.at(-1);
  const hasQuarters = ahead.every((d) => d.p25Minor !== undefined && d.p75Minor !== undefined);
  const ends =
    last === undefined
      ? []
      : [
          { label: "P95", y: yOf(last.p95Minor) },
          { label: pickWords(chartWords, language).median, y: yOf(last.medianMinor) },
          { label: "P5", y: yOf(last.p5Minor) },
        ];
  const heights = spreadApart(
    ends.map((end) => end.y),
    { gap: 13, low: plot.y, high: plot.y + plot.height },
  );
  return (
    <>
      <path
        className={styles.band}
        d={bandPath(
          line((d) => d.p95Minor),
          line((d) => d.p5Minor),
        )}
      />
      {hasQuarters && (
        <path
          className={styles.band}
          d={bandPath(
            line((d) => d.p75Minor ?? 0),
            line((d) => d.p25Minor ?? 0),
          )}
        />
      )}
      <path className={styles.lineForecast} d={linePath(line((d) => d.medianMinor))} />
      {ends.map(({ label }, i) => (
        <text key={label} x={plot.x + plot.width + 6} y={(heights[i] ?? 0) + 4}>
          {label}
        </text>
      ))}
    </>
  );
}

function marksOf(fan: Fan, { plane: { plot, yOf }, days, language }: Place): ChartMark[] {
  const w = pickWords(chartWords, language);
  const money = (minor: number) => formatMoney(minor, language);
  const lastKnown = fan.past.at(-1)?.on ?? "";
  const read = [
    ...fan.past.map(({ on, balanceMinor }) => ({
      on,
      minor: balanceMinor,
      told: money(balanceMinor),
    })),
    ...fan.forecast
      .filter((day) => day.on > lastKnown)
      .map(({ on, medianMinor, p5Minor, p95Minor }) => ({
        on,
        minor: medianMinor,
        told: `${money(medianMinor)}, ${w.nineInTen(money(p5Minor), money(p95Minor))}`,
      })),
  ];
  const boxes = slicesOf(
    read.map(({ on }) => days.xOf(on)),
    plot,
  );
  return read.map(({ on, minor, told }, i) => {
    const events = fan.events.filter((event) => event.on === on);
    const happens = events.map(({ label, amountMinor }) =>
      amountMinor === undefined ? label : `${label} ${formatMovement(amountMinor, language)}`,
    );
    return {
      key: on,
      box: boxes[i] ?? plot,
      dot: { x: days.xOf(on), y: yOf(minor) },
      name: formatDay(on, language, "0000"),
      value: [told, ...happens].join(" · "),
      open: events.find((event) => event.open !== undefined)?.open,
    };
  });
}
