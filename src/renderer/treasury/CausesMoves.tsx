import { useMemo } from "react";
import type { Causes } from "#contract/treasury-causes.ts";
import type { Column } from "#renderer/ui/column.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { causeWords } from "#renderer/words/causes.ts";
import { gradeWords } from "#renderer/words/grades.ts";
import { type Language, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import type { Words } from "#renderer/words/words.ts";
import { gradeWord } from "./GradeChip.tsx";
import { type MoveRow, moveRows, signedValue } from "./read-causes.ts";
import styles from "./Sections.module.css";

type W = Words<typeof causeWords>;

interface MovesProps {
  found: Causes;
  open: (row: MoveRow) => void;
  onBack: () => void;
}

/** The factors of the move; each opens on the movements behind it. */
export function CausesMoves({ found, open, onBack }: MovesProps) {
  const w = useWords(causeWords);
  const grades = useWords(gradeWords);
  const language = useLanguage();
  const rows = useMemo(() => moveRows(found), [found]);
  const columns = useMemo(() => {
    const own = found.kpi === "cash" ? cashColumns(rows, w) : dayColumns(w, language);
    const grade: Column<MoveRow> = {
      ...{ key: "grade", label: grades.grade, type: "chip", minRem: 5.5 },
      value: (row) => gradeWord(row.figure.reliability.grade),
    };
    return [...own, grade];
  }, [found.kpi, rows, w, grades, language]);
  // Head, rows, total and the frame around them.
  const sheet = `${(rows.length + (found.kpi === "cash" ? 2 : 1)) * 26 + 4}px`;
  return (
    <section className={styles.section}>
      <div className={styles.sheet} style={{ "--sheet": sheet } as React.CSSProperties}>
        <DataTable
          label={w.moves}
          tableId="cause-moves"
          columns={columns}
          source={{
            queryKey: ["treasury", "cause-moves", JSON.stringify(rows)],
            fetchPage: async () => ({ rows }),
          }}
          rowKey={(row) => row.factor}
          empty={{ sentence: w.noMove }}
          onOpen={open}
          onBack={onBack}
        />
      </div>
      {found.kpi === "cash" && <p className={styles.dim}>{w.movesWhy}</p>}
    </section>
  );
}

function cashColumns(rows: readonly MoveRow[], w: W): Column<MoveRow>[] {
  const money = (key: string, label: string, minorOf: (row: MoveRow) => number) => ({
    ...{ key, label, type: "money" as const, minRem: 6.75 },
    value: minorOf,
    totalMinor: rows.reduce((sum, row) => sum + minorOf(row), 0),
  });
  return [
    { key: "factor", label: w.factor, type: "text", minRem: 8, value: (row) => w[row.factor] },
    money("flow", w.flow, ({ move }) => move?.flowMinor ?? 0),
    money("before", w.before, ({ move }) => move?.beforeMinor ?? 0),
    money("gap", w.gap, ({ move }) => (move?.flowMinor ?? 0) - (move?.beforeMinor ?? 0)),
    money("timing", w.timing, ({ move }) => move?.timingMinor ?? 0),
    money("amount", w.amount, ({ move }) => move?.amountMinor ?? 0),
    money("new", w.new, ({ move }) => move?.newMinor ?? 0),
    money("lost", w.lost, ({ move }) => move?.lostMinor ?? 0),
  ];
}

function dayColumns(w: W, language: Language): Column<MoveRow>[] {
  return [
    { key: "factor", label: w.factor, type: "text", share: 2, value: (row) => w[row.factor] },
    {
      ...{ key: "effect", label: w.effect, type: "text", isFigure: true, minRem: 8, share: 0 },
      value: (row) => signedValue(row.figure, w, language),
    },
  ];
}
