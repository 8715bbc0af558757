import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Indicator } from "#contract/treasury.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { formatDate, formatDecimal, formatMoney } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { indicatorWords } from "#renderer/words/indicators.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import styles from "./Cash.module.css";
import { TreasuryViews } from "./TreasuryViews.tsx";

/** Where the rows behind each indicator are. */
const ROWS: Record<string, string> = {
  dso: "/sales?state=open",
  "dso-best": "/sales?state=open",
  delinquency: "/sales?state=late",
  dpo: "/purchases?state=open",
  dio: "/entries/balance",
  "cash-cycle": "/sales?state=open",
  frng: "/statements",
  bfr: "/statements",
  "bfr-operating": "/entries/balance",
  "bfr-days": "/statements",
  "net-cash": "/bank/cash",
  burn: "/bank/cash",
  runway: "/bank/cash",
};

/** The base indicators with how far to believe each; Enter opens the rows behind one. */
export function IndicatorsScreen(_: ScreenProps) {
  const w = useWords(indicatorWords);
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["treasury", "indicators"],
    queryFn: ({ signal }) => office.treasury.indicators({}, { signal }),
  });
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  return (
    <>
      <PageHead title={w.indicators} period={data && w.on(formatDate(data.asOn))}>
        <TreasuryViews current="indicators" />
      </PageHead>
      <div className={styles.page}>
        {data !== undefined && (
          <p className={styles.dim}>
            {data.identityGapMinor === 0
              ? w.identity
              : w.identityBroken(formatMoney(data.identityGapMinor, language))}
          </p>
        )}
        <DataTable
          label={w.indicators}
          tableId="indicators"
          columns={columns}
          source={{
            queryKey: ["treasury", "indicator-rows"],
            fetchPage: async (_after: undefined, _limit, signal) => {
              const found = await office.treasury.indicators({}, { signal });
              return { rows: found.indicators };
            },
          }}
          rowKey={(row) => row.key}
          empty={{ sentence: w.none }}
          onOpen={(row) => go(ROWS[row.key] ?? "/treasury")}
        />
      </div>
    </>
  );
}

function columnsOf(w: Words<typeof indicatorWords>, language: Language): Column<Indicator>[] {
  const word = (key: string) => w[key as "dso"];
  return [
    { key: "key", label: w.indicator, type: "text", share: 1, value: (row) => word(row.key) },
    {
      ...{ key: "value", label: w.value, type: "text", isFigure: true, minRem: 10, share: 0 },
      value: (row) => valueWords(row, w, language),
    },
    { key: "what", label: w.what, type: "text", share: 3, value: (row) => word(`${row.key}-what`) },
    {
      ...{ key: "grade", label: w.grade, type: "chip" },
      value: ({ reliability: { grade } }) => ({
        word: grade,
        tone: grade === "A" ? "done" : grade === "B" ? "accent" : "wait",
      }),
    },
  ];
}

function valueWords(
  { unit, value }: Indicator,
  w: Words<typeof indicatorWords>,
  language: Language,
): string {
  if (value === null) return w.unknown;
  if (unit === "minor") return formatMoney(value, language);
  const number = formatDecimal(value, language);
  return unit === "days" ? w.days(number) : w.months(number);
}
