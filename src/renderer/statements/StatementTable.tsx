import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Statement, StatementColumn, StatementRow } from "#contract/statements.ts";
import { formatDate } from "#renderer/format.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { statementWords } from "#renderer/words/statements.ts";
import { useWords } from "#renderer/words/use-words.ts";

interface StatementTableProps {
  label: string;
  /** Tells one question from another. */
  asked: object;
  ask: (page: { limit: number; after?: string }, signal: AbortSignal) => Promise<Statement>;
  onOpen: (row: StatementRow) => void;
  onBack: () => void;
}

/** The rows of a statement, read page by page as they come into view. */
export function StatementTable(props: StatementTableProps) {
  const { label, asked, ask, onOpen, onBack } = props;
  const w = useWords(statementWords);
  const language = useLanguage();
  const head = useQuery({
    queryKey: ["statements", "head", asked],
    queryFn: ({ signal }) => ask({ limit: 1 }, signal),
  });
  const shape = head.data?.columns;
  const columns = useMemo(() => columnsOf(shape ?? [], language), [shape, language]);
  if (head.isError) return <ProblemNotice error={head.error} onRetry={() => void head.refetch()} />;
  if (shape === undefined) return null;
  const text = JSON.stringify(asked);
  return (
    <DataTable
      key={text}
      label={label}
      tableId={`statement-${text}`}
      columns={columns}
      source={{
        queryKey: ["statements", "rows", asked],
        fetchPage: (after: string | undefined, limit, signal) =>
          ask({ limit, ...(after && { after }) }, signal),
      }}
      rowKey={(row) => row.id}
      rowKind={(row) => row.kind}
      empty={{ sentence: w.nothing }}
      onOpen={(row) => canOpen(row) && onOpen(row)}
      onBack={onBack}
    />
  );
}

function canOpen(row: StatementRow): boolean {
  const { entryId, bankLineId, account, parts } = row;
  return [entryId, bankLineId, account, parts].some((behind) => behind !== undefined);
}

const WIDTH_REM: Readonly<Record<StatementColumn["type"], number>> = {
  text: 4,
  date: 6,
  money: 8,
  percent: 5,
};

function columnsOf(shape: readonly StatementColumn[], language: Language): Column<StatementRow>[] {
  const widest = shape.findIndex((column) => column.key === "label");
  return shape.map((column, i) => {
    const { key, label, type, share } = column;
    const minRem = type === "text" ? Math.max(WIDTH_REM.text, share * 2.4) : WIDTH_REM[type];
    const grows = type === "text" && share >= 2 ? { share } : { share: 0 };
    if (type === "money") {
      return { key, label, type, minRem, value: (row) => figureOf(row.cells[i]) };
    }
    return {
      ...{ key, label, type: "text" as const, minRem, ...grows },
      value: (row) => textOf(row, { column, i, widest, language }),
    };
  });
}

function figureOf(cell: string | number | null | undefined): number | null {
  return typeof cell === "number" ? cell : null;
}

/** A heading's words stand in the widest column, where they have room. */
function textOf(
  row: StatementRow,
  at: { column: StatementColumn; i: number; widest: number; language: Language },
): string {
  const { column, i, widest, language } = at;
  if (row.kind === "heading") return i === widest ? String(row.cells[0] ?? "") : "";
  const cell = row.cells[i];
  if (cell === null || cell === undefined || cell === "") return "";
  if (column.type === "percent") {
    return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(
      Number(cell) / 10_000,
    );
  }
  return column.type === "date" ? formatDate(String(cell)) : String(cell);
}
