import { useMemo, useState } from "react";
import type { ExportedTable } from "#contract/exported-table.ts";
import type { CostChangeRow, CostDriftReport } from "#contract/treasury-cost-drift.ts";
import { formatMoney } from "#renderer/format.ts";
import { useResultLabels } from "#renderer/ledger/use-result-labels.ts";
import { BarChart, type BarRow } from "#renderer/ui/charts/BarChart.tsx";
import type { Column } from "#renderer/ui/column.ts";
import { costWords } from "#renderer/words/costs.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { gradeChip } from "./grade-chip.ts";
import styles from "./Results.module.css";
import { Sheet } from "./Sheet.tsx";
import type { Behind } from "./SourcesPanel.tsx";

type W = Words<typeof costWords>;

/** Categories drawn: those that changed most. */
const DRAWN = 8;

interface CostCategoriesProps {
  costs: CostDriftReport;
  version: number;
  open: (behind: Behind) => void;
  close: () => void;
}

/** What each category of costs became in a year, and what the gap of one is made of. */
export function CostCategories({ costs, version, open, close }: CostCategoriesProps) {
  const w = useWords(costWords);
  const { grade } = useWords(resultWords);
  const language = useLanguage();
  const nameOf = useCategoryNames();
  const [chosen, setChosen] = useState<string>();
  const rows = costs.categories;
  const one =
    rows.find((row) => row.category === chosen) ?? rows.find((row) => isSplit(row)) ?? rows[0];
  const columns = useMemo(() => columnsOf(rows, { w, grade, nameOf }), [rows, w, grade, nameOf]);
  const suppliersOf = (row: CostChangeRow) =>
    row.suppliers.map(({ supplier, beforeMinor, afterMinor }) =>
      w.supplierMoved(
        supplier,
        formatMoney(beforeMinor, language),
        formatMoney(afterMinor, language),
      ),
    );
  return (
    <>
      <div className={styles.charts}>
        <Changes rows={rows} nameOf={nameOf} choose={setChosen} />
        {one !== undefined && <Split row={one} name={nameOf(one.category)} />}
      </div>
      <Sheet
        title={w.categories}
        note={w.categoriesWhat}
        tableId="cost-categories"
        columns={columns}
        rows={rows}
        version={[version]}
        rowKey={(row) => row.category}
        empty={w.noCategory}
        hasTotal
        onActive={(row) => setChosen(row.category)}
        onOpen={(row) => {
          setChosen(row.category);
          open({
            ...{ title: nameOf(row.category), subtitle: w.categories, figure: row.change },
            facts: suppliersOf(row),
          });
        }}
        onBack={close}
      />
    </>
  );
}

/** True where prices, volumes or suppliers tell something of the gap. */
function isSplit({ change, parts }: CostChangeRow): boolean {
  return parts.otherMinor !== change.value;
}

type NameOf = (category: string) => string;

/** A category is an account of three digits: its number and its name in the chart of accounts. */
function useCategoryNames(): NameOf {
  const labels = useResultLabels();
  return useMemo(() => (category) => `${category} ${labels.get(category) ?? ""}`.trim(), [labels]);
}

interface ChangesProps {
  rows: readonly CostChangeRow[];
  nameOf: NameOf;
  choose: (category: string) => void;
}

function Changes({ rows, nameOf, choose }: ChangesProps) {
  const w = useWords(costWords);
  const bars = useMemo<BarRow[]>(
    () =>
      rows.slice(0, DRAWN).map(({ category, change }) => ({
        key: category,
        label: nameOf(category),
        value: change.value ?? 0,
        tone: (change.value ?? 0) > 0 ? "accent" : "muted",
        open: () => choose(category),
      })),
    [rows, nameOf, choose],
  );
  const table = useMemo(() => barTable(bars, w.category, w), [bars, w]);
  return (
    <BarChart
      title={w.changes}
      fileName={w.changesFile}
      table={table}
      empty={w.noCategory}
      kind="money"
      rows={bars}
    />
  );
}

function Split({ row, name }: { row: CostChangeRow; name: string }) {
  const w = useWords(costWords);
  const bars = useMemo<BarRow[]>(
    () =>
      PARTS.filter(({ key }) => row.parts[key] !== 0).map(({ word, key }) => ({
        key,
        label: w[word],
        value: row.parts[key],
        tone: row.parts[key] > 0 ? "accent" : "muted",
      })),
    [row, w],
  );
  const table = useMemo(() => barTable(bars, w.part, w), [bars, w]);
  return (
    <BarChart
      title={w.split(name)}
      fileName={w.splitFile}
      table={table}
      empty={w.noCategory}
      kind="money"
      rows={bars}
    />
  );
}

function barTable(bars: readonly BarRow[], label: string, w: W): ExportedTable {
  return {
    columns: [
      { label, kind: "text" },
      { label: w.gap, kind: "money" },
    ],
    rows: bars.map((bar) => [bar.label, bar.value]),
  };
}

const PARTS = [
  { word: "price", key: "priceMinor" },
  { word: "volume", key: "volumeMinor" },
  { word: "new", key: "newMinor" },
  { word: "lost", key: "lostMinor" },
  { word: "unsplit", key: "otherMinor" },
] as const;

interface Told {
  w: W;
  grade: string;
  nameOf: NameOf;
}

function columnsOf(rows: readonly CostChangeRow[], told: Told): Column<CostChangeRow>[] {
  const { w, grade, nameOf } = told;
  const money = (
    key: string,
    label: string,
    value: (row: CostChangeRow) => number,
  ): Column<CostChangeRow> => ({
    ...{ key, label, type: "money", minRem: 6.75, value },
    totalMinor: rows.reduce((sum, row) => sum + value(row), 0),
  });
  return [
    {
      ...{ key: "category", label: w.category, type: "text" },
      value: (row) => nameOf(row.category),
    },
    money("before", w.before, (row) => row.beforeMinor),
    money("after", w.after, (row) => row.afterMinor),
    money("gap", w.gap, (row) => row.change.value ?? 0),
    ...PARTS.map(({ word, key }) => money(key, w[word], (row) => row.parts[key])),
    {
      ...{ key: "grade", label: grade, type: "chip", minRem: 5 },
      value: (row) => gradeChip(row.change.reliability),
    },
  ];
}
