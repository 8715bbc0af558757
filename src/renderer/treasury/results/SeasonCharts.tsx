import { useMemo } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { SeasonalityReport } from "#contract/treasury-seasonality.ts";
import { formatCount } from "#renderer/format.ts";
import { BarChart, type BarRow } from "#renderer/ui/charts/BarChart.tsx";
import { IndexChart } from "#renderer/ui/charts/IndexChart.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { seasonWords } from "#renderer/words/seasons.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { monthName, weekdayName } from "./month-name.ts";
import styles from "./Results.module.css";
import type { Behind } from "./SourcesPanel.tsx";

type W = Words<typeof seasonWords>;

interface SeasonChartsProps {
  season: SeasonalityReport;
  open: (behind: Behind) => void;
}

/** The months of the year, then how days share a week and a month. */
export function SeasonCharts({ season, open }: SeasonChartsProps) {
  const w = useWords(seasonWords);
  const language = useLanguage();
  const { inWeek, inMonth } = season.profile;
  const weekdays = useMemo(
    () =>
      inWeek.map(({ weekday, share }) =>
        barOf(String(weekday), weekdayName(weekday, language), share.value),
      ),
    [inWeek, language],
  );
  const days = useMemo(
    () =>
      inMonth.map(({ businessDay, share }) =>
        barOf(String(businessDay), dayName(businessDay, w, language), share.value),
      ),
    [inMonth, w, language],
  );
  return (
    <div className={styles.charts}>
      <div className={styles.stack}>
        {season.months.length > 0 && <Months season={season} open={open} />}
        <Shares title={w.weekdays} fileName={w.weekdaysFile} rows={weekdays} />
      </div>
      <Shares title={w.inMonth} fileName={w.inMonthFile} rows={days} />
    </div>
  );
}

function Months({ season, open }: SeasonChartsProps) {
  const w = useWords(seasonWords);
  const language = useLanguage();
  const months = useMemo(
    () =>
      season.months.map(({ month, index }) => ({
        ...{ month, index: index.value ?? 1 },
        open: () => open({ title: monthName(month, language), subtitle: w.index, figure: index }),
      })),
    [season, open, w, language],
  );
  const table = useMemo<ExportedTable>(
    () => ({
      columns: [
        { label: w.month, kind: "text" },
        { label: w.index, kind: "percent" },
        { label: w.calendar, kind: "percent" },
      ],
      rows: season.months.map(({ month, index, calendarIndex }) => [
        ...[monthName(month, language), basisPoints(index.value ?? 1), basisPoints(calendarIndex)],
      ]),
    }),
    [season, w, language],
  );
  return (
    <IndexChart
      title={w.indexChart}
      description={w.indexWhat(formatCount(season.history.length, language))}
      fileName={w.indexFile}
      table={table}
      empty={w.noMonth}
      months={months}
      currentMonth={Number(season.asOn.slice(5, 7))}
    />
  );
}

interface SharesProps {
  title: string;
  fileName: string;
  rows: readonly BarRow[];
}

function Shares({ title, fileName, rows }: SharesProps) {
  const w = useWords(seasonWords);
  const table = useMemo<ExportedTable>(
    () => ({
      columns: [
        { label: w.day, kind: "text" },
        { label: w.share, kind: "percent" },
      ],
      rows: rows.map((row) => [row.label, row.value]),
    }),
    [rows, w],
  );
  return (
    <BarChart
      title={title}
      description={w.shareWhat}
      fileName={fileName}
      table={table}
      empty={w.noDay}
      kind="percent"
      rows={rows}
    />
  );
}

function barOf(key: string, label: string, share: number | null): BarRow {
  return { key, label, value: basisPoints(share ?? 0) };
}

/** Basis points, to a tenth of a per cent. */
function basisPoints(share: number): number {
  return Math.round(share * 1_000) * 10;
}

/** Business days are counted from the month's first, the last five from its end. */
function dayName(day: number, w: W, language: Language): string {
  if (day === 1) return w.firstDay;
  if (day === -1) return w.lastDay;
  return day > 0 ? w.nthDay(formatCount(day, language)) : w.fromEnd(formatCount(-day, language));
}
