import { useMemo } from "react";
import type {
  CostDriftReport,
  CostLevelRow,
  CostMoveRow,
  CostQuestionRow,
} from "#contract/treasury-cost-drift.ts";
import type { Column } from "#renderer/ui/column.ts";
import { costWords } from "#renderer/words/costs.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { resultWords } from "#renderer/words/results.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { gradeChip } from "./grade-chip.ts";
import { rhythmWords } from "./rhythm-words.ts";
import { Sheet } from "./Sheet.tsx";
import type { Behind } from "./SourcesPanel.tsx";
import { shareWords } from "./share-words.ts";

type W = Words<typeof costWords>;

interface CostSheetsProps {
  costs: CostDriftReport;
  version: number;
  /** Draws a stream above. */
  choose: (streamKey: string) => void;
  open: (behind: Behind) => void;
  close: () => void;
}

/** Moves, questions and streams; the row under the keyboard is drawn, Enter opens its payments. */
export function CostSheets({ costs, version, choose, open, close }: CostSheetsProps) {
  const w = useWords(costWords);
  const { grade } = useWords(resultWords);
  const language = useLanguage();
  const columns = useMemo(() => {
    const told = { w, grade, language };
    return {
      moves: moveColumns(told),
      questions: questionColumns(costs, told),
      streams: streamColumns(costs, told),
    };
  }, [costs, w, grade, language]);
  const shared = {
    version: [version],
    onActive: (row: { streamKey: string }) => choose(row.streamKey),
    onOpen: (row: CostRow) => open(behind(row)),
    onBack: close,
  };
  return (
    <>
      <Sheet
        {...shared}
        title={w.moves}
        note={w.movesWhat}
        tableId="cost-moves"
        columns={columns.moves}
        rows={costs.moves}
        rowKey={(row) => `${row.streamKey} ${row.kind} ${row.on}`}
        empty={w.noMove}
      />
      <Sheet
        {...shared}
        title={w.questions}
        note={w.questionsWhat}
        tableId="cost-questions"
        columns={columns.questions}
        rows={costs.questions}
        onOpen={(row) => open({ ...behind(row), facts: [questionWords(row, costs, w)] })}
        rowKey={(row) => row.streamKey}
        empty={w.noQuestion}
      />
      <Sheet
        {...shared}
        title={w.streams}
        tableId="cost-streams"
        columns={columns.streams}
        rows={costs.streams}
        rowKey={(row) => row.streamKey}
        empty={w.noStream}
      />
    </>
  );
}

interface Told {
  w: W;
  grade: string;
  language: Language;
}

function common({ w }: Told) {
  return [
    { key: "supplier", label: w.supplier, type: "text", share: 2, value: supplierOf },
    { key: "account", label: w.account, type: "text", minRem: 5, share: 0, value: accountOf },
  ] as const;
}

function ends({ w, grade }: Told) {
  return [
    { key: "yearly", label: w.yearly, type: "money", value: yearlyOf },
    { key: "grade", label: grade, type: "chip", minRem: 5, value: gradeOf },
  ] as const;
}

type CostRow = CostMoveRow | CostQuestionRow | CostLevelRow;
const behind = (row: CostRow): Behind => ({
  ...{ title: row.supplier, figure: row.yearly },
  ...(row.label === row.supplier ? {} : { subtitle: row.label }),
});
const supplierOf = (row: CostRow) => row.supplier;
const accountOf = (row: CostRow) => row.account;
const yearlyOf = (row: CostRow) => row.yearly.value;
const gradeOf = (row: CostRow) => gradeChip(row.yearly.reliability);

function moveColumns(told: Told): Column<CostMoveRow>[] {
  const { w, language } = told;
  return [
    { key: "on", label: w.on, type: "date", value: (row) => row.on },
    ...common(told),
    {
      ...{ key: "kind", label: w.kind, type: "chip", minRem: 7 },
      value: (row) => ({ word: w[row.kind], tone: row.kind === "step" ? "accent" : "neutral" }),
    },
    { key: "before", label: w.before, type: "money", value: (row) => row.beforeMinor },
    { key: "after", label: w.after, type: "money", value: (row) => row.afterMinor },
    {
      ...{ key: "change", label: w.change, type: "text", isFigure: true, minRem: 5.5, share: 0 },
      value: (row) => shareWords(row.change, language),
    },
    ...ends(told),
  ];
}

function questionColumns(costs: CostDriftReport, told: Told): Column<CostQuestionRow>[] {
  const { w } = told;
  return [
    ...common(told),
    {
      ...{ key: "question", label: w.question, type: "text", share: 4 },
      value: (row) => questionWords(row, costs, w),
    },
    ...ends(told),
  ];
}

function streamColumns(costs: CostDriftReport, told: Told): Column<CostLevelRow>[] {
  const { w, language } = told;
  const share = (
    key: string,
    label: string,
    of: (row: CostLevelRow) => number | null,
  ): Column<CostLevelRow> => ({
    ...{ key, label, type: "text", isFigure: true, minRem: 6.5, share: 0 },
    value: (row) => {
      const value = of(row);
      return value === null ? "" : value === 0 ? "–" : shareWords(value, language);
    },
  });
  const isReal = costs.streams.some((one) => one.realChange !== null);
  return [
    ...common(told),
    {
      ...{ key: "rhythm", label: w.rhythm, type: "text", minRem: 8, share: 0 },
      value: (row) => rhythmWords(row.periodDays, w, language),
    },
    { key: "amount", label: w.amount, type: "money", value: (row) => row.amountMinor },
    { key: "next", label: w.next, type: "date", value: (row) => row.nextOn },
    share("yearChange", w.yearChange, (row) => row.yearChange),
    ...(isReal ? [share("realChange", w.realChange, (row) => row.realChange)] : []),
    ...ends(told),
  ];
}

/** What to ask of a recurring cost: what it is for, never what it hides. */
function questionWords(row: CostQuestionRow, costs: CostDriftReport, w: W): string {
  const { reasons, otherKey } = row;
  const other = costs.streams.find((one) => one.streamKey === otherKey)?.supplier ?? w.other;
  return [
    ...(reasons.includes("no-document") ? [w.askWanted] : []),
    ...(reasons.includes("same-purpose") ? [w.askDouble(other)] : []),
    ...(reasons.includes("not-booked") ? [w["not-booked"]] : []),
    ...(reasons.includes("only-activity") ? [w["only-activity"]] : []),
  ].join(" ");
}
