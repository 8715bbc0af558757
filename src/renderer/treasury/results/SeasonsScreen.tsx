import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SeasonalityReport, Series } from "#contract/treasury-seasonality.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { formatCount, formatDate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { exactValue } from "#renderer/ui/charts/value-kind.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { seasonWords } from "#renderer/words/seasons.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { TreasuryViews } from "../TreasuryViews.tsx";
import { Lead } from "./Lead.tsx";
import { monthName } from "./month-name.ts";
import { ResultPage } from "./ResultPage.tsx";
import { SeasonCharts } from "./SeasonCharts.tsx";
import { SeasonSheets } from "./SeasonSheets.tsx";
import type { Behind } from "./SourcesPanel.tsx";
import { plainShare } from "./share-words.ts";

type W = Words<typeof seasonWords>;

const SERIES = ["billing", "receipts", "payments"] as const;

/** What the months do to billing, receipts or payments, and whether that holds. */
export function SeasonsScreen(_: ScreenProps) {
  const w = useWords(seasonWords);
  const language = useLanguage();
  const [series, setSeries] = useKept<Series>("season-series", "billing");
  const [behind, setBehind] = useState<Behind>();
  const query = useQuery({
    queryKey: ["treasury", "seasonality", series],
    queryFn: ({ signal }) => office.treasury.seasonality({ series }, { signal }),
  });
  const close = () => setBehind(undefined);
  return (
    <>
      <PageHead title={w.title} period={query.data && w.asOn(formatDate(query.data.asOn))}>
        <TreasuryViews current="seasons" />
        <NativeSelect
          aria-label={w.series}
          value={series}
          data={SERIES.map((value) => ({ value, label: w[value] }))}
          onChange={(event) => {
            close();
            setSeries(event.currentTarget.value as Series);
          }}
        />
      </PageHead>
      <ResultPage query={query} behind={behind} onClose={close}>
        {(season) =>
          season.profile.inWeek.length === 0 ? (
            <EmptyState
              sentence={w.noHistory}
              action={{ label: w.import, run: () => go("/import") }}
            />
          ) : (
            <>
              <Lead said={saidOf(season, w, language)} notes={notesOf(season, w, language)} />
              <SeasonCharts season={season} open={setBehind} />
              <SeasonSheets {...{ season, open: setBehind, close, version: query.dataUpdatedAt }} />
            </>
          )
        }
      </ResultPage>
    </>
  );
}

function saidOf({ reason, months, history }: SeasonalityReport, w: W, language: Language): string {
  if (reason === "under-12-months" || reason === "under-18-months") {
    return w[reason](formatCount(history.length, language));
  }
  if (reason !== "active") return w[reason];
  const sorted = months.toSorted((a, b) => (b.index.value ?? 1) - (a.index.value ?? 1));
  const told = (one: (typeof months)[number] | undefined) =>
    one === undefined
      ? ""
      : `${monthName(one.month, language)} (${exactValue(one.index.value ?? 1, "index", language)})`;
  return w.active(told(sorted[0]), told(sorted.at(-1)));
}

function notesOf({ mase, chance, weight, months }: SeasonalityReport, w: W, language: Language) {
  const number = (value: number) => exactValue(value, "index", language);
  const times = (chanceOf: number) =>
    chanceOf < 0.01 ? w.rarely : w.times(formatCount(Math.round(chanceOf * 100), language));
  return [
    ...(mase === null
      ? []
      : [w.error(number(mase.with), number(mase.without), number(mase.seasonalNaive))]),
    ...(chance === null ? [] : [w.chance(times(chance.variance), times(chance.kruskalWallis))]),
    ...(months.length === 0 ? [] : [w.weight(plainShare(weight, language))]),
  ];
}
