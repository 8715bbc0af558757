import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useKept } from "#renderer/app/use-kept.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { formatDate, formatMoney, formatRate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { todayHere } from "#renderer/ui/today.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { marginWords } from "#renderer/words/margins.ts";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { TreasuryViews } from "../TreasuryViews.tsx";
import { usePosition } from "../use-forecast.ts";
import { Lead } from "./Lead.tsx";
import { MarginCharts } from "./MarginCharts.tsx";
import { MarginSheets } from "./MarginSheets.tsx";
import { type Period, periodsOf } from "./periods.ts";
import { ResultPage } from "./ResultPage.tsx";
import { type Margins, ofSales } from "./read-margins.ts";
import type { Behind } from "./SourcesPanel.tsx";

/** What each customer and family leaves, and what moved the margin since the period before. */
export function MarginsScreen(_: ScreenProps) {
  const w = useWords(marginWords);
  const r = useWords(resultWords);
  const [key, setKey] = useKept("margins-period", "twelve");
  const [behind, setBehind] = useState<Behind>();
  const periods = usePeriods();
  const period = periods.find((one) => one.key === key) ?? periods[0];
  const query = useQuery({
    queryKey: ["treasury", "margins", period?.fromOn, period?.toOn],
    queryFn: ({ signal }) =>
      office.treasury.margins(
        { fromOn: period?.fromOn ?? "", toOn: period?.toOn ?? "" },
        { signal },
      ),
    enabled: period !== undefined,
  });
  const close = () => setBehind(undefined);
  return (
    <>
      <PageHead
        title={w.title}
        period={period && r.fromTo(formatDate(period.fromOn), formatDate(period.toOn))}
      >
        <TreasuryViews current="margins" />
        <NativeSelect
          aria-label={r.period}
          value={period?.key ?? ""}
          data={periods.map((one) => ({
            value: one.key,
            label: one.year === undefined ? r.twelveMonths : r.year(one.year),
          }))}
          onChange={(event) => {
            close();
            setKey(event.currentTarget.value);
          }}
        />
      </PageHead>
      <ResultPage query={query} behind={behind} onClose={close}>
        {(margins) => (
          <Found {...{ margins, open: setBehind, close, version: query.dataUpdatedAt }} />
        )}
      </ResultPage>
    </>
  );
}

function usePeriods(): Period[] {
  const years = useBookStatus().data?.years ?? [];
  const { data } = usePosition();
  return data === undefined ? [] : periodsOf(data.asOn ?? todayHere(), years);
}

interface FoundProps {
  margins: Margins;
  version: number;
  open: (behind: Behind) => void;
  close: () => void;
}

function Found({ margins, ...props }: FoundProps) {
  const w = useWords(marginWords);
  const { said, notes } = useLead(margins);
  if (margins.clients.length === 0) return <EmptyState sentence={w.none} />;
  return (
    <>
      <Lead said={said} notes={notes} />
      <MarginCharts margins={margins} open={props.open} />
      <MarginSheets margins={margins} {...props} />
    </>
  );
}

function useLead({ totals, clients, families, creditMinor, creditBps, warnings }: Margins) {
  const w = useWords(marginWords);
  const language = useLanguage();
  const money = (minor: number) => formatMoney(minor, language);
  const rate = formatRate(ofSales(totals.marginMinor, totals.salesMinor) ?? 0, language);
  const found = clients.reduce((sum, client) => sum + (client.margin.value ?? 0), 0);
  const byFamily = families.reduce((sum, family) => sum + family.marginMinor, 0);
  const gap = found - totals.marginMinor || byFamily - totals.marginMinor;
  const half = halfOf(clients.map((client) => client.margin.value ?? 0));
  const best = clients.toSorted((a, b) => (b.margin.value ?? 0) - (a.margin.value ?? 0))[0];
  return {
    said: [
      w.lead(money(totals.marginMinor), rate, money(totals.salesMinor)),
      ...(half === undefined || clients.length < 4
        ? []
        : half === 1
          ? [w.halfOne(best?.partyName ?? w.nameless)]
          : [w.half(String(half), String(clients.length))]),
    ].join(" "),
    notes: [
      gap === 0 ? w.adds : w.apart(money(gap)),
      ...(creditMinor === 0 ? [] : [w.credit(money(creditMinor), formatRate(creditBps, language))]),
      ...warnings.map((warning) => w[warning]),
    ],
  };
}

/** How few amounts make half of their sum; undefined where there is nothing to halve. */
function halfOf(amounts: readonly number[]): number | undefined {
  const total = amounts.reduce((sum, minor) => sum + minor, 0);
  if (total <= 0) return undefined;
  let left = total / 2;
  const last = amounts
    .toSorted((a, b) => b - a)
    .findIndex((minor) => {
      left -= minor;
      return left <= 0;
    });
  return last + 1;
}
