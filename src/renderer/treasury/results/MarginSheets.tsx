import { useMemo } from "react";
import { go } from "#renderer/app/router.ts";
import { formatCount, formatRate } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { marginWords } from "#renderer/words/margins.ts";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { gradeChip } from "./grade-chip.ts";
import { type ClientMargin, type FamilyMargin, type Margins, ofSales } from "./read-margins.ts";
import { Sheet } from "./Sheet.tsx";
import type { Behind } from "./SourcesPanel.tsx";

type W = Words<typeof marginWords>;

/** Under so many sales a rate says more of all customers than of this one. */
const OWN_SALES = 3;

interface MarginSheetsProps {
  margins: Margins;
  version: number;
  open: (behind: Behind) => void;
  close: () => void;
}

/** Margins by customer, then by family; Enter opens the sales behind a row. */
export function MarginSheets({ margins, version, open, close }: MarginSheetsProps) {
  const w = useWords(marginWords);
  const r = useWords(resultWords);
  const language = useLanguage();
  const clients = useMemo(
    () => clientColumns(margins, { w, grade: r.grade, language }),
    [margins, w, r, language],
  );
  const families = useMemo(() => familyColumns(margins, w, language), [margins, w, language]);
  return (
    <>
      <Sheet
        title={w.clients}
        note={hasRates(margins) ? `${w.clientsWhat} ${w.ratesWhat}` : w.clientsWhat}
        tableId="margin-clients"
        columns={clients}
        rows={margins.clients}
        version={[margins.fromOn, margins.toOn, version]}
        rowKey={(row) => String(row.partyId)}
        empty={w.none}
        hasTotal
        onOpen={(row) =>
          open({ title: row.partyName ?? w.nameless, subtitle: w.margin, figure: row.margin })
        }
        onBack={close}
      />
      <Sheet
        title={w.families}
        note={w.familiesWhat}
        tableId="margin-families"
        columns={families}
        rows={margins.families}
        version={[margins.fromOn, margins.toOn, version]}
        rowKey={(row) => row.account}
        empty={w.none}
        hasTotal
        onOpen={(row) => go(`/entries/account/${row.account}`)}
        onBack={close}
      />
    </>
  );
}

interface Told {
  w: W;
  grade: string;
  language: Language;
}

const MONEY = { type: "money", minRem: 6.5 } as const;

function clientColumns(margins: Margins, { w, grade, language }: Told): Column<ClientMargin>[] {
  const { totals, creditMinor } = margins;
  const cm1 = totals.salesMinor - totals.directMinor;
  const columns: Column<ClientMargin>[] = [
    {
      ...{ key: "client", label: w.client, type: "text" },
      value: (row) => row.partyName ?? w.nameless,
    },
    {
      ...{ key: "sales", label: w.sales, ...MONEY, totalMinor: totals.salesMinor },
      value: (row) => row.salesMinor,
    },
    {
      ...{ key: "direct", label: w.direct, ...MONEY, totalMinor: totals.directMinor },
      value: (row) => row.directMinor,
    },
    {
      ...{ key: "cm1", label: w.cm1, ...MONEY, totalMinor: cm1 },
      value: (row) => row.cm1Minor,
    },
    {
      ...{ key: "credit", label: w.creditCost, ...MONEY, minRem: 5.5, totalMinor: creditMinor },
      value: (row) => row.creditMinor,
    },
    {
      ...{ key: "cm2", label: w.cm2, ...MONEY, totalMinor: cm1 - creditMinor },
      value: (row) => row.cm2Minor,
    },
    {
      ...{ key: "allocated", label: w.allocated, ...MONEY, totalMinor: totals.allocatedMinor },
      value: (row) => row.allocatedMinor,
    },
    {
      ...{ key: "margin", label: w.margin, ...MONEY, totalMinor: totals.marginMinor },
      value: (row) => row.margin.value,
    },
  ];
  // Where costs tell no customer from another, there is neither rate nor rank to show.
  const rates = hasRates(margins) ? rateColumns(w, language) : [];
  return [
    ...columns.slice(0, 6),
    ...rates,
    ...columns.slice(6),
    {
      ...{ key: "grade", label: grade, type: "chip", minRem: 5 },
      value: (row) => gradeChip(row.margin.reliability),
    },
  ];
}

function hasRates({ clients }: Margins): boolean {
  return clients.some((row) => row.rate !== null);
}

function rateColumns(w: W, language: Language): Column<ClientMargin>[] {
  return [
    {
      ...{ key: "rate", label: w.rate, type: "text", isFigure: true, minRem: 4.5, share: 0 },
      value: ({ rate }) =>
        rate && formatRate(Math.round((rate.figure.value ?? 0) * 1_000) * 10, language),
    },
    {
      ...{
        key: "interval",
        label: w.interval,
        type: "text",
        isFigure: true,
        minRem: 8.5,
        share: 0,
      },
      value: (row) => intervalWords(row, w, language),
    },
    { key: "rank", label: w.rank, type: "number", minRem: 4, value: (row) => row.rate?.rank },
  ];
}

function intervalWords({ rate, invoices }: ClientMargin, w: W, language: Language): string {
  if (rate === null) return "";
  const told = (share: number) => formatCount(Math.round(share * 100), language);
  return invoices < OWN_SALES ? w.fewSales : w.range(told(rate.low), told(rate.high));
}

function familyColumns(margins: Margins, w: W, language: Language): Column<FamilyMargin>[] {
  const sum = (of: (row: FamilyMargin) => number) =>
    margins.families.reduce((total, row) => total + of(row), 0);
  const money = (key: string, label: string, of: (row: FamilyMargin) => number) =>
    ({ key, label, ...MONEY, totalMinor: sum(of), value: of }) as const;
  return [
    {
      ...{ key: "family", label: w.family, type: "text" },
      value: (row) => `${row.account} ${row.label}`,
    },
    { key: "count", label: w.documents, type: "number", minRem: 6, value: (row) => row.sales },
    money("sales", w.sales, (row) => row.salesMinor),
    money("direct", w.ofNature, (row) => row.directMinor),
    money("allocated", w.allocated, (row) => row.allocatedMinor),
    money("margin", w.margin, (row) => row.marginMinor),
    {
      ...{ key: "rate", label: w.familyRate, type: "text", isFigure: true, minRem: 5, share: 0 },
      value: (row) => {
        const rate = ofSales(row.marginMinor, row.salesMinor);
        return rate === undefined ? "" : formatRate(Math.round(rate / 10) * 10, language);
      },
    },
  ];
}
