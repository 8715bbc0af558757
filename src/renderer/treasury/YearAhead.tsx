import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { YearAhead as Year, YearMonthRow } from "#contract/treasury-year.ts";
import { formatCount, formatMoney, formatMonth } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { BalanceCurve } from "#renderer/ui/BalanceCurve.tsx";
import type { Column, StateWord } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { yearWords } from "#renderer/words/year-ahead.ts";
import styles from "./ForecastScreen.module.css";
import { GradeChip } from "./GradeChip.tsx";
import { MonthPanel } from "./MonthPanel.tsx";
import sections from "./Sections.module.css";

type W = Words<typeof yearWords>;

const HEIGHT = 170;

interface YearAheadProps {
  /** The last day of the daily forecast: months that begin later have no day to see. */
  lastDayOn: string | undefined;
  onSeeDays: (fromOn: string) => void;
}

/** The next twelve months: balance at each end with its band, and what each month is made of. */
export function YearAhead({ lastDayOn, onSeeDays }: YearAheadProps) {
  const w = useWords(yearWords);
  const [opened, setOpened] = useState<string>();
  const query = useQuery({
    queryKey: ["treasury", "year"],
    queryFn: ({ signal }) => office.treasury.yearAhead({}, { signal }),
  });
  const { data } = query;
  if (data === undefined) {
    if (query.isError) {
      return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
    }
    return (
      <section
        className={`${styles.curve} ${sections.skeleton}`}
        style={{ height: HEIGHT + 80 }}
        aria-busy="true"
        aria-label={w.loading}
      />
    );
  }
  const month = data.months.find((one) => one.fromOn === opened);
  const close = () => setOpened(undefined);
  return (
    <>
      <Figure year={data} />
      <ListDetail
        list={
          <Months year={data} open={setOpened} isFollowed={month !== undefined} onBack={close} />
        }
        detail={
          month && (
            <MonthPanel
              key={month.fromOn}
              {...{ month, drafts: data.drafts, onClose: close }}
              onSeeDays={
                lastDayOn !== undefined && month.fromOn <= lastDayOn ? onSeeDays : undefined
              }
            />
          )
        }
      />
    </>
  );
}

function Figure({ year }: { year: Year }) {
  const w = useWords(yearWords);
  const language = useLanguage();
  const { asOn, floorMinor, months, lowest } = year;
  const points = useMemo(() => pointsOf(year), [year]);
  const count = (n: number) => formatCount(n, language);
  const lowestMinor = formatMoney(lowest.balanceMinor, language);
  const lowestMonth = formatMonth(lowest.on, language);
  const below = months.filter((month) => month.closingMinor < floorMinor).length;
  const sentence =
    below === 0
      ? w.curve(lowestMinor, lowestMonth)
      : w.curveFloor(lowestMinor, lowestMonth, count(below));
  const how = [
    w.band(count(year.historyMonths)),
    w.receiptsDrawn(drawnWords(year.receipts, w)),
    w.paymentsDrawn(drawnWords(year.payments, w)),
  ];
  return (
    <div className={styles.curve}>
      <p className={sections.lead}>{sentence}</p>
      <BalanceCurve
        label={sentence}
        points={points}
        todayOn={asOn}
        floorMinor={floorMinor}
        height={HEIGHT}
      />
      <p className={sections.dim}>{how.join(" ")}</p>
      <GradeChip {...year.reliability} />
    </div>
  );
}

function pointsOf({ asOn, balanceMinor, months }: Year) {
  const ends = months.map(({ toOn, closingMinor, lowMinor, highMinor }) => {
    return { on: toOn, balanceMinor: closingMinor, lowMinor, highMinor };
  });
  return [{ on: asOn, balanceMinor }, ...ends];
}

function drawnWords(drawn: Year["receipts"], w: W): string {
  if (drawn === null) return w.notDrawn;
  const parts = [w[drawn.trend], drawn.isSeasonal ? w.seasonal : w.notSeasonal];
  return [...parts, ...(drawn.isCombined ? [w.combined] : [])].join(", ");
}

interface MonthsProps {
  year: Year;
  /** A month is open: the panel follows the row under the keyboard. */
  isFollowed: boolean;
  open: (fromOn: string) => void;
  onBack: () => void;
}

function Months({ year, isFollowed, open, onBack }: MonthsProps) {
  const w = useWords(yearWords);
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(year, w, language), [year, w, language]);
  return (
    <DataTable
      label={w.table}
      tableId="forecast-months"
      columns={columns}
      source={{
        queryKey: ["treasury", "months", JSON.stringify(year.months)],
        fetchPage: async () => ({ rows: year.months }),
      }}
      rowKey={(row) => row.fromOn}
      empty={{ sentence: w.empty }}
      onActive={(row) => isFollowed && open(row.fromOn)}
      onOpen={(row) => open(row.fromOn)}
      onBack={onBack}
    />
  );
}

function columnsOf(year: Year, w: W, language: Language): Column<YearMonthRow>[] {
  const total = (minorOf: (row: YearMonthRow) => number) =>
    year.months.reduce((sum, row) => sum + minorOf(row), 0);
  return [
    { key: "month", label: w.month, type: "text", value: (row) => formatMonth(row.toOn, language) },
    { key: "opening", label: w.opening, type: "money", value: (row) => row.openingMinor },
    {
      ...{ key: "receipts", label: w.receipts, type: "money" },
      value: (row) => row.receiptsMinor,
      totalMinor: total((row) => row.receiptsMinor),
    },
    {
      ...{ key: "payments", label: w.payments, type: "money" },
      value: (row) => row.paymentsMinor,
      totalMinor: total((row) => row.paymentsMinor),
    },
    { key: "closing", label: w.closing, type: "money", value: (row) => row.closingMinor },
    { key: "low", label: w.low, type: "money", value: (row) => row.lowMinor },
    { key: "high", label: w.high, type: "money", value: (row) => row.highMinor },
    {
      ...{ key: "state", label: w.state, type: "chip", minRem: 9 },
      value: (row) => floorWord(row, year.floorMinor, w),
    },
  ];
}

/** Where the month's end stands to the floor, and whether the band leaves a doubt. */
function floorWord(row: YearMonthRow, floorMinor: number, w: W): StateWord {
  if (row.closingMinor < floorMinor) return { word: w.below, tone: "alert" };
  if (row.lowMinor < floorMinor) return { word: w.maybe, tone: "wait" };
  return { word: w.above, tone: "done" };
}
