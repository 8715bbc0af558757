import { SegmentedControl } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Forecast } from "#contract/treasury.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatDay } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { Figure } from "#renderer/ui/Figure.tsx";
import { FilterChips } from "#renderer/ui/FilterChips.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { useLanguage } from "#renderer/words/language.ts";
import { scenarioWords } from "#renderer/words/scenarios.ts";
import { treasuryWords } from "#renderer/words/treasury.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { yearWords } from "#renderer/words/year-ahead.ts";
import { DayPanel } from "./DayPanel.tsx";
import { ForecastFigure } from "./ForecastFigure.tsx";
import styles from "./ForecastScreen.module.css";
import { flowLabel } from "./flow-label.ts";
import { LargestDated } from "./LargestDated.tsx";
import { OwnerReportButton } from "./OwnerReportButton.tsx";
import { type ForecastDay, mainFlow, sumOf } from "./read-forecast.ts";
import { TreasuryViews } from "./TreasuryViews.tsx";
import { useForecast } from "./use-forecast.ts";
import { YearAhead } from "./YearAhead.tsx";

type Span = "days" | "months";

/** The forecast day by day or over a year; each day opens on the movements that it counts. */
export function ForecastScreen({ query }: ScreenProps) {
  const w = useWords(treasuryWords);
  const language = useLanguage();
  const [span, setSpan] = useState<Span>(query.get("span") === "months" ? "months" : "days");
  const [openedOn, setOpenedOn] = useState(query.get("day") ?? undefined);
  const forecast = useForecast();
  const freezing = useFreezing();
  const { data } = forecast;
  const seeDays = (fromOn: string) => {
    setSpan("days");
    setOpenedOn(data?.days.find((day) => day.on >= fromOn && day.flows.length > 0)?.on);
  };
  return (
    <>
      <PageHead
        title={w.forecast}
        period={data && w.balanceOn(formatDay(data.asOn, language, "0000"))}
        action={freezing.action}
      >
        <TreasuryViews current="forecast" />
        <Spans span={span} onSpan={setSpan} />
        <OwnerReportButton />
        {span === "days" && data !== undefined && <Horizons forecast={data} open={setOpenedOn} />}
      </PageHead>
      {freezing.problem !== undefined && <ProblemNotice error={freezing.problem} />}
      {span === "months" ? (
        <YearAhead lastDayOn={data?.days.at(-1)?.on} onSeeDays={seeDays} />
      ) : (
        <DayByDay forecast={forecast} openedOn={openedOn} open={setOpenedOn} />
      )}
    </>
  );
}

function Spans({ span, onSpan }: { span: Span; onSpan: (span: Span) => void }) {
  const w = useWords(yearWords);
  return (
    <SegmentedControl
      aria-label={w.span}
      value={span}
      data={(["days", "months"] as const).map((value) => ({ value, label: w[value] }))}
      onChange={(value) => onSpan(value as Span)}
    />
  );
}

/** Freezes the forecast without any scenario, so that it can be compared with what comes. */
function useFreezing() {
  const w = useWords(scenarioWords);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const freeze = async () => {
    setProblem(undefined);
    await office.treasury.freezeForecast({});
    notify(w.froze);
    await client.invalidateQueries({ queryKey: ["treasury", "frozen"] });
  };
  return { problem, action: { label: w.freeze, run: () => void freeze().catch(setProblem) } };
}

interface DayByDayProps {
  forecast: ReturnType<typeof useForecast>;
  openedOn: string | undefined;
  open: (on: string | undefined) => void;
}

function DayByDay({ forecast, openedOn, open }: DayByDayProps) {
  const { data } = forecast;
  const day = data?.days.find((one) => one.on === openedOn);
  return (
    <>
      <div className={styles.curve}>
        <ForecastFigure query={forecast} height={180} />
        {data !== undefined && <LargestDated forecast={data} open={open} />}
      </div>
      {data !== undefined && (
        <ListDetail
          list={<Days forecast={data} isFollowed={day !== undefined} open={open} />}
          detail={day && <DayPanel key={day.on} day={day} onClose={() => open(undefined)} />}
        />
      )}
    </>
  );
}

function Horizons({ forecast, open }: { forecast: Forecast; open: (on: string) => void }) {
  const w = useWords(treasuryWords);
  const at = (days: number) => forecast.days[Math.min(days, forecast.days.length) - 1]?.on;
  const horizons = [
    { days: 30, label: w.in30, minor: forecast.at.d30 },
    { days: 60, label: w.in60, minor: forecast.at.d60 },
    { days: 90, label: w.in90, minor: forecast.at.d90 },
  ];
  return (
    <div className={styles.horizons}>
      {horizons.map(({ days, label, minor }) => (
        <Figure
          key={days}
          label={label}
          amountMinor={minor}
          onExplain={() => open(at(days) ?? forecast.asOn)}
        />
      ))}
    </div>
  );
}

interface DaysProps {
  forecast: Forecast;
  /** A day is open: the panel follows the row under the keyboard. */
  isFollowed: boolean;
  open: (on: string | undefined) => void;
}

function Days({ forecast, isFollowed, open }: DaysProps) {
  const w = useWords(treasuryWords);
  const [filters, setFilters] = useState<ReadonlySet<string>>(() => new Set(["moving"]));
  const columns = useMemo(() => columnsOf(w), [w]);
  const chips = useMemo(() => {
    const count = (key: string) => keptDays(forecast, new Set([key])).length;
    return [
      { key: "moving", label: w.onlyMoving, count: count("moving") },
      { key: "below", label: w.onlyBelow, count: count("below") },
    ];
  }, [forecast, w]);
  const days = keptDays(forecast, filters);
  return (
    <>
      <div className={styles.filters}>
        <FilterChips chips={chips} active={filters} onChange={setFilters} />
      </div>
      <DataTable
        label={w.daysTable}
        tableId="forecast-days"
        columns={columns}
        source={{
          queryKey: ["treasury", "days", forecast.asOn, sumOfAll(forecast), ...filters],
          fetchPage: async () => ({ rows: days }),
        }}
        rowKey={(row) => row.on}
        empty={{ sentence: w.noDays }}
        onActive={(row) => isFollowed && open(row.on)}
        onOpen={(row) => open(row.on)}
        onBack={() => open(undefined)}
      />
    </>
  );
}

function keptDays(forecast: Forecast, filters: ReadonlySet<string>): ForecastDay[] {
  return forecast.days.filter(
    (day) =>
      (!filters.has("moving") || day.flows.length > 0) &&
      (!filters.has("below") || day.balanceMinor < forecast.floorMinor),
  );
}

/** Tells two forecasts of the same day apart for the table's memory. */
function sumOfAll(forecast: Forecast): number {
  return forecast.days.reduce((sum, day) => sum + day.balanceMinor + day.flows.length, 0);
}

function mainLabel(day: ForecastDay, w: Words<typeof treasuryWords>): string | undefined {
  const flow = mainFlow(day);
  return flow === undefined ? undefined : flowLabel(flow, w);
}

function columnsOf(w: Words<typeof treasuryWords>): Column<ForecastDay>[] {
  return [
    { key: "on", label: w.day, type: "date", value: (row) => row.on },
    { key: "in", label: w.moneyIn, type: "money", value: (row) => sumOf(row, "in") },
    { key: "out", label: w.moneyOut, type: "money", value: (row) => sumOf(row, "out") },
    { key: "balance", label: w.balanceNow, type: "money", value: (row) => row.balanceMinor },
    {
      key: "count",
      label: w.movements,
      type: "number",
      minRem: 7,
      value: (row) => row.flows.length,
    },
    { key: "main", label: w.main, type: "text", value: (row) => mainLabel(row, w) },
  ];
}
