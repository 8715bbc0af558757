import { useMemo } from "react";
import type { ForecastGradesFound } from "#contract/treasury-reliability.ts";
import { formatShare } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { reliabilityWords } from "#renderer/words/reliability.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { Sheet } from "./results/Sheet.tsx";

type W = Words<typeof reliabilityWords>;
type Method = ForecastGradesFound["methods"][number];
type Point = ForecastGradesFound["points"][number];
const HORIZONS = [
  ["d30", "30"],
  ["d60", "60"],
  ["d90", "90"],
] as const;

/** Each method's errors by week and cumulative, at the three horizons. */
export function MethodTable({ grades }: { grades: ForecastGradesFound }) {
  const w = useWords(reliabilityWords);
  const language = useLanguage();
  const columns = useMemo(() => methodColumns(w, language), [w, language]);
  return (
    <Sheet
      title={w.methods}
      tableId="forecast-methods"
      columns={columns}
      rows={grades.methods}
      version={[grades]}
      rowKey={(row) => row.method}
      empty={w.never}
    />
  );
}

function methodColumns(w: W, language: Language): Column<Method>[] {
  const percent = (share: number | null) =>
    share === null ? w.unknown : formatShare(share, language);
  return [
    { key: "method", label: w.method, type: "text", share: 2, value: (row) => w[row.method] },
    ...HORIZONS.map(
      ([horizon, days]): Column<Method> => ({
        ...{
          key: `weekly-${days}`,
          label: w.weekly(days),
          type: "text",
          isFigure: true,
          minRem: 8,
          share: 0,
        },
        value: (row) => percent(row.weekly[horizon]),
      }),
    ),
    ...HORIZONS.map(
      ([horizon, days]): Column<Method> => ({
        ...{
          key: `whole-${days}`,
          label: w.cumulative(days),
          type: "text",
          isFigure: true,
          minRem: 8,
          share: 0,
        },
        value: (row) => percent(row.cumulative[horizon]),
      }),
    ),
  ];
}

/** Each past forecast of thirty days beside what came, the latest first. */
export function PastForecasts({ points }: { points: Point[] }) {
  const w = useWords(reliabilityWords);
  const columns = useMemo(() => pointColumns(w), [w]);
  return (
    <Sheet
      title={w.past}
      tableId="past-forecasts"
      columns={columns}
      rows={points.toReversed()}
      version={[points]}
      rowKey={(row) => row.on}
      empty={w.never}
    />
  );
}

function pointColumns(w: W): Column<Point>[] {
  return [
    { key: "on", label: w.on, type: "date", share: 1, value: (row) => row.on },
    { key: "until", label: w.until, type: "date", share: 1, value: (row) => row.untilOn },
    { key: "expected", label: w.expected, type: "money", value: (row) => row.expectedMinor },
    { key: "came", label: w.came, type: "money", value: (row) => row.cameMinor },
    {
      ...{ key: "missed", label: w.missed, type: "money" },
      value: (row) => row.cameMinor - row.expectedMinor,
    },
    {
      ...{ key: "band", label: w.band, type: "chip" },
      value: ({ cameMinor, lowMinor, highMinor }) =>
        cameMinor >= lowMinor && cameMinor <= highMinor
          ? { word: w.inBand, tone: "done" }
          : { word: w.outOfBand, tone: "wait" },
    },
  ];
}
