import { useMemo } from "react";
import type { SeasonalityReport } from "#contract/treasury-seasonality.ts";
import { formatMonth } from "#renderer/format.ts";
import { exactValue } from "#renderer/ui/charts/value-kind.ts";
import type { Column } from "#renderer/ui/column.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { resultWords } from "#renderer/words/results.ts";
import { seasonWords } from "#renderer/words/seasons.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { gradeChip } from "./grade-chip.ts";
import { monthName } from "./month-name.ts";
import { Sheet } from "./Sheet.tsx";
import type { Behind } from "./SourcesPanel.tsx";

type CalendarMonth = SeasonalityReport["months"][number];
type PastMonth = SeasonalityReport["history"][number];

interface SeasonSheetsProps {
  season: SeasonalityReport;
  version: number;
  open: (behind: Behind) => void;
  close: () => void;
}

/** The twelve months with their reliability, then the series itself, newest first. */
export function SeasonSheets({ season, version, open, close }: SeasonSheetsProps) {
  const w = useWords(seasonWords);
  const { grade } = useWords(resultWords);
  const language = useLanguage();
  const columns = useMemo(() => {
    const told = { w, grade, language };
    return { months: monthColumns(told), history: historyColumns(told) };
  }, [w, grade, language]);
  const history = useMemo(() => season.history.toReversed(), [season]);
  return (
    <>
      <Sheet
        title={w.months}
        note={w.monthsWhat}
        tableId="season-months"
        columns={columns.months}
        rows={season.months}
        version={[season.series, version]}
        rowKey={(row) => String(row.month)}
        empty={w.noMonth}
        onOpen={(row) =>
          open({ title: monthName(row.month, language), subtitle: w.index, figure: row.index })
        }
        onBack={close}
      />
      <Sheet
        title={w.history}
        tableId="season-history"
        columns={columns.history}
        rows={history}
        version={[season.series, version]}
        rowKey={(row) => row.month}
        empty={w.noFull}
        onBack={close}
      />
    </>
  );
}

interface Told {
  w: Words<typeof seasonWords>;
  grade: string;
  language: Language;
}

const INDEX = { type: "text", isFigure: true, minRem: 10, share: 0 } as const;

function monthColumns({ w, grade, language }: Told): Column<CalendarMonth>[] {
  return [
    {
      ...{ key: "month", label: w.month, type: "text" },
      value: (row) => monthName(row.month, language),
    },
    {
      ...{ key: "index", label: w.index, ...INDEX },
      value: (row) => exactValue(row.index.value ?? 1, "index", language),
    },
    {
      ...{ key: "calendar", label: w.calendar, ...INDEX },
      value: (row) => exactValue(row.calendarIndex, "index", language),
    },
    { key: "years", label: w.years, type: "number", minRem: 6, value: (row) => row.years },
    {
      ...{ key: "documents", label: w.documents, type: "number", minRem: 6.5 },
      value: (row) => row.documents,
    },
    {
      ...{ key: "grade", label: grade, type: "chip", minRem: 5 },
      value: (row) => gradeChip(row.index.reliability),
    },
  ];
}

function historyColumns({ w, language }: Told): Column<PastMonth>[] {
  return [
    {
      ...{ key: "month", label: w.month, type: "text" },
      value: (row) => formatMonth(row.month, language),
    },
    { key: "total", label: w.total, type: "money", value: (row) => row.totalMinor },
    {
      ...{ key: "documents", label: w.documents, type: "number", minRem: 6.5 },
      value: (row) => row.documents,
    },
    {
      ...{ key: "days", label: w.businessDays, type: "number", minRem: 7 },
      value: (row) => row.businessDays,
    },
    {
      ...{ key: "ratio", label: w.ratio, ...INDEX },
      value: (row) => (row.ratio === null ? "" : exactValue(row.ratio, "index", language)),
    },
  ];
}
