import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ScreenProps } from "#renderer/app/route.ts";
import { useBookStatus } from "#renderer/book/use-book-status.ts";
import { office } from "#renderer/office.ts";
import { DropZone } from "#renderer/ui/DropZone.tsx";
import { ListDetail } from "#renderer/ui/ListDetail.tsx";
import { notify } from "#renderer/ui/notify.tsx";
import { PageHead } from "#renderer/ui/PageHead.tsx";
import { ProblemNotice } from "#renderer/ui/ProblemNotice.tsx";
import { rowSentence } from "#renderer/ui/row-sentence.ts";
import { budgetWords } from "#renderer/words/budget.ts";
import { useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { BudgetGrid } from "./BudgetGrid.tsx";
import type { Category } from "./budget-groups.ts";
import { CategoriesPanel } from "./CategoriesPanel.tsx";
import { FromActual } from "./FromActual.tsx";
import styles from "./Statements.module.css";
import { StatementViews } from "./StatementViews.tsx";

/** The budget of a year by account, category and month. */
export function BudgetScreen(_: ScreenProps) {
  const w = useWords(budgetWords);
  const years = useBookStatus().data?.years ?? [];
  const [chosen, setChosen] = useState<string>();
  const [isCategories, setIsCategories] = useState(false);
  const last = years.at(-1)?.endsOn.slice(0, 4) ?? "2026";
  const year = chosen ?? last;
  const { data: categories = [], error } = useQuery({
    queryKey: ["statements", "budget-categories"],
    queryFn: ({ signal }) => office.statements.listBudgetCategories({}, { signal }),
  });
  const offered = [...years.map((one) => one.endsOn.slice(0, 4)), String(Number(last) + 1)];
  return (
    <>
      <PageHead title={w.title}>
        <StatementViews current="budget" />
        <NativeSelect
          aria-label={w.year}
          value={year}
          data={offered}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => setIsCategories(true)}>
          {w.categories}
        </Button>
        <FromActual year={year} categories={categories} />
      </PageHead>
      <ListDetail
        list={
          <div className={styles.page}>
            <p className={styles.dim}>{w.why}</p>
            {error !== null && <ProblemNotice error={error} />}
            <YearBudget year={year} categories={categories} />
          </div>
        }
        detail={
          isCategories && (
            <CategoriesPanel categories={categories} onClose={() => setIsCategories(false)} />
          )
        }
      />
    </>
  );
}

/** A year's amounts: typed, or read from a file. */
function YearBudget({ year, categories }: { year: string; categories: readonly Category[] }) {
  const w = useWords(budgetWords);
  const client = useQueryClient();
  const months = { fromMonth: `${year}-01`, toMonth: `${year}-12` };
  const lines = useQuery({
    queryKey: ["statements", "budget", year],
    queryFn: ({ signal }) => office.statements.listBudget(months, { signal }),
  });
  const read = useMutation({
    mutationFn: (file: File) => office.statements.importBudget({ file }),
    onSuccess: async ({ lines: count, refused }) => {
      notify(w.imported(count, refused.length));
      await client.invalidateQueries();
    },
  });
  return (
    <>
      {lines.isError && <ProblemNotice error={lines.error} />}
      {lines.data !== undefined && (
        <BudgetGrid key={year} year={year} lines={lines.data} categories={categories} />
      )}
      <DropZone
        hint={w.importFile}
        accept=".csv,.txt,.xlsx"
        onFiles={([first]) => first && read.mutate(first)}
      />
      {read.isError && <ProblemNotice error={read.error} />}
      {read.data !== undefined && read.data.refused.length > 0 && (
        <RefusedRows file={read.variables.name} rows={read.data.refused} />
      )}
    </>
  );
}

function RefusedRows(props: {
  file: string;
  rows: readonly { code: string; facts: Record<string, unknown> }[];
}) {
  const w = useWords(budgetWords);
  const language = useLanguage();
  return (
    <section aria-label={w.refusedIn(props.file)}>
      <h2 className={styles.heading}>{w.refusedIn(props.file)}</h2>
      <ul>
        {props.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows never move.
          <li key={i}>{rowSentence(row, language)}</li>
        ))}
      </ul>
    </section>
  );
}
