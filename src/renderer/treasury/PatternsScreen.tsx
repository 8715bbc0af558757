import { NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { PartyPatternRow } from "#contract/treasury.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { formatCount } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { indicatorWords } from "#renderer/words/indicators.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { LatenessFigure } from "./LatenessFigure.tsx";
import { habitWords, trendWord } from "./pattern-words.ts";
import { openInvoicesOf, patternsQuery, type Side } from "./read-patterns.ts";
import { TreasuryViews } from "./TreasuryViews.tsx";

type W = Words<typeof indicatorWords>;

/** How each party pays, the largest open amounts first; Enter opens its invoices. */
export function PatternsScreen(_: ScreenProps) {
  const w = useWords(indicatorWords);
  const language = useLanguage();
  const client = useQueryClient();
  const [side, setSide] = useState<Side>("customer");
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  return (
    <>
      <PageHead title={w.patterns}>
        <TreasuryViews current="patterns" />
        <NativeSelect
          aria-label={w.side}
          value={side}
          data={[
            { value: "customer", label: w.customers },
            { value: "supplier", label: w.suppliers },
          ]}
          onChange={(event) => setSide(event.currentTarget.value as Side)}
        />
      </PageHead>
      <LatenessFigure side={side} />
      <DataTable
        label={w.patterns}
        tableId="patterns"
        columns={columns}
        source={{
          queryKey: ["treasury", "patterns", side, "rows"],
          fetchPage: async () => {
            const found = await client.fetchQuery(patternsQuery(side));
            return { rows: found.parties };
          },
        }}
        rowKey={(row) => String(row.partyId)}
        empty={{ sentence: w.noPattern }}
        onOpen={(row) => openInvoicesOf(row.partyName, side)}
      />
    </>
  );
}

function columnsOf(w: W, language: Language): Column<PartyPatternRow>[] {
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return [
    { key: "party", label: w.party, type: "text", share: 2, value: (row) => row.partyName },
    { key: "open", label: w.open, type: "money", value: (row) => row.openMinor },
    {
      ...{ key: "usual", label: w.usual, type: "text", isFigure: true, minRem: 7, share: 0 },
      value: (row) => w.days(formatCount(row.p50Days, language)),
    },
    {
      ...{ key: "range", label: w.range, type: "text", isFigure: true, minRem: 8, share: 0 },
      value: (row) =>
        w.between(formatCount(row.p10Days, language), formatCount(row.p90Days, language)),
    },
    {
      ...{ key: "late", label: w.late, type: "text", isFigure: true, minRem: 6.5, share: 0 },
      value: (row) => percent.format(row.shareLate),
    },
    {
      key: "trend",
      label: w.trend,
      type: "chip",
      minRem: 9,
      value: (row) => trendWord(row, w, language),
    },
    {
      key: "habit",
      label: w.habit,
      type: "text",
      share: 1,
      value: (row) => habitWords(row, w, language),
    },
    {
      key: "payments",
      label: w.payments,
      type: "number",
      minRem: 6,
      value: (row) => row.observations,
    },
    {
      ...{ key: "predictability", label: w.predictability, type: "text", isFigure: true, share: 1 },
      value: (row) => (row.fromPortfolio ? w.fromPortfolio : `${row.predictability} / 100`),
    },
  ];
}
