import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Quote } from "#contract/quotes.ts";
import type { ScreenProps } from "#renderer/app/route.ts";
import { go } from "#renderer/app/router.ts";
import { formatCount, formatMoney, formatRate } from "#renderer/format.ts";
import { office } from "#renderer/office.ts";
import type { Column, Tone } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { quoteWords } from "#renderer/words/quotes.ts";
import { tradeWords } from "#renderer/words/trade.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { QuotePanel } from "./QuotePanel.tsx";
import { SalesViews } from "./SalesViews.tsx";
import styles from "./TradeDetail.module.css";

/** Quotes, newest first, and what the forecast of the year counts of them. */
export function QuotesScreen({ query }: ScreenProps) {
  const w = useWords(quoteWords);
  const asked = Number(query.get("quote"));
  const [opened, setOpened] = useState<number | "new" | undefined>(asked > 0 ? asked : undefined);
  const quotes = useQuery({
    queryKey: ["invoicing", "quotes"],
    queryFn: ({ signal }) => office.invoicing.listQuotes({}, { signal }),
  });
  const rows = quotes.data ?? [];
  const quote = rows.find((row) => row.quoteId === opened);
  const close = () => setOpened(undefined);
  return (
    <>
      <PageHead title={w.title}>
        <SalesViews current="quotes" />
        <Button onClick={() => setOpened("new")}>{w.add}</Button>
      </PageHead>
      {quotes.isError && <ProblemNotice error={quotes.error} />}
      <ListDetail
        list={
          quotes.data !== undefined && (
            <>
              {rows.length > 0 && <Waiting rows={rows} />}
              <QuoteTable rows={rows} version={quotes.dataUpdatedAt} onOpen={setOpened} />
            </>
          )
        }
        detail={
          (quote !== undefined || opened === "new") && (
            <QuotePanel key={opened} quote={quote} onSaved={setOpened} onClose={close} />
          )
        }
      />
    </>
  );
}

function Waiting({ rows }: { rows: readonly Quote[] }) {
  const w = useWords(quoteWords);
  const language = useLanguage();
  const waiting = rows.filter(({ state }) => state === "open" || state === "won");
  const sum = (of: (row: Quote) => number) => waiting.reduce((all, row) => all + of(row), 0);
  const counted = sum((row) => Math.round((row.grossMinor * row.countedBps) / 10_000));
  return (
    <p className={styles.lead}>
      {w.waiting(
        formatCount(waiting.length, language),
        formatMoney(
          sum((row) => row.grossMinor),
          language,
        ),
        formatMoney(counted, language),
      )}
    </p>
  );
}

interface QuoteTableProps {
  rows: readonly Quote[];
  version: number;
  onOpen: (quoteId: number | undefined) => void;
}

function QuoteTable({ rows, version, onOpen }: QuoteTableProps) {
  const w = useWords(quoteWords);
  const t = useWords(tradeWords);
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(w, language), [w, language]);
  return (
    <DataTable
      label={w.title}
      tableId="quotes"
      columns={columns}
      source={{
        queryKey: ["invoicing", "quote-rows", version],
        fetchPage: async () => ({ rows: [...rows] }),
      }}
      rowKey={(row) => String(row.quoteId)}
      empty={{
        sentence: w.none,
        action: { label: t.importFiles, run: () => go("/import") },
      }}
      onOpen={(row) => onOpen(row.quoteId)}
      onBack={() => onOpen(undefined)}
    />
  );
}

const TONES: Record<Quote["state"], Tone> = {
  ...{ open: "wait", won: "done", lost: "neutral", invoiced: "neutral" },
};

function columnsOf(w: Words<typeof quoteWords>, language: Language): Column<Quote>[] {
  return [
    { key: "number", label: w.number, type: "text", share: 0, value: (row) => row.number },
    { key: "customer", label: w.customer, type: "text", value: (row) => row.customer },
    { key: "gross", label: w.gross, type: "money", value: (row) => row.grossMinor },
    {
      ...{ key: "state", label: w.state, type: "chip" },
      value: (row) => ({ word: w[row.state], tone: TONES[row.state] }),
    },
    {
      ...{ key: "counted", label: w.counted, type: "text", share: 0, minRem: 5 },
      value: (row) => formatRate(row.countedBps, language),
    },
    {
      ...{ key: "expected", label: w.expectedOn, type: "date", minRem: 9 },
      value: (row) => row.expectedOn,
    },
    { key: "label", label: w.label, type: "text", value: (row) => row.label },
    { key: "issued", label: w.issuedOn, type: "date", value: (row) => row.issuedOn },
    { key: "net", label: w.net, type: "money", value: (row) => row.netMinor },
  ];
}
